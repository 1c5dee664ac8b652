import type { AuditChunk } from './audit_chunk';
import type { AuditNames } from './audit_names';
import type { Exec } from './exec';
import { ExecveArguments } from './execve_arguments';
import type { FieldCursor } from './field_cursor';
import type { ExecSyscallRecord } from './parse_exec_syscall';
import type { RecordHeader } from './record_header';

/** What auparse waits for the rest of an event that no record ends. */
const LONGEST_WAIT_MS = 2_000;
/** The same in lines, for clocks that stand still or run back. */
const LONGEST_WAIT_LINES = 10_000;
const MOST_PENDING = 4_096;
/** Bytes of arguments all pending events may hold together. */
const MOST_PENDING_BYTES = 64 * 1024 * 1024;

interface PendingExec {
  readonly serial: number;
  readonly time: number;
  readonly node: string;
  readonly offset: number;
  readonly line: number;
  readonly syscall: ExecSyscallRecord;
  args: ExecveArguments | undefined;
  workingDirectory: string | undefined;
}

/** A host's serial number with its name; plain number where the log names no node, because that is the usual case. */
export type ExecKey = number | string;

export const toExecKey = (node: string, serial: number): ExecKey =>
  node === '' ? serial : `${node} ${String(serial)}`;

/**
 * Brings the records of each serial number together, though events interleave. An event ends with its PROCTITLE or
 * EOE record; where neither is logged, with a later one of its node more than two seconds on.
 */
export class ExecAssembler {
  private readonly pending = new Map<ExecKey, PendingExec>();
  private pendingBytes = 0;
  private readonly emit: (exec: Exec) => void;

  constructor(emit: (exec: Exec) => void) {
    this.emit = emit;
  }

  /** Opens an event; the kernel writes SYSCALL before the other records. */
  start(header: RecordHeader, syscall: ExecSyscallRecord, offset: number, line: number): void {
    this.finishOverdue(header, line);
    const key = toExecKey(header.node, header.serial);
    const earlier = this.pending.get(key);
    // The same number again is another event: serial numbers begin anew when the machine starts.
    if (earlier) this.finish(key, earlier);
    const { serial, time, node } = header;
    this.pending.set(key, {
      serial,
      time,
      node,
      offset,
      line,
      syscall,
      args: undefined,
      workingDirectory: undefined,
    });
  }

  /** False when no exec of this serial number is open. */
  addArguments(header: RecordHeader, chunk: AuditChunk, fields: FieldCursor): boolean {
    const exec = this.find(header);
    if (!exec) return false;
    exec.args ??= new ExecveArguments();
    const before = exec.args.byteLength;
    exec.args.add(chunk, fields);
    this.pendingBytes += exec.args.byteLength - before;
    return true;
  }

  setWorkingDirectory(
    header: RecordHeader,
    chunk: AuditChunk,
    fields: FieldCursor,
    names: AuditNames
  ): void {
    const exec = this.find(header);
    if (!exec) return;
    while (fields.next()) {
      if (fields.is('cwd')) {
        exec.workingDirectory = names.text(chunk, fields.valueStart, fields.valueEnd);
      }
    }
  }

  /** PROCTITLE or EOE: nothing more comes. The title stands in for arguments that were not logged. */
  end(header: RecordHeader, chunk: AuditChunk, fields: FieldCursor): void {
    const exec = this.find(header);
    if (!exec) return;
    if (!exec.args) {
      exec.args = new ExecveArguments();
      exec.args.addTitle(chunk, fields);
    }
    this.finish(toExecKey(header.node, header.serial), exec);
  }

  finishAll(): void {
    for (const [key, exec] of this.pending) this.finish(key, exec);
  }

  /** Where the first line of the oldest open event begins; undefined when none is open. */
  get oldestOffset(): number | undefined {
    for (const exec of this.pending.values()) return exec.offset;
    return undefined;
  }

  get size(): number {
    return this.pending.size;
  }

  private find(header: RecordHeader): PendingExec | undefined {
    const exec = this.pending.get(toExecKey(header.node, header.serial));
    return exec?.time === header.time ? exec : undefined;
  }

  private finishOverdue(header: RecordHeader, line: number): void {
    for (const [key, exec] of this.pending) {
      const isOld = exec.node === header.node && header.time - exec.time > LONGEST_WAIT_MS;
      const isTooMuch = this.pending.size >= MOST_PENDING || this.pendingBytes > MOST_PENDING_BYTES;
      if (!isOld && !isTooMuch && line - exec.line <= LONGEST_WAIT_LINES) return;
      this.finish(key, exec);
    }
  }

  private finish(key: ExecKey, exec: PendingExec): void {
    this.pending.delete(key);
    const args = exec.args ?? new ExecveArguments();
    this.pendingBytes -= exec.args?.byteLength ?? 0;
    this.emit({
      serial: exec.serial,
      time: exec.time,
      node: exec.node,
      offset: exec.offset,
      syscall: exec.syscall,
      args: args.finish(),
      argsProblem: args.problem,
      workingDirectory: exec.workingDirectory,
    });
  }
}
