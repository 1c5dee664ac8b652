/** What web applications run by habit, by the kind of help they want. */
export const HABITS: readonly { readonly kind: string; readonly programs: RegExp }[] = [
  // php.net/mail, Debian's mail transport agents
  {
    kind: 'mail',
    programs:
      /^(?:sendmail(?:\.\w+)?|postdrop|postqueue|postfix|exim4?|msmtp|ssmtp|nullmailer-inject|mailq|maildrop|procmail|dovecot\S*|doveadm|spamc|spamassassin|sa-learn|clamdscan|clamscan|mhonarc)$/,
  },
  {
    kind: 'image',
    programs:
      /^(?:convert|identify|mogrify|composite|montage|magick|gm|cwebp|dwebp|gif2webp|jpegoptim|optipng|pngquant|pngcrush|jpegtran|cjpeg|djpeg|gifsicle|rsvg-convert|inkscape|exiftool|exiv2|vips\w*|avifenc|svgo|zopflipng|heif-convert|dcraw|ufraw-batch|netpbm|pnm\w+|ppm\w+|jpeginfo|potrace|oxipng|guetzli)$/,
  },
  {
    kind: 'media',
    programs:
      /^(?:ffmpeg|ffprobe|avconv|sox|soxi|lame|mediainfo|mplayer|flac|metaflac|oggenc|ogginfo|opusenc|timidity|fluidsynth|espeak(?:-ng)?|festival|pico2wave|mp3info|normalize-audio|HandBrakeCLI|atomicparsley|streamripper)$/,
  },
  {
    kind: 'document',
    programs:
      /^(?:gs|pdfto\w+|pdfinfo|pdftk|qpdf|pdfunite|pdfseparate|pdfimages|pdffonts|pdfdetach|mutool|wkhtmltopdf|wkhtmltoimage|weasyprint|xvfb-run|chromium(?:-browser)?|google-chrome\S*|headless_shell|libreoffice|soffice(?:\.bin)?|oosplash|unoconv|antiword|catdoc|catppt|xls2csv|tesseract|(?:pdf|xe|lua)?latex|dvipng|dvips|dvisvgm|texvc|lilypond|abc2\w+|dot|neato|fdp|gnuplot|mscgen|ploticus|plantuml|ditaa|pandoc|ps2pdf\w*|ps2ascii|html2text|tidy|abiword|docx2txt|odt2txt|unrtf|cairosvg|barcode|qrencode|zint|enscript|highlight|source-highlight|pygmentize|djvu\w+|ddjvu|file|xmllint|xsltproc|fop|asciidoc\w*|markdown\w*|man2html|rst2html|graph-easy|aspell|hunspell|ispell|iconv|recode|uconv|lp|lpr|lpstat|lpq|cups\w*)$/,
  },
  {
    kind: 'archive',
    programs:
      /^(?:gzip|gunzip|zcat|bzip2|bunzip2|xz|unxz|zstd|unzip|zipinfo|unrar|7z|7za|7zr|p7zip|tar|zip|ar|lha|cabextract|rpm2cpio|pigz|brotli)$/,
  },
  {
    kind: 'version control',
    programs:
      /^(?:git(?:-[\w-]+)?|svn\w*|hg|cvs|rcs|bzr|fossil|cgit|gitweb\.cgi|git-http-backend|diff|diff3|sdiff|patch|merge|wdiff|blame)$/,
  },
  {
    kind: 'packages and frameworks',
    programs:
      /^(?:composer|npm|npx|yarn|pnpm|pip\d?|bundle|bundler|gem|rake|rails|artisan|wp|wp-cli|drush|drupal|occ|magento|console|phpunit|php|ruby|java|mix|cake|yii|symfony|webpack|gulp|grunt|vite|esbuild|sass|lessc|postcss|tsc|manage\.py|django-admin|alembic|flask)$/,
  },
  {
    kind: 'monitoring',
    programs:
      /^(?:rrdtool|rrdcached|snmp\w+|fping6?|check_\w+(?:\.\w+)?|smartctl|sensors|apcaccess|upsc|hddtemp|ipmitool|vnstat|nvidia-smi|mdadm|iostat|vmstat|mpstat|sar|pidstat|munin\S*|nagios\S*|collectd|zabbix\S*|ntpq|chronyc|ntpstat|multipath|megacli\S*|storcli\S*|lsusb|acpi|sysstat|spine|poller\S*|rrdgraph|uptime|free|df|du|nproc|loadavg|lscpu|systemd-detect-virt|date|quota|repquota|ping6?|mysqladmin|apachectl|apache2ctl|nginx|httpd|php-fpm\S*|asterisk|fail2ban-client|ipset|wg|omreport|rasdial|pihole\S*)$/,
  },
  {
    kind: 'checks and keys',
    programs:
      /^(?:openssl|md5sum|sha\d+sum|b2sum|cksum|sum|gpg2?|gpgv|htpasswd|mkpasswd|pwgen|uuidgen|certtool|keytool|ssh-keyscan|dig|host|nslookup|whois|geoiplookup\d?|mmdblookup|idn2?|jq|yq|xmlstarlet|csvtool)$/,
  },
  {
    kind: 'database',
    programs:
      /^(?:mysqldump|mariadb-dump|pg_dump|pg_restore|psql|mysql|mariadb|sqlite3|mysqlcheck|pg_isready|redis-cli|mongodump|indexer|searchd|sphinx\S*|zoneminder|zmdc\.pl|zmpkg\.pl)$/,
  },
  {
    kind: 'log writing',
    programs:
      /^(?:rotatelogs|cronolog|logger|logrotate|multilog|svlogd|apache2-?log\S*|piped\S*|tee|logresolve)$/,
  },
  {
    kind: 'services of the server',
    programs:
      /^(?:suexec|suphp|fcgiwrap|php-cgi\S*|cgi-fcgi|wsgi\S*|uwsgi|gunicorn|supervisorctl|pm2|systemctl|service|rotatelogs|mod_\w+|passenger\S*|sudo)$/,
  },
];

/** What holds a line together without doing anything by itself. */
export const GLUE =
  /^(?:(?:ba|da|z|k|a)?sh|cd|test|\[|\[\[|true|false|:|export|set|shift|exit|return|if|for|while|case|umask|ulimit|wait|trap|exec|eval|local|read|unset|env|nice|ionice|timeout|nohup|setsid|stdbuf|time|xargs|cut|sed|awk|tr|sort|uniq|wc|head|tail|grep|egrep|fgrep|basename|dirname|realpath|readlink|expr|bc|seq|printf|echo|paste|column|fold|join|comm|rev|nl|mktemp|mkdir|rmdir|touch|chmod|chown|cp|mv|ln|rm|install|find|stat|getopt|tput|locale|getent|sleep|jspawnhelper|perl|python[\d.]*|node|flock|sync|cat|ls|which|command|type|hash|alias|source|\.)$/;
