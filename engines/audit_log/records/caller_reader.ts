import type { AuditChunk } from './audit_chunk';
import type { AuditNames } from './audit_names';
import { FieldCursor } from './field_cursor';
import type { Identity } from './identity';
import { parseProgramPath } from './parse_program_path';
import { RecentMap } from '../recent_map';

/** Whose process makes a call and what it runs: what a SYSCALL record says after the process ids. */
export interface Caller {
  /** After a successful exec the new program, else the one that tried. */
  readonly executable: string | undefined;
  /** Its file is not there any more: replaced by a newer one, or deleted. */
  readonly isDeleted: boolean;
  readonly comm: string | undefined;
  /** Login session; 4294967295 is none. */
  readonly session: number;
  /** Undefined without a controlling terminal. */
  readonly tty: string | undefined;
  readonly realUser: Identity;
  readonly user: Identity;
  readonly savedUser: Identity;
  readonly group: Identity;
}

/** Bytes of log remembered: about 10,000 callers. */
const CAPACITY = 4 * 1024 * 1024;
const LONGEST_REMEMBERED = 1024;

interface Remembered {
  readonly caller: Caller;
  readonly length: number;
}

/** Reads callers. Most of a log repeats the same few word by word, so each text is taken apart once. */
export class CallerReader {
  private readonly known = new RecentMap<string, Remembered>(CAPACITY, ({ length }) => length);
  private readonly fields = new FieldCursor();
  private readonly names: AuditNames;

  constructor(names: AuditNames) {
    this.names = names;
  }

  /** `[start, end)`: all fields after `pid=`. Undefined when the users are not all there. */
  read(chunk: AuditChunk, start: number, end: number): Caller | undefined {
    const length = end - start;
    if (length > LONGEST_REMEMBERED) return this.parse(chunk, start, end);
    const known = this.known.get(chunk.text.slice(start, end));
    if (known) return known.caller;
    const caller = this.parse(chunk, start, end);
    // Copied, because a slice of the text would keep the whole chunk in memory.
    if (caller) this.known.set(chunk.bytes.toString('latin1', start, end), { caller, length });
    return caller;
  }

  private parse(chunk: AuditChunk, start: number, end: number): Caller | undefined {
    const { fields, names } = this;
    const found = new CallerFields();
    fields.open(chunk, start, end);
    while (fields.next()) found.read(chunk, fields, names);
    if (Number.isNaN(found.uid + found.euid + found.suid + found.egid)) return undefined;
    const { path, isDeleted } = parseProgramPath(found.exe);
    return {
      executable: path,
      isDeleted,
      comm: found.comm,
      session: found.ses,
      tty: found.tty,
      realUser: names.user(found.uid, found.UID),
      user: names.user(found.euid, found.EUID),
      savedUser: names.user(found.suid, found.SUID),
      group: names.group(found.egid, found.EGID),
    };
  }
}

/** Named as in the log: lower case is the kernel's value, upper case the name auditd looked up (ENRICHED). */
class CallerFields {
  ses = Number.NaN;
  uid = Number.NaN;
  euid = Number.NaN;
  suid = Number.NaN;
  egid = Number.NaN;
  tty: string | undefined = undefined;
  comm: string | undefined = undefined;
  exe: string | undefined = undefined;
  UID: string | undefined = undefined;
  EUID: string | undefined = undefined;
  SUID: string | undefined = undefined;
  EGID: string | undefined = undefined;

  read(chunk: AuditChunk, fields: FieldCursor, names: AuditNames): void {
    const key = fields.key();
    switch (key) {
      case 'ses':
      case 'uid':
      case 'euid':
      case 'suid':
      case 'egid':
        this[key] = fields.integer();
        return;
      case 'tty':
        // Quoted by some writers, and then no absent value to others.
        if (!fields.equals('(none)')) {
          this.tty = names.text(chunk, fields.valueStart, fields.valueEnd);
        }
        return;
      case 'comm':
      case 'exe':
      case 'UID':
      case 'EUID':
      case 'SUID':
      case 'EGID':
        this[key] = names.text(chunk, fields.valueStart, fields.valueEnd);
    }
  }
}
