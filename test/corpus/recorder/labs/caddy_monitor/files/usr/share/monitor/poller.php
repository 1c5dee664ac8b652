<?php
$load = trim(shell_exec("awk '{print $1}' /proc/loadavg"));
exec('rrdtool update /var/lib/monitor/load.rrd N:' . escapeshellarg($load));
exec('snmpget -v1 -c public -t 1 -r 0 10.20.0.5 sysUpTime.0 2>&1', $lines);
exec('fping -c 1 10.20.0.5 2>/dev/null || ping -c 1 -W 1 10.20.0.5', $lines);
