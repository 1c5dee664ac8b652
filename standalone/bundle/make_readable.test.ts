import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeReadable } from './make_readable';

test('lets every user read what was written for one alone', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    mkdirSync(join(directory, 'chunks'), { mode: 0o700 });
    writeFileSync(join(directory, 'chunks/a.js'), '', { mode: 0o600 });
    await makeReadable(directory);
    const modes = ['', 'chunks', 'chunks/a.js'].map(
      (path) => statSync(join(directory, path)).mode & 0o777
    );
    expect(modes).toEqual([0o755, 0o755, 0o644]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
