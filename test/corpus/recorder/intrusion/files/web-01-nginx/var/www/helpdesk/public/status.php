<?php
// The way in: the host goes to the shell as it came.
header('Content-Type: text/plain');
system('ping -c 1 -W 1 ' . ($_GET['host'] ?? '192.0.2.80') . ' 2>&1');
