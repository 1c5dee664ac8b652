/** What a record means for finding execs; `other` covers the types that don't. */
export type RecordKind = 'syscall' | 'execve' | 'cwd' | 'proctitle' | 'end' | 'user' | 'other';

/**
 * The head of one line: `node=NAME type=SYSCALL msg=audit(SECONDS.MILLIS:SERIAL):`.
 * Of types that don't matter no more is looked at than that, because half the lines of an exec are such. One header is reused for all lines.
 */
export class RecordHeader {
  kind: RecordKind = 'other';
  /** Empty when the line names no node. */
  node = '';
  /** Milliseconds since 1970. */
  time = 0;
  serial = 0;
  /** Where the record's fields begin. */
  bodyStart = 0;
  /** `SECONDS.MILLIS:SERIAL):` as last read, with its time: the records of an exec share theirs. */
  private stamp = '?';
  private stampTime = 0;

  /** False when `[start, end)` is no audit record. */
  parse(text: string, start: number, end: number): boolean {
    let at = start;
    this.node = '';
    if (text.startsWith('node=', at)) {
      const nodeEnd = text.indexOf(' ', at);
      if (nodeEnd < 0 || nodeEnd >= end) return false;
      this.node = text.slice(at + 5, nodeEnd);
      at = nodeEnd + 1;
    }
    if (!text.startsWith('type=', at)) return false;
    const typeEnd = text.indexOf(' ', at);
    if (typeEnd < 0 || typeEnd >= end || !text.startsWith('msg=audit(', typeEnd + 1)) return false;
    this.kind = findKind(text, at + 5);
    return this.kind === 'other' || this.parseStamp(text, typeEnd + 11, end);
  }

  private parseStamp(text: string, start: number, end: number): boolean {
    if (!text.startsWith(this.stamp, start) && !this.readStamp(text, start, end)) return false;
    this.time = this.stampTime;
    this.bodyStart = start + this.stamp.length;
    return true;
  }

  private readStamp(text: string, start: number, end: number): boolean {
    const dot = endOfDigits(text, start, end);
    const colon = endOfDigits(text, dot + 1, end);
    const bracket = endOfDigits(text, colon + 1, end);
    if (
      dot === start ||
      dot - start > LONGEST_SECONDS ||
      text.charCodeAt(dot) !== 0x2e ||
      colon !== dot + 4 ||
      text.charCodeAt(colon) !== 0x3a ||
      bracket === colon + 1 ||
      bracket - colon > LONGEST_SERIAL ||
      !text.startsWith('):', bracket) ||
      bracket + 2 > end
    ) {
      return false;
    }
    this.stampTime = toInteger(text, start, dot) * 1000 + toInteger(text, dot + 1, colon);
    this.serial = toInteger(text, colon + 1, bracket);
    this.stamp = text.slice(start, bracket + 2);
    return true;
  }
}

/** Up to the year 5138; more digits would leave the range of dates. */
const LONGEST_SECONDS = 11;
const LONGEST_SERIAL = 16;

const findKind = (text: string, start: number): RecordKind => {
  switch (text.charCodeAt(start)) {
    case 0x53:
      return text.startsWith('SYSCALL ', start) ? 'syscall' : 'other';
    case 0x45:
      if (text.startsWith('EXECVE ', start)) return 'execve';
      return text.startsWith('EOE ', start) ? 'end' : 'other';
    case 0x43:
      if (text.startsWith('CWD ', start)) return 'cwd';
      return text.startsWith('CRED_', start) ? 'user' : 'other';
    case 0x50:
      return text.startsWith('PROCTITLE ', start) ? 'proctitle' : 'other';
    case 0x55:
      return text.startsWith('USER_', start) ? 'user' : 'other';
    default:
      return 'other';
  }
};

const endOfDigits = (text: string, start: number, end: number): number => {
  let at = start;
  while (at < end && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
  return at;
};

const toInteger = (text: string, start: number, end: number): number => {
  let result = 0;
  for (let at = start; at < end; at++) result = result * 10 + text.charCodeAt(at) - 0x30;
  return result;
};
