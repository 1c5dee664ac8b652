import { standsAt, toWord } from '../ascii_word';
import { findJournalPrefix, findLinePrefix } from './find_line_prefix';
import { findNumberedKind, type RecordKind } from './find_numbered_kind';
import type { AsciiWord } from '../ascii_word';
import { parseLogTime } from './parse_log_time';

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
  private readonly stamp = new Uint8Array(LONGEST_STAMP);
  private stampLength = 0;
  private stampTime = 0;
  private stampSerial = 0;
  private journalSerial = 0;
  private journalTime = 0;

  /** False when `[start, end)` is no audit record. */
  parse(bytes: Buffer, start: number, end: number): boolean {
    let at = start;
    this.node = '';
    if (standsAt(bytes, at, NODE)) {
      const nodeEnd = findSpace(bytes, at, end);
      this.node = bytes.toString('latin1', at + NODE.length, nodeEnd);
      at = nodeEnd + 1;
    }
    if (!standsAt(bytes, at, TYPE)) return false;
    const type = at + TYPE.length;
    const message = findSpace(bytes, type, end);
    let stamp = message + MESSAGE.length;
    if (!standsAt(bytes, message, MESSAGE)) {
      if (!standsAt(bytes, message, KERNEL_MESSAGE)) return false;
      stamp = message + KERNEL_MESSAGE.length;
    }
    this.kind = findKind(bytes, type, message);
    return this.kind === 'other' || this.parseStamp(bytes, stamp, end);
  }

  /** The same for a line with something before the record, as syslog, journald and dmesg write it. */
  parsePrefixed(bytes: Buffer, start: number, end: number): boolean {
    const head = bytes.toString('latin1', start, Math.min(end, start + LONGEST_PREFIX));
    const prefix = findLinePrefix(head);
    if (!prefix || !this.parse(bytes, start + prefix.length, end)) return false;
    if (this.node === '') this.node = prefix.host;
    return true;
  }

  /**
   * The same for a line of the journal, which leaves the stamp out: records belong to the SYSCALL record before them.
   * @param readAt dates there have no year
   */
  parseJournal(bytes: Buffer, start: number, end: number, readAt: number | undefined): boolean {
    const head = bytes.toString('latin1', start, Math.min(end, start + LONGEST_PREFIX));
    const prefix = findJournalPrefix(head);
    const time = prefix && parseLogTime(prefix.time, readAt);
    if (!prefix || time === undefined) return false;
    this.kind = findKind(Buffer.from(`${prefix.type} `), 0, 0);
    this.node = prefix.host;
    if (this.kind === 'syscall') {
      this.journalSerial++;
      this.journalTime = time;
    }
    this.serial = this.journalSerial;
    this.time = this.kind === 'user' ? time : this.journalTime;
    this.bodyStart = start + prefix.length;
    return true;
  }

  private parseStamp(bytes: Buffer, start: number, end: number): boolean {
    const isLast = this.stampLength > 0 && standsAt(bytes, start, this.stamp, this.stampLength);
    if (!isLast && !this.readStamp(bytes, start, end)) return false;
    this.time = this.stampTime;
    this.serial = this.stampSerial;
    this.bodyStart = start + this.stampLength;
    return true;
  }

  private readStamp(bytes: Buffer, start: number, end: number): boolean {
    const dot = endOfDigits(bytes, start, end);
    const colon = endOfDigits(bytes, dot + 1, end);
    const bracket = endOfDigits(bytes, colon + 1, end);
    if (
      dot === start ||
      dot - start > LONGEST_SECONDS ||
      bytes[dot] !== 0x2e ||
      colon !== dot + 4 ||
      bytes[colon] !== 0x3a ||
      bracket === colon + 1 ||
      bracket - colon > LONGEST_SERIAL ||
      !standsAt(bytes, bracket, STAMP_END) ||
      bracket + 2 > end
    ) {
      return false;
    }
    this.stampTime = toInteger(bytes, start, dot) * 1000 + toInteger(bytes, dot + 1, colon);
    this.stampSerial = toInteger(bytes, colon + 1, bracket);
    this.stampLength = bytes.copy(this.stamp, 0, start, bracket + STAMP_END.length);
    return true;
  }
}

/** Up to the year 5138; more digits would leave the range of dates. */
const LONGEST_SECONDS = 11;
const LONGEST_SERIAL = 16;
const LONGEST_STAMP = LONGEST_SECONDS + LONGEST_SERIAL + '.000:):'.length;

const NODE = toWord('node=');
const TYPE = toWord('type=');
const MESSAGE = toWord(' msg=audit(');
/** How the kernel writes to its own log. */
const KERNEL_MESSAGE = toWord(' audit(');
/** Names of hosts and programs, times and numbers take up less. */
const LONGEST_PREFIX = 600;
const STAMP_END = toWord('):');
const SPACE = 0x20;

/** The types that matter, by their beginning. */
const KINDS: readonly (readonly [AsciiWord, RecordKind])[] = [
  [toWord('SYSCALL '), 'syscall'],
  [toWord('EXECVE '), 'execve'],
  [toWord('CWD '), 'cwd'],
  [toWord('PROCTITLE '), 'proctitle'],
  [toWord('EOE '), 'end'],
  [toWord('USER_'), 'user'],
  [toWord('CRED_'), 'user'],
];

const findKind = (bytes: Buffer, start: number, end: number): RecordKind => {
  for (const [word, kind] of KINDS) if (standsAt(bytes, start, word)) return kind;
  const isNumber = isDigit(bytes[start]) || standsAt(bytes, start, UNKNOWN);
  return isNumber ? findNumberedKind(bytes.toString('latin1', start, end)) : 'other';
};

/** How auditd writes types that are newer than it is: `UNKNOWN[1327]`. */
const UNKNOWN = toWord('UNKNOWN[');

/** `end` where there is none. */
const findSpace = (bytes: Buffer, start: number, end: number): number => {
  let at = start;
  while (at < end && bytes[at] !== SPACE) at++;
  return at;
};

const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;

const endOfDigits = (bytes: Buffer, start: number, end: number): number => {
  let at = start;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
};

const toInteger = (bytes: Buffer, start: number, end: number): number => {
  let result = 0;
  for (let at = start; at < end; at++) result = result * 10 + (bytes[at] ?? 0) - 0x30;
  return result;
};
