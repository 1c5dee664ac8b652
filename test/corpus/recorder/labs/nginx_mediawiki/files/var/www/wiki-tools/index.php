<?php
// The wiki's service pages: each runs a program in one of PHP's ways. `reach` is the way in.
$data = '/var/www/data';
$tool = $_GET['t'] ?? '';
$file = basename($_GET['file'] ?? 'plan.pdf');
header('Content-Type: text/plain');
switch ($tool) {
    case 'text': echo shell_exec('pdftotext ' . escapeshellarg("$data/$file") . ' - | wc -w'); break;
    case 'cover': exec("gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=jpeg -r30 -dLastPage=1 -sOutputFile=$data/cover.jpg " . escapeshellarg("$data/$file") . ' 2>&1', $lines); break;
    case 'exif': passthru('exiftool -S -ImageSize ' . escapeshellarg("$data/photo.jpg")); break;
    case 'optimise': system('/usr/bin/convert ' . escapeshellarg("$data/photo.jpg") . ' -strip -quality 80 ' . escapeshellarg("$data/small.jpg")); break;
    case 'zip': exec('cd ' . escapeshellarg($data) . ' && zip -q -r /tmp/wiki-export.zip photo.jpg plan.pdf'); break;
    case 'disk': echo shell_exec('df -h 2>/dev/null | grep -vE "tmpfs|udev"'); break;
    case 'load': echo trim(shell_exec('uptime')), "\n", shell_exec('nproc'); break;
    case 'backup': exec('sqlite3 /var/www/wiki-data/wiki.sqlite .dump 2>&1 | gzip -c > /var/www/data/wiki.sql.gz'); break;
    case 'jobs': exec('php /usr/share/mediawiki/maintenance/runJobs.php --maxjobs 5 > /dev/null 2>&1 &'); break;
    case 'phpversion': echo exec('php -v'); break;
    case 'mail': mail('editor@company.example', 'Changes', 'One page has changed.'); break;
    case 'gitversion': echo exec('git --version'); break;
    case 'which': echo exec('command -v convert'), exec('which ffmpeg'); break;
    case 'reach': system('ping -c 1 -W 1 ' . $_GET['host']); break;
    case 'name': echo shell_exec('host ' . escapeshellarg($_GET['host'])); break;
    case 'who': echo exec('whoami'); break;
    case 'rows': echo count(file("$data/rows.csv")), exec("wc -l < $data/rows.csv"); break;
    default: echo "tools\n";
}
