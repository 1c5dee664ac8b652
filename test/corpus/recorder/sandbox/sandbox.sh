#!/bin/sh
# A throw-away copy of this machine: its files under an overlay in memory, its own mounts, host name and network that
# has nothing but loopback. Processes keep the machine's pids, because the audit log names those.
# usage (through unshare --mount --net --uts): sandbox.sh <empty folder>
set -eu
here=$1
mount --make-rprivate /
mount -t tmpfs -o mode=755 sandbox "$here"
mkdir "$here/upper" "$here/work" "$here/root"
# What is this machine's own business isn't seen inside: an opaque folder hides the one below it, and so does a
# character device 0:0 for whatever a distribution hasn't at its root.
/usr/bin/python3 - "$here/upper" <<'PYTHON'
import os, stat, sys
upper = sys.argv[1]
own = "root srv opt home mnt media tmp usr/local var/tmp var/www var/log var/backups var/spool/cron/crontabs"
for path in own.split():
    folder = os.path.join(upper, path)
    os.makedirs(folder, exist_ok=True)
    os.setxattr(folder, "trusted.overlay.opaque", b"y")
    os.chmod(folder, os.stat("/" + path).st_mode & 0o7777)
usual = "bin boot dev etc lib lib32 lib64 libx32 proc run sbin sys usr var".split() + own.split()
for name in set(os.listdir("/")) - set(usual):
    os.mknod(os.path.join(upper, name), stat.S_IFCHR)
PYTHON
mount -t overlay -o "lowerdir=/,upperdir=$here/upper,workdir=$here/work" overlay "$here/root"
cd "$here/root"
mount -t tmpfs -o mode=755 run run
mkdir -p run/lock run/user
mount -t proc -o hidepid=invisible proc proc
mount -t tmpfs -o mode=755 dev dev
while read -r name major minor; do mknod -m 666 "dev/$name" c "$major" "$minor"; done <<NODES
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
NODES
while read -r name target; do ln -s "/proc/self/$target" "dev/$name"; done <<LINKS
fd fd
stdin fd/0
stdout fd/1
stderr fd/2
LINKS
mkdir dev/shm dev/pts old_root
mount -t tmpfs -o mode=1777 shm dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
ln -s pts/ptmx dev/ptmx
pivot_root . old_root
umount -l /old_root
rmdir /old_root
ip link set lo up
# Addresses kept for documentation stand for the intruder's machine and for those of the company.
for address in 203.0.113.66 198.51.100.23 192.0.2.80 10.20.0.5; do ip address add "$address/32" dev lo; done
sysctl -qw net.ipv4.ping_group_range='0 2147483647'
rm -f /etc/resolv.conf
echo 'nameserver 127.0.0.1' > /etc/resolv.conf
echo READY
exec sleep infinity
