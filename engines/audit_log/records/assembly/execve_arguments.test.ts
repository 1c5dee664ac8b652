import { describe, expect, it } from 'vitest';
import { toAuditChunk } from '../audit_chunk';
import { ExecveArguments } from './execve_arguments';
import { FieldCursor } from '../field_cursor';

const read = (...records: string[]): { args: readonly string[]; problem: string | undefined } => {
  const collected = new ExecveArguments();
  for (const record of records) {
    const chunk = toAuditChunk(Buffer.from(record));
    const fields = new FieldCursor();
    fields.open(chunk, 0, chunk.bytes.length);
    collected.add(chunk, fields);
  }
  return { args: collected.finish(), problem: collected.problem };
};

describe('ExecveArguments', () => {
  it('reads quoted, hexadecimal and empty arguments', () => {
    expect(read('argc=4 a0="sh" a1="-c" a2=756E616D65202D61 a3=""')).toEqual({
      args: ['sh', '-c', 'uname -a', ''],
      problem: undefined,
    });
  });

  it('joins an argument in pieces, whose length counts digits', () => {
    expect(read('argc=2 a0="sh" a1_len=8 a1[0]=6162', ' a1[1]=6364')).toEqual({
      args: ['sh', 'abcd'],
      problem: undefined,
    });
  });

  it('joins an argument in pieces, whose length counts bytes', () => {
    expect(read('argc=3 a0_len=4 a0[0]="ab" a0[1]=6364 a1_len=2 a1[0]="ef" a2="g"')).toEqual({
      args: ['abcd', 'ef', 'g'],
      problem: undefined,
    });
  });

  it('joins a character that two pieces share', () => {
    expect(read('argc=1 a0_len=6 a0[0]=67C3', ' a0[1]=B6').args).toEqual(['gö']);
  });

  it('goes on with the list in a further record', () => {
    expect(read('argc=3 a0="zip" a1="-q"', ' a2="x"')).toEqual({
      args: ['zip', '-q', 'x'],
      problem: undefined,
    });
  });

  it.each([
    ['fewer arguments than announced', ['argc=3 a0="a" a1="b"'], 'argc is 3, 2 in the log'],
    ['more arguments than announced', ['argc=1 a0="a" a1="b"'], 'argc is 1, 2 in the log'],
    ['a gap', ['argc=3 a0="a" a2="c"'], 'argument 1 is missing'],
    ['a lost piece', ['argc=1 a0_len=8 a0[0]=6162'], 'argument 0 lacks a piece'],
    ['no number', ['a0="a"'], 'argc is missing'],
  ])('says so when there is %s', (_what, records, problem) => {
    expect(read(...records).problem).toBe(problem);
  });

  it('does not make room for arguments that a hostile index only announces', () => {
    expect(read('argc=2 a0="a" a999999999="b"').args).toEqual(['a', 'b']);
  });

  it('drops what no program could be started with', () => {
    const record = ` a0[0]="${'x'.repeat(60_000)}"`;
    const { args, problem } = read('argc=1 a0_len=6000000', ...Array<string>(100).fill(record));
    expect(args[0]?.length).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(problem).toBe('the arguments are longer than 4 MiB');
  });
});
