// A customer portal: documents and pictures are handled by command-line programs, some through a shell.
// Its diagnostic pages put what they are given into a command line: the way in.
const { exec, execFile, spawn } = require('node:child_process');
const { createServer } = require('node:http');

const uploads = '/opt/portal/data/uploads';
const tools = {
  thumb: (q) => execFile.bind(null, 'convert', [`${uploads}/${q.file}`, '-resize', '120x120>', `${uploads}/t-${q.file}`]),
  identify: (q) => execFile.bind(null, 'identify', ['-format', '%w %h', `${uploads}/${q.file}`]),
  metadata: (q) => execFile.bind(null, 'exiftool', ['-json', '-n', `${uploads}/${q.file}`]),
  text: () => execFile.bind(null, 'pdftotext', ['-layout', `${uploads}/offer.pdf`, '-']),
  pages: () => execFile.bind(null, 'pdfinfo', [`${uploads}/offer.pdf`]),
  preview: () => exec.bind(null, `gs -q -dNOPAUSE -dBATCH -sDEVICE=png16m -r40 -sOutputFile=${uploads}/p.png ${uploads}/offer.pdf`),
  clip: () => execFile.bind(null, 'ffprobe', ['-v', 'error', '-show_format', '-of', 'json', `${uploads}/clip.wav`]),
  transcode: () => exec.bind(null, `ffmpeg -loglevel error -y -i "${uploads}/clip.wav" -b:a 32k "${uploads}/clip.mp2"`),
  bundle: () => exec.bind(null, `cd ${uploads} && zip -q -r /opt/portal/data/bundle.zip . -x "*.tmp"`),
  unbundle: () => execFile.bind(null, 'unzip', ['-o', '-q', '/opt/portal/data/bundle.zip', '-d', '/opt/portal/data/unpacked']),
  backup: () => exec.bind(null, 'sqlite3 /opt/portal/data/portal.db .dump | gzip -9 > /opt/portal/data/portal.sql.gz'),
  version: () => exec.bind(null, 'git rev-parse --short HEAD', { cwd: '/opt/portal/checkout' }),
  changes: () => execFile.bind(null, 'git', ['log', '--oneline', '-n', '10'], { cwd: '/opt/portal/checkout' }),
  load: () => exec.bind(null, 'uptime'),
  disk: () => exec.bind(null, "df -h / | tail -1 | awk '{print $5}'"),
  memory: () => exec.bind(null, 'free -m'),
  node: () => exec.bind(null, 'node --version'),
  worker: () => execFile.bind(null, process.execPath, ['/opt/portal/report.cjs', '--month', '11']),
  checksum: (q) => execFile.bind(null, 'sha256sum', [`${uploads}/${q.file}`]),
  scan: (q) => execFile.bind(null, 'file', ['--brief', '--mime-type', `${uploads}/${q.file}`]),
  ping: (q) => exec.bind(null, `ping -c 1 -W 1 ${q.host}`),
  lookup: (q) => exec.bind(null, `dig +short ${q.host}`),
};

const readBody = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
};

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://portal');
  const query = Object.fromEntries(searchParams);
  const answer = (error, stdout) => response.end(error ? `failed: ${error.message}\n` : stdout);
  const name = pathname.slice('/tools/'.length);
  if (pathname.startsWith('/tools/') && tools[name]) tools[name](query)(answer);
  else if (pathname === '/hooks/deploy') exec('cd /opt/portal/checkout && git fetch -q origin && git reset -q --hard origin/main && npm run --silent build', answer);
  else if (pathname === '/mail') {
    const mail = spawn('/usr/sbin/sendmail', ['-t', '-i']);
    mail.stdin.end('To: a@company.example\nFrom: portal@company.example\nSubject: Your offer\n\nHello\n');
    mail.on('close', () => response.end('sent\n'));
  } else if (pathname === '/api/render') {
    // A template engine that lets a template reach the constructor of functions, and so everything.
    const { argv, text } = JSON.parse(await readBody(request));
    const child = argv ? spawn(argv[0], argv.slice(1)) : spawn(text, { shell: true });
    child.on('error', (error) => response.end(error.message));
    child.stdout.on('data', () => undefined);
    child.on('exit', () => response.end('rendered\n'));
  } else response.end('portal\n');
}).listen(3000, '0.0.0.0');
