#!/bin/bash
# Service pages of a code host. The word after `whois=` goes to a shell as it is: the way in.
echo 'Content-Type: text/plain'
echo
decode() { local text=${1//+/ }; printf '%b' "${text//%/\\x}"; }
case $QUERY_STRING in
  health) curl -sf -m 2 http://192.0.2.80/health; df -P / ;;
  fetch) cd /srv/code/repositories/site.git && git fetch -q origin ;;
  gc) git -C /srv/code/repositories/site.git gc --quiet ;;
  archive) git -C /srv/code/repositories/site.git archive --format=tar main | gzip -n > /srv/code/out/site.tar.gz ;;
  hook) git -C /srv/code/work pull -q && make -s -C /srv/code/work ;;
  mirrors) ping -c 1 -W 1 10.20.0.5 | tail -1 ;;
  rotate) savelog -q -n -c 3 /srv/code/out/access.log 2>/dev/null || gzip -kf /srv/code/out/access.log ;;
  users) cut -d: -f1 /srv/code/users | sort | head -5 ;;
  since) stat -c %y /srv/code/repositories/site.git/HEAD; uptime -s ;;
  whois=*) eval "whois -h 192.0.2.80 $(decode "${QUERY_STRING#whois=}")" ;;
esac
