import { toAuditChunk, type AuditChunk } from './audit_chunk';
import { AuditNames } from './audit_names';
import { CallerReader } from './caller_reader';
import { MOST_MALFORMED_KEPT, createLogStats } from '../audit_stats';
import type { MalformedLine, LogStats } from '../audit_stats';
import { ExecAssembler } from './assembly/exec_assembler';
import { FieldCursor } from './field_cursor';
import { findJournalRecord } from './lines/find_journal_record';
import { findLineProblem } from './lines/find_line_problem';
import { findShippedRecord } from './lines/find_shipped_record';
import { LineSplitter } from './lines/line_splitter';
import type { LogEntry } from './log_entry';
import { parseExecSyscall } from './parse_exec_syscall';
import { parseUserRecord } from './parse_user_record';
import { RecordHeader } from './lines/record_header';

export interface LogReaderOptions {
  /** User names by uid, for logs in the RAW format. */
  readonly userNames?: ReadonlyMap<number, string>;
  /** Milliseconds to add to all times of the log, to play a recording at another time. */
  readonly timeShift?: number;
  /** The log is read from its beginning to its end, so that its records may stand in any order. */
  readonly isWhole?: boolean;
  /** When the log was read, in milliseconds since 1970: the journal's lines leave the year out. */
  readonly readAt?: number | undefined;
}

const CARRIAGE_RETURN = 0x0d;
const OPEN_BRACE = 0x7b;
/** What a line is shows at its beginning. */
const LONGEST_HEAD = 600;

/** Lines → records → entries, in a straight line; knows at each moment which bytes are not needed any more. */
export class LogReader {
  readonly stats: LogStats = createLogStats();
  private readonly lines: LineSplitter;
  private readonly header = new RecordHeader();
  private readonly fields = new FieldCursor();
  private readonly execs: ExecAssembler;
  private readonly names: AuditNames;
  private readonly callers: CallerReader;
  private readonly timeShift: number;
  private readonly readAt: number | undefined;
  private ready: LogEntry[] = [];

  constructor({ userNames, timeShift = 0, isWhole = false, readAt }: LogReaderOptions) {
    this.timeShift = timeShift;
    this.readAt = readAt;
    this.names = new AuditNames(userNames);
    this.callers = new CallerReader(this.names);
    this.execs = new ExecAssembler((exec) => this.ready.push({ kind: 'exec', exec }), isWhole);
    this.lines = new LineSplitter(
      (chunk, start, end, offset) => this.readLine(chunk, start, end, offset),
      () => this.addMalformed('too_long')
    );
  }

  /** The entries that `chunk` completes. */
  push(chunk: Buffer): LogEntry[] {
    this.stats.bytes += chunk.length;
    this.lines.push(chunk);
    return this.takeReady();
  }

  /** Ends events that wait for records, because none come for a while. A line without end goes on waiting. */
  finishPending(): LogEntry[] {
    this.execs.finishAll();
    return this.takeReady();
  }

  /** The file ended: what has no line end is a line. Events may go on in the next file. */
  endFile(): LogEntry[] {
    this.lines.end();
    return this.takeReady();
  }

  /** The log ended. */
  flush(): LogEntry[] {
    return [...this.endFile(), ...this.finishPending()];
  }

  get hasPending(): boolean {
    return this.execs.size > 0;
  }

  /** Reading again from this byte gives all events not returned so far (and some that were). */
  get safeOffset(): number {
    return this.execs.oldestOffset ?? this.lines.position;
  }

  private readLine(chunk: AuditChunk, start: number, lineEnd: number, offset: number): void {
    const { stats } = this;
    stats.lines++;
    // A log that went through another system.
    const end = chunk.bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
    if (!this.readRecord(chunk, start, end, offset)) {
      const problem = findLineProblem(chunk.text.slice(start, Math.min(end, start + LONGEST_HEAD)));
      if (problem !== undefined) this.countMalformed(problem);
      return;
    }
  }

  /** False where the line holds no audit record. */
  private readRecord(chunk: AuditChunk, start: number, end: number, offset: number): boolean {
    if (chunk.bytes[start] !== OPEN_BRACE) {
      const isRecord = this.readHeader(chunk, start, end);
      if (isRecord) this.readFields(chunk, end, offset);
      return isRecord;
    }
    const entry = parseJson(chunk.bytes.toString('utf8', start, end));
    const record = findJournalRecord(entry) ?? findShippedRecord(entry);
    if (record === undefined || record.startsWith('{')) return false;
    const written = toAuditChunk(Buffer.from(record));
    return this.readRecord(written, 0, written.bytes.length, offset);
  }

  private readFields(chunk: AuditChunk, end: number, offset: number): void {
    const { header, fields, stats } = this;
    stats.records++;
    if (header.kind === 'other') return;
    header.time += this.timeShift;
    fields.open(chunk, header.bodyStart, end);
    switch (header.kind) {
      case 'syscall':
        this.readSyscall(chunk, offset);
        return;
      case 'execve':
        this.execs.addArguments(header, chunk, fields, offset, stats.lines);
        return;
      case 'cwd':
        this.execs.setWorkingDirectory(header, chunk, fields, this.names, offset, stats.lines);
        return;
      case 'proctitle':
      case 'end':
        this.execs.end(header, chunk, fields, offset, stats.lines);
        return;
      case 'user':
        this.readUserRecord(chunk);
    }
  }

  private readHeader({ bytes }: AuditChunk, start: number, end: number): boolean {
    const { header } = this;
    return (
      header.parse(bytes, start, end) ||
      header.parsePrefixed(bytes, start, end) ||
      header.parseJournal(bytes, start, end, this.readAt)
    );
  }

  private readSyscall(chunk: AuditChunk, offset: number): void {
    const { header, execs, stats } = this;
    const syscall = parseExecSyscall(chunk, this.fields, this.callers);
    if (syscall === 'malformed' || syscall === 'not_exec') {
      if (syscall === 'malformed') this.countMalformed('incomplete_syscall');
      execs.reject(header);
    } else if (syscall.succeeded) execs.start(header, syscall, offset, stats.lines);
    else {
      execs.reject(header);
      // Of an unknown architecture it can't be told what failed.
      if (!syscall.isCertain) return;
      const { node, time, serial } = header;
      stats.failedExecs++;
      this.ready.push({ kind: 'failed_exec', node, time, serial, syscall });
    }
  }

  private readUserRecord(chunk: AuditChunk): void {
    const record = parseUserRecord(chunk, this.fields, this.names);
    if (!record) return;
    const { node, time, serial } = this.header;
    this.ready.push({ kind: 'user_record', node, time, serial, record });
  }

  private addMalformed(problem: MalformedLine): void {
    this.stats.lines++;
    this.countMalformed(problem);
  }

  private countMalformed(problem: MalformedLine): void {
    const { stats } = this;
    stats.malformedLines++;
    if (stats.malformed.length < MOST_MALFORMED_KEPT) {
      stats.malformed.push({ line: stats.lines, problem });
    }
  }

  private takeReady(): LogEntry[] {
    const { ready } = this;
    this.stats.strayRecords = this.execs.strayRecords;
    this.ready = [];
    return ready;
  }
}

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
