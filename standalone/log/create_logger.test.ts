import { expect, test } from 'vitest';
import { createLogger } from './create_logger';

const logged = (speak: (logger: ReturnType<typeof createLogger>) => void): string[] => {
  const lines: string[] = [];
  speak(
    createLogger({
      write: (line) => lines.push(line),
      now: () => new Date('2026-03-01T10:00:00.123Z'),
    })
  );
  return lines;
};

test('writes time, level, speaker and message', () => {
  expect(logged((logger) => logger.get('plugins', 'x').warn('Disk is slow'))).toEqual([
    '2026-03-01T10:00:00.123Z WARN  plugins.x: Disk is slow',
  ]);
});

test('shows control characters instead of sending them: no second line, no colour, no turned writing', () => {
  const [line, ...more] = logged((logger) =>
    logger.error('a\nERROR fake \u001b[31mred\u001b[0m \u202etxt.exe \u2028 \u009b2J \u0000 \u200b')
  );
  expect(more).toEqual([]);
  expect(line).toBe(
    '2026-03-01T10:00:00.123Z ERROR a\\nERROR fake \\u001b[31mred\\u001b[0m ' +
      '\\u202etxt.exe \\u2028 \\u009b2J \\u0000 \\u200b'
  );
});

test('leaves letters of every script as they are', () => {
  expect(logged((logger) => logger.info('警报 größer ‰'))[0]).toMatch(/警报 größer ‰$/);
});
