import { expect, test } from 'vitest';
import { createShutdown } from './create_shutdown';
import { createLogger } from './log/create_logger';

test('does every step once, the last one added first, also after one that fails', async () => {
  const done: string[] = [];
  const logged: string[] = [];
  const shutdown = createShutdown(
    createLogger({ write: (line) => logged.push(line), now: () => new Date(0) })
  );
  shutdown.add(() => done.push('store'));
  shutdown.add(() => Promise.reject(new Error('the thread hangs')));
  shutdown.add(async () => {
    await Promise.resolve();
    done.push('server');
  });
  await shutdown.run();
  await shutdown.run();
  expect(done).toEqual(['server', 'store']);
  expect(logged).toEqual([expect.stringContaining('the thread hangs')]);
});
