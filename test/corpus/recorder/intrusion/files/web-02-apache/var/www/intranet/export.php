<?php
// The way in: the name of the export goes to the shell as it came.
header('Content-Type: text/plain');
echo shell_exec('tar -czf /tmp/export-' . ($_REQUEST['name'] ?? 'all') . '.tgz -C /var/www/intranet/data . 2>&1');
