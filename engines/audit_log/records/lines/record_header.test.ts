import { describe, expect, it } from 'vitest';
import { RecordHeader } from './record_header';

const parse = (line: string): RecordHeader | undefined => {
  const header = new RecordHeader();
  return header.parse(Buffer.from(line), 0, line.length) ? header : undefined;
};

describe('RecordHeader', () => {
  it('reads kind, time and serial number', () => {
    const line = 'type=SYSCALL msg=audit(1795488208.764:234852): arch=c000003e';
    expect(parse(line)).toMatchObject({
      kind: 'syscall',
      node: '',
      time: 1795488208764,
      serial: 234852,
      bodyStart: line.indexOf(' arch'),
    });
  });

  it('reads the node that the log of several machines names', () => {
    expect(parse('node=web-01.example type=EOE msg=audit(1.000:2): ')).toMatchObject({
      kind: 'end',
      node: 'web-01.example',
    });
  });

  it.each([
    ['EXECVE', 'execve'],
    ['CWD', 'cwd'],
    ['PROCTITLE', 'proctitle'],
    ['EOE', 'end'],
    ['USER_START', 'user'],
    ['CRED_ACQ', 'user'],
    ['PATH', 'other'],
    ['LOGIN', 'other'],
    ['EXECVEAT', 'other'],
    ['UNKNOWN[1420]', 'other'],
  ])('takes %s for %s', (type, kind) => {
    expect(parse(`type=${type} msg=audit(1795488208.764:1): x=1`)?.kind).toBe(kind);
  });

  it.each([
    '',
    'hello',
    'type',
    'node=web-01',
    'node=web-01 hello',
    'type=SYSCALL',
    'type=SYSCALL msg=audit(1795488208.764:1)',
    'type=SYSCALL msg=audit(1795488208:1): ',
    'type=SYSCALL msg=audit(.764:1): ',
    'type=SYSCALL msg=audit(1795488208.764:): ',
    'type=SYSCALL msg=audit(1795488208.7:1): ',
    'type=SYSCALL msg=audit(99999999999999999.764:1): ',
    'type=SYSCALL msg=audit(1795488208.764:99999999999999999999): ',
  ])('refuses %j', (line) => {
    expect(parse(line)).toBeUndefined();
  });

  it('keeps time and serial number of the last record while its bytes are overwritten', () => {
    const header = new RecordHeader();
    const bytes = Buffer.from('type=CWD msg=audit(1795488208.764:7): x=1');
    const parseAll = (): boolean => header.parse(bytes, 0, bytes.length);
    expect(parseAll()).toBe(true);
    bytes.write('type=CWD msg=audit(1795488209.764:8): x=1');
    expect(parseAll()).toBe(true);
    expect(header).toMatchObject({ time: 1795488209764, serial: 8 });
  });

  it('does not look beyond the end of its line', () => {
    const text = 'type=SYSCALL \ntype=CWD msg=audit(1795488208.764:1): ';
    expect(new RecordHeader().parse(Buffer.from(text), 0, 13)).toBe(false);
  });
});
