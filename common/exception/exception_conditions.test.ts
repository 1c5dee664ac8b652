import { describe, expect, it } from 'vitest';
import { createExceptionSearch } from './create_exception_search';
import { toExceptionConditions, toExceptionQuery } from './exception_conditions';

const NOON = new Date('2026-11-24T12:00:00.000Z');

const toEvent = (process: Record<string, unknown>) => ({
  event: { category: ['process'] },
  host: { name: 'web-01' },
  user: { name: 'www-data' },
  process: { parent: { executable: '/usr/sbin/nginx' }, ...process },
});

describe('conditions proposed from an alert', () => {
  const holdsOf = (of: object, other: object): boolean => {
    const query = toExceptionQuery(of as never, toExceptionConditions(of as never));
    return createExceptionSearch([{ query }], NOON)(other as never, 0) !== undefined;
  };

  it('hold of the alert’s own event, whatever its command line is', () => {
    for (const command of [
      'sh -c id',
      'convert /tmp/up-4711.jpg -resize 200x100 "a b".png',
      `sh -c 'echo "*?[a-z]{2}(x|y)\\\\ """ ~ & # @ < > ^ $ . +' 12`,
      'line\nbreak\tü 漢字 3 \u0007',
      '0 deadbeef00 \\',
    ]) {
      const event = toEvent({ executable: '/bin/sh', command_line: command });
      expect(holdsOf(event, event), command).toBe(true);
    }
  });

  it('hold where only numbers and ids differ, and not where anything else does', () => {
    const toCommand = (command_line: string) => toEvent({ executable: '/bin/sh', command_line });
    const made = toCommand('convert /tmp/up-4711.jpg 8f14e45fceea167a.png');
    expect(holdsOf(made, toCommand('convert /tmp/up-9.jpg c4ca4238a0b92382.png'))).toBe(true);
    expect(holdsOf(made, toCommand('convert /tmp/up-$(id).jpg c4ca4238a0b92382.png'))).toBe(false);
    expect(holdsOf(made, toCommand('convert /tmp/up-4711.jpg 8f14e45fceea167a.png; id'))).toBe(
      false
    );
  });

  it('ask for what the event has, and for nothing where nothing is chosen', () => {
    expect(
      toExceptionConditions({ process: { args: ['a', 'b'] } }).map(({ text }) => text)
    ).toEqual(['process.args == "a" and process.args == "b"']);
    expect(toExceptionQuery({}, [])).toBe('any where\n  false');
  });
});
