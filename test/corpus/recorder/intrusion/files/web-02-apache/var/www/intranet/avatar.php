<?php
exec('/usr/bin/identify -format %wx%h ' . escapeshellarg('/var/www/intranet/data/logo.png'), $lines);
echo implode($lines), "\n";
