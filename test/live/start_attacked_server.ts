import { randomUUID } from 'node:crypto';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { until } from '../kibana/until';
import { runGuarded } from './run_guarded';

/** `shell`: PHP's system(); `program`: the arguments of a program that is started without a shell. */
export type Attack = { readonly shell: string } | { readonly program: readonly string[] };

export interface AttackedServer {
  readonly port: number;
  /**
   * Runs a command through the web server, and answers when it has ended.
   * @returns the pid of the PHP worker that ran it
   */
  attack(attack: Attack): Promise<number>;
  /** Visits a page as users do. @throws Error unless the page answers `expected` */
  visit(page: string, expected: RegExp): Promise<void>;
  stop(): Promise<void>;
}

/** So that workers, which fork and never exec, come and go while they are attacked. */
const REQUESTS_PER_WORKER = 7;

/** nginx and PHP of this machine with a command page, on a free port of 127.0.0.1 and under an address nobody knows. */
export const startAttackedServer = async (
  directory: string,
  phpFpm: string
): Promise<AttackedServer> => {
  const port = await findFreePort();
  const shell = `/${randomUUID()}.php`;
  await writeSite(directory, shell);
  const php = join(directory, 'php-fpm.conf');
  const nginx = join(directory, 'nginx.conf');
  await writeFile(php, toPhpConfiguration(directory));
  await writeFile(nginx, toNginxConfiguration(directory, port));
  const run = runGuarded(
    `"$1" -n -F -y "$2" & php=$!
     nginx -c "$3" -e "$4" -g 'daemon off;' & nginx=$!
     cat
     kill $php $nginx
     wait $php $nginx`,
    [phpFpm, php, nginx, join(directory, 'nginx.log')]
  );

  const url = `http://127.0.0.1:${port}`;
  const visit = async (page: string, expected: RegExp): Promise<void> => {
    const response = await fetch(`${url}${page}`);
    const body = await response.text();
    if (response.status !== 200 || !expected.test(body)) {
      throw new Error(`${page} answered ${response.status}: ${body}`);
    }
  };
  const isReady = until('the web server', 20, () =>
    visit('/sum.php', /^4$/).then(
      () => true,
      () => undefined
    )
  );
  await Promise.race([isReady, run.ended]);
  return {
    port,
    visit,
    stop: run.stop,
    async attack(attack) {
      const response = await fetch(`${url}${shell}`, {
        method: 'POST',
        body: JSON.stringify(attack),
      });
      const worker = response.headers.get('x-worker');
      if (response.status !== 200 || worker === null) {
        throw new Error(`The command page answered ${response.status}: ${await response.text()}`);
      }
      await response.text();
      return Number(worker);
    },
  };
};

const findFreePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const writeSite = async (directory: string, shell: string): Promise<void> => {
  const site = join(directory, 'site');
  await mkdir(site);
  // A temporary folder is its owner's alone, and www-data has to get in.
  await chmod(directory, 0o755);
  await writeFile(join(site, 'style.css'), 'body { color: black }');
  await writeFile(join(site, 'sum.php'), '<?php echo 2 + 2;');
  await writeFile(
    join(site, 'report.php'),
    `<?php system('date +%Y'); system('uptime; echo done');`
  );
  await writeFile(
    join(site, shell),
    `<?php
      header('x-worker: ' . getmypid());
      $attack = json_decode(file_get_contents('php://input'), true);
      if (isset($attack['shell'])) { system($attack['shell']); exit; }
      $process = proc_open($attack['program'], [['file', '/dev/null', 'r'], ['pipe', 'w']], $pipes);
      echo stream_get_contents($pipes[1]);
      proc_close($process);`
  );
};

const toPhpConfiguration = (directory: string): string => `
[global]
pid = ${directory}/php-fpm.pid
error_log = ${directory}/php-fpm.log
[www]
user = www-data
group = www-data
listen = ${directory}/php.sock
listen.owner = www-data
listen.group = www-data
pm = static
pm.max_children = 2
pm.max_requests = ${REQUESTS_PER_WORKER}
request_terminate_timeout = 60
`;

const toNginxConfiguration = (directory: string, port: number): string => {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/nginx_${name};`
  );
  return `
user www-data;
worker_processes 1;
pid ${directory}/nginx.pid;
error_log ${directory}/nginx.log;
events {}
http {
  access_log off;
  ${folders.join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${directory}/site;
    location ~ [.]php$ {
      fastcgi_pass unix:${directory}/php.sock;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_param REQUEST_METHOD $request_method;
      fastcgi_param CONTENT_LENGTH $content_length;
      fastcgi_param CONTENT_TYPE $content_type;
    }
  }
}
`;
};
