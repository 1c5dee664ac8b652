import { execFileSync } from 'node:child_process';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFixtureMachine } from '../../../machine/create_machine.fixture';
import { createSqlEngine } from '../../sqlite/create_sql_engine';
import { ALL_TABLES } from '../all_tables';
import { queryFixture } from '../query.fixture';

const TREE = {
  '/var/www/index.php': '<?php',
  '/var/www/up/shell.php': 'evil',
  '/var/www/up/a_b': '',
  '/var/www/up/aXb': '',
  '/var/www/link': { link: 'up/shell.php' },
  '/var/www/loop': { link: '/var/www' },
  '/var/www/gone': { link: '/nowhere' },
};

const paths = async (where: string): Promise<string[]> =>
  (await queryFixture(TREE, `SELECT path FROM file WHERE ${where} ORDER BY path`)).rows.map(
    ({ path = '' }) => path
  );

test('shows what is known of a file and of a symbolic link', async () => {
  const { rows } = await queryFixture(
    TREE,
    "SELECT * FROM file WHERE path IN ('/var/www/link', '/var/www/gone', '/var/www/none')"
  );
  expect(rows).toHaveLength(2);
  expect(rows.find(({ filename }) => filename === 'link')).toMatchObject({
    ...{ path: '/var/www/link', directory: '/var/www', size: '4', type: 'regular' },
    ...{ symlink: '1', symlink_target_path: 'up/shell.php', hard_links: '1' },
    mode: expect.stringMatching(/^0[0-7]{3}$/),
    mtime: expect.stringMatching(/^1\d{9}$/),
  });
  expect(rows.find(({ filename }) => filename === 'gone')).toMatchObject({ type: 'symlink' });
});

test.each([
  ["path = '/var/www/index.php'", ['/var/www/index.php']],
  ["directory = '/var/www/up'", ['/var/www/up/aXb', '/var/www/up/a_b', '/var/www/up/shell.php']],
  ["directory = '/var/www/up/' AND filename LIKE 'shell%'", ['/var/www/up/shell.php']],
  ["path LIKE '/var/www/%.php'", ['/var/www/index.php']],
  ["path LIKE '/var/%/up/a_b'", ['/var/www/up/aXb', '/var/www/up/a_b']],
  ["path LIKE '/var/%%.php'", ['/var/www/index.php', '/var/www/up/shell.php']],
  ["directory LIKE '/var/www/%' AND filename = 'shell.php'", ['/var/www/up/shell.php']],
  [
    "path = '/var/www/index.php' OR directory = '/var/www/up'",
    [...['/var/www/index.php', '/var/www/up/aXb', '/var/www/up/a_b', '/var/www/up/shell.php']],
  ],
  ["path = '/var/www/index.php' OR path LIKE '/var/www/index%'", ['/var/www/index.php']],
  ["path LIKE '%.php' AND path LIKE '/var/www/%'", ['/var/www/index.php']],
  ["path = 'relative'", []],
  ["path LIKE 'relative%'", []],
])('finds files by %s', async (where, expected) => {
  expect(await paths(where)).toEqual(expected);
});

test('lists only the directories a pattern can mean', async () => {
  const { reads } = await queryFixture(TREE, "SELECT path FROM file WHERE path LIKE '/var/www/%'");
  expect(reads.filter((path) => !path.endsWith('link') && !path.endsWith('loop'))).toEqual([
    '/var/www',
    '/var/www/gone',
  ]);
});

test('reads one directory where a pattern over all of them comes on top', async () => {
  const { reads } = await queryFixture(
    TREE,
    "SELECT path FROM file WHERE path LIKE '/%%' AND directory = '/var/www/up'"
  );
  expect(reads).toEqual(['/var/www/up']);
});

test('shows sizes and inodes past 32 bits as whole numbers', async () => {
  const fixture = createFixtureMachine({ '/big': '' });
  truncateSync(join(fixture.root, 'big'), 5 * 2 ** 30);
  const engine = await createSqlEngine(ALL_TABLES, () => fixture.machine);
  const sql =
    "SELECT size, typeof(size) AS type, size % 1000 AS rest FROM file WHERE path = '/big'";
  expect(
    engine.run(sql, { maxRows: 10, maxCharacters: 1_000, countUntilMs: 10_000 })
  ).toMatchObject({
    rows: [{ size: '5368709120', type: 'integer', rest: '120' }],
  });
  fixture.dispose();
});

test('refuses to list the whole machine', async () => {
  await expect(queryFixture(TREE, 'SELECT * FROM file')).rejects.toThrow(
    'Table file needs path or directory in the WHERE clause.'
  );
});

test('computes the digests that are asked for and passes over what is no regular file', async () => {
  const { rows } = await queryFixture(
    TREE,
    "SELECT path, md5, sha1, sha256 FROM hash WHERE directory = '/var/www' AND md5 = '4034A346CCEE15292D823416F7510A2F'"
  );
  const evil = {
    md5: '4034a346ccee15292d823416f7510a2f',
    sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  };
  expect(rows).toEqual([{ path: '/var/www/link', ...evil }]);
});

test('does not wait for a FIFO under the name of a file', async () => {
  const fixture = createFixtureMachine({
    '/home/x/.keep': '',
    '/etc/passwd': 'x:x:7:7::/home/x:/bin/sh',
  });
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(fixture.root, 'home/x/.bash_history')]);
  const engine = await createSqlEngine(ALL_TABLES, () => fixture.machine);
  const limits = { maxRows: 10, maxCharacters: 1_000, countUntilMs: 10_000 };
  const sql =
    "SELECT type, (SELECT count(*) FROM shell_history) AS lines FROM file WHERE path = '/home/x/.bash_history'";
  expect(engine.run(sql, limits)).toMatchObject({ rows: [{ type: 'fifo', lines: '0' }] });
  const hash = engine.run("SELECT md5 FROM hash WHERE path = '/home/x/.bash_history'", limits);
  expect(hash).toMatchObject({ kind: 'rows', rows: [] });
  fixture.dispose();
});
