import { CALLING_PROGRAMS, NODE_TOOLS, PYTHON_TOOLS, SHELL_PROGRAMS } from './other_programs';
import type { ServerForm } from './server_form';
import { WEB_ACCOUNTS } from './web_accounts';

const WEB_USES_OF_PYTHON = [
  '*gunicorn*',
  '*uvicorn*',
  '*hypercorn*',
  '*daphne*',
  '*waitress*',
  '*cherryd*',
  '*flask*',
  'runserver',
  'runserver_plus',
  '*wsgi*',
  '*asgi*',
  '*uwsgi*',
  '*twistd*',
  '*tornado*',
  '*bottle*',
  '*werkzeug*',
  '*aiohttp*',
  '*sanic*',
  '*fastapi*',
  '*django*',
  '*streamlit*',
  '*gradio*',
  '*jupyter*',
  '*airflow*',
  '*superset*',
  '*odoo*',
  '*openerp*',
  '*zope*',
  '*plone*',
  '*mailman*',
  '*http.server*',
  '*SimpleHTTPServer*',
  '*CGIHTTPServer*',
  '*pywb*',
  '*saltstack*',
  '*salt-api*',
];

/** Servers that are an interpreter with a script. Each entry names where its form is documented. */
export const SCRIPT_SERVERS: readonly ServerForm[] = [
  // gunicorn and puma set titles: docs.gunicorn.org/en/latest/settings.html#proc-name, puma.io
  {
    kind: 'gunicorn',
    names: [
      'gunicorn',
      'gunicorn?',
      'gunicorn3',
      'uvicorn',
      'hypercorn',
      'daphne',
      'waitress-serve',
    ],
  },
  { kind: 'gunicorn', args: ['gunicorn: *'] },
  {
    kind: 'puma',
    args: ['puma *', 'puma: *', 'unicorn *master*', 'unicorn worker*', 'unicorn_rails *'],
  },
  // docs.djangoproject.com/en/stable/ref/django-admin; flask.palletsprojects.com/en/stable/cli
  {
    kind: 'python server',
    names: ['python', 'python?', 'python?.*', 'pypy*'],
    args: WEB_USES_OF_PYTHON,
    isGuess: true,
  },
  {
    kind: 'python program',
    names: ['python', 'python?', 'python?.*', 'pypy*'],
    args: ['*.py', '*.pyz'],
    notArgs: PYTHON_TOOLS,
    isGuess: true,
  },
  // puma.io, bogomips.org/unicorn, rack, thin, webrick; rails server
  {
    kind: 'ruby server',
    names: ['ruby', 'ruby?.*', 'ruby?', 'jruby'],
    args: [
      '*puma*',
      '*unicorn*',
      '*rackup*',
      '*thin*',
      '*webrick*',
      '*passenger*',
      '*falcon*',
      '*sinatra*',
      'server',
      's',
      '*config.ru',
    ],
    notArgs: ['*bundler*', '*puppet*', '*/gem', '*rspec*'],
    isGuess: true,
  },
  {
    kind: 'ruby program',
    names: ['ruby', 'ruby?.*', 'ruby?'],
    args: ['*.rb'],
    notArgs: ['/usr/*', '/etc/*'],
    isGuess: true,
  },
  // nodejs.org/api/cli.html: a script is an argument; pm2 sets the title `node /path/app.js`
  {
    kind: 'node server',
    names: ['node', 'nodejs', 'node??', 'bun', 'deno'],
    args: [
      '*.js',
      '*.mjs',
      '*.cjs',
      '*.ts',
      '*next*',
      '*nuxt*',
      '*/bin/www',
      '*pm2*',
      '*forever*',
      '*strapi*',
      '*n8n*',
      '*node-red*',
    ],
    notArgs: NODE_TOOLS,
    isGuess: true,
  },
  {
    kind: 'node server',
    args: ['node /*', 'next-server*', 'node-red*'],
    notArgs: NODE_TOOLS,
    isGuess: true,
  },
  // metacpan.org: Starman, Plack, Mojolicious; webmin.com: miniserv.pl
  {
    kind: 'perl server',
    names: ['perl', 'perl5*', 'starman*', 'plackup', 'hypnotoad'],
    args: [
      '*starman*',
      '*plackup*',
      '*hypnotoad*',
      '*morbo*',
      '*twiggy*',
      '*miniserv*',
      '*.psgi',
      'daemon',
      '*http_server*',
      '*httpserver*',
    ],
    isGuess: true,
  },
  { kind: 'perl server', args: ['starman *', 'miniserv*'] },
  // FastCGI programs by the ending that servers' manuals give them: they live on, and answer many visitors
  { kind: 'fcgi program', args: ['*.fcgi'], isGuess: true },
  // lua: Orbit, Xavante, OpenResty's and LuCI's CGI run below a named server
  {
    kind: 'lua server',
    names: ['lua*'],
    args: ['*xavante*', '*orbit*', '*lapis*', '*turbo*', '*server*'],
    isGuess: true,
  },
  // a server under another name, or an application's worker
  {
    kind: 'program of a web account',
    users: WEB_ACCOUNTS,
    notNames: [...SHELL_PROGRAMS, ...CALLING_PROGRAMS],
    isGuess: true,
  },
];
