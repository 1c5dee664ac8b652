import type { SourceEvent } from '../../common/event/source_event';
import type { AuditChunk } from './audit_chunk';
import { AuditNames } from './audit_names';
import { CallerReader } from './caller_reader';
import { MOST_MALFORMED_KEPT, createAuditStats } from './audit_stats';
import type { AuditStats, MalformedLine } from './audit_stats';
import type { Exec } from './exec';
import { ExecAssembler, toExecKey } from './exec_assembler';
import type { ExecKey } from './exec_assembler';
import { FieldCursor } from './field_cursor';
import { HostHistories } from './host_histories';
import type { HostHistoriesOptions } from './host_histories';
import { isInferred } from './known_process';
import { LineSplitter } from './line_splitter';
import { parseExecSyscall } from './parse_exec_syscall';
import { parseUserRecord } from './parse_user_record';
import { RecordHeader } from './record_header';
import type { RunningProcess } from './running_process';
import { toProcessEvent } from './to_process_event';

export interface AuditReaderOptions extends HostHistoriesOptions {
  /** Index the events are said to be in, e.g. `.ds-logs-endpoint.events.process-default-2026.11.24-000001`. */
  readonly index: string;
  /** User names by uid, for logs in the RAW format; those of `processes` when left out. */
  readonly userNames?: ReadonlyMap<number, string>;
  /** Milliseconds to add to all times of the log, to play a recording at another time. */
  readonly timeShift?: number;
}

/** An event with its place in the stream. */
export interface ReadEvent {
  readonly event: SourceEvent;
  readonly key: ExecKey;
  /** Byte of the stream at which its first line begins. */
  readonly offset: number;
}

const CARRIAGE_RETURN = 0x0d;

const toUserNames = (processes: readonly RunningProcess[] = []): ReadonlyMap<number, string> =>
  new Map(
    processes.flatMap(({ user: { id, name } }) => (name === undefined ? [] : [[Number(id), name]]))
  );

/** Lines → records → execs → events, in a straight line; knows at each moment which bytes are not needed any more. */
export class AuditStream {
  readonly stats: AuditStats = createAuditStats();
  private readonly lines: LineSplitter;
  private readonly header = new RecordHeader();
  private readonly fields = new FieldCursor();
  private readonly execs: ExecAssembler;
  private readonly names: AuditNames;
  private readonly callers: CallerReader;
  private readonly hosts: HostHistories;
  private readonly index: string;
  private readonly timeShift: number;
  private ready: ReadEvent[] = [];

  constructor(options: AuditReaderOptions) {
    this.index = options.index;
    this.timeShift = options.timeShift ?? 0;
    this.names = new AuditNames(options.userNames ?? toUserNames(options.processes));
    this.callers = new CallerReader(this.names);
    this.hosts = new HostHistories(options);
    this.execs = new ExecAssembler((exec) => this.addEvent(exec));
    this.lines = new LineSplitter(
      (chunk, start, end, offset) => this.readLine(chunk, start, end, offset),
      () => this.addMalformed('too_long')
    );
  }

  /** The events that `chunk` completes. */
  push(chunk: Buffer): ReadEvent[] {
    this.stats.bytes += chunk.length;
    this.lines.push(chunk);
    return this.takeReady();
  }

  /** Ends events that wait for records, because none come for a while. A line without end goes on waiting. */
  finishPending(): ReadEvent[] {
    this.execs.finishAll();
    return this.takeReady();
  }

  /** The file ended: what has no line end is a line. Events may go on in the next file. */
  endFile(): ReadEvent[] {
    this.lines.end();
    return this.takeReady();
  }

  /** The log ended. */
  flush(): ReadEvent[] {
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
    const { header, fields, stats } = this;
    stats.lines++;
    // A log that went through another system.
    const end = chunk.bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
    if (!header.parse(chunk.bytes, start, end)) {
      if (end > start) this.countMalformed('no_audit_record');
      return;
    }
    if (header.kind === 'other') return;
    header.time += this.timeShift;
    fields.open(chunk, header.bodyStart, end);
    switch (header.kind) {
      case 'syscall':
        this.readSyscall(chunk, offset);
        return;
      case 'execve':
        if (!this.execs.addArguments(header, chunk, fields)) stats.strayRecords++;
        return;
      case 'cwd':
        this.execs.setWorkingDirectory(header, chunk, fields, this.names);
        return;
      case 'proctitle':
      case 'end':
        this.execs.end(header, chunk, fields);
        return;
      case 'user':
        this.readUserRecord(chunk);
    }
  }

  private readSyscall(chunk: AuditChunk, offset: number): void {
    const syscall = parseExecSyscall(chunk, this.fields, this.callers);
    if (syscall === 'not_exec') return;
    if (syscall === 'malformed') this.countMalformed('incomplete_syscall');
    else if (syscall.succeeded) this.execs.start(this.header, syscall, offset, this.stats.lines);
    else {
      this.stats.failedExecs++;
      this.hosts.get(this.header.node).history.addFailedExec(syscall, this.header.time);
    }
  }

  private readUserRecord(chunk: AuditChunk): void {
    const record = parseUserRecord(chunk, this.fields, this.names);
    if (!record) return;
    this.hosts.get(this.header.node).history.addUserRecord(record, this.header.time);
  }

  private addEvent(exec: Exec): void {
    const { history, host } = this.hosts.get(exec.node);
    const placed = history.addExec(exec);
    const { parent } = placed;
    this.stats.execs++;
    if (exec.argsProblem !== undefined) this.stats.incompleteArgs++;
    if (!parent) this.stats.unknownParents++;
    else if (isInferred(parent)) this.stats.inferredParents++;
    const id = history.table.toEventId(exec);
    this.ready.push({
      event: { index: this.index, id, source: toProcessEvent(exec, placed, host, id) },
      key: toExecKey(exec.node, exec.serial),
      offset: exec.offset,
    });
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

  private takeReady(): ReadEvent[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }
}
