import type { AuditChunk } from '../audit_chunk';
import type { AuditNames } from '../audit_names';
import type { Exec } from '../exec';
import { ExecveArguments } from './execve_arguments';
import type { FieldCursor } from '../field_cursor';
import {
  isSameEvent,
  toExecKey,
  toPendingExec,
  type ExecKey,
  type PendingExec,
} from './pending_exec';
import type { ExecSyscallRecord } from '../parse_exec_syscall';
import type { RecordHeader } from '../lines/record_header';

/** How long the records of an event may be apart. */
interface WaitingLimits {
  readonly milliseconds: number;
  /** The same in lines, for clocks that stand still or run back. */
  readonly lines: number;
  readonly events: number;
}

/** In the kernel's order: what auparse waits for the rest of an event that no record ends. */
const KERNEL_LIMITS: WaitingLimits = { milliseconds: 2_000, lines: 10_000, events: 4_096 };
/** A whole log may have been sorted or turned around, so that records are as far apart as it is long. */
const SORTED_LIMITS: WaitingLimits = {
  milliseconds: Number.POSITIVE_INFINITY,
  lines: Number.POSITIVE_INFINITY,
  events: 200_000,
};
/** After so many lines of a whole log its order has shown itself. */
const FIRST_LINES = 10_000;
/** Bytes of arguments all pending events may hold together. */
const MOST_PENDING_BYTES = 64 * 1024 * 1024;

/**
 * Brings the records of each serial number together, in whatever order they come and though events interleave. In the kernel's
 * order an event ends with its PROCTITLE or EOE record; where that came first, or neither is logged, when nothing of it is
 * missing or it has waited long enough.
 */
export class ExecAssembler {
  /** Events whose SYSCALL record was read, and events of which others came first. */
  private readonly pending = new Map<ExecKey, PendingExec>();
  private readonly early = new Map<ExecKey, PendingExec>();
  private pendingBytes = 0;
  private readonly emit: (exec: Exec) => void;
  private readonly isWhole: boolean;
  private lastTime = 0;
  private isInOtherOrder = false;
  /** The event that was last found to be no exec: what else belongs to it is not kept. */
  private rejected = { node: '', serial: Number.NaN, time: Number.NaN };
  /** EXECVE records whose exec isn't in the log. */
  strayRecords = 0;

  /** `isWhole`: it is a log from its beginning to its end, and nobody waits for its events meanwhile. */
  constructor(emit: (exec: Exec) => void, isWhole: boolean) {
    this.emit = emit;
    this.isWhole = isWhole;
  }

  /** The SYSCALL record, which the kernel writes before the others. */
  start(header: RecordHeader, syscall: ExecSyscallRecord, offset: number, line: number): void {
    const { node, serial, time } = header;
    const key = toExecKey(node, serial);
    const early = this.early.get(key);
    const isEarly = early?.time === time;
    if (isEarly) this.early.delete(key);
    if (this.isWhole && (isEarly || time < this.lastTime)) this.isInOtherOrder = true;
    this.lastTime = time;
    const isSorted = this.isInOtherOrder || (this.isWhole && line <= FIRST_LINES);
    this.finishOverdue(this.pending, isSorted ? SORTED_LIMITS : KERNEL_LIMITS, header, line);
    const earlier = this.pending.get(key);
    if (earlier?.time === time) return;
    // The same number again is another event: serial numbers begin anew when the machine starts.
    if (earlier) this.finish(earlier);
    const exec = isEarly ? early : toPendingExec(header, offset, line);
    exec.syscall = syscall;
    this.pending.set(key, exec);
    if (this.isWholeEvent(exec)) this.finish(exec);
  }

  /** The SYSCALL record of something else than a successful exec. */
  reject({ node, serial, time }: RecordHeader): void {
    this.rejected = { node, serial, time };
    if (this.early.size === 0) return;
    const exec = this.early.get(toExecKey(node, serial));
    if (exec?.time === time) this.forget(exec);
  }

  addArguments(
    header: RecordHeader,
    chunk: AuditChunk,
    fields: FieldCursor,
    offset: number,
    line: number
  ): void {
    const exec = this.find(header, offset, line);
    if (!exec) return;
    exec.args ??= new ExecveArguments();
    const before = exec.args.byteLength;
    exec.args.add(chunk, fields);
    this.pendingBytes += exec.args.byteLength - before;
    if (this.isWholeEvent(exec)) this.finish(exec);
  }

  setWorkingDirectory(
    header: RecordHeader,
    chunk: AuditChunk,
    fields: FieldCursor,
    names: AuditNames,
    offset: number,
    line: number
  ): void {
    const exec = this.find(header, offset, line);
    if (!exec) return;
    while (fields.next()) {
      if (fields.is('cwd')) {
        exec.workingDirectory = names.text(chunk, fields.valueStart, fields.valueEnd);
      }
    }
    if (this.isWholeEvent(exec)) this.finish(exec);
  }

  /** PROCTITLE or EOE: in the kernel's order nothing more comes. The title stands in for arguments that were not logged. */
  end(
    header: RecordHeader,
    chunk: AuditChunk,
    fields: FieldCursor,
    offset: number,
    line: number
  ): void {
    const exec = this.find(header, offset, line);
    if (!exec) return;
    exec.hasEnded = true;
    if (this.isWholeEvent(exec)) this.finish(exec);
    else if (!exec.args) exec.title = ExecveArguments.fromTitle(chunk, fields) ?? exec.title;
  }

  finishAll(): void {
    for (const exec of this.pending.values()) this.finish(exec);
    for (const exec of this.early.values()) this.finish(exec);
  }

  /** Where the first line of the oldest open event begins; undefined when none is open. */
  get oldestOffset(): number | undefined {
    const [one] = this.pending.values();
    const [other] = this.early.values();
    if (one && other) return Math.min(one.offset, other.offset);
    return (one ?? other)?.offset;
  }

  get size(): number {
    return this.pending.size + this.early.size;
  }

  /** The event that a record belongs to; undefined where that is no exec. */
  private find(header: RecordHeader, offset: number, line: number): PendingExec | undefined {
    const key = toExecKey(header.node, header.serial);
    const exec = this.pending.get(key);
    if (exec?.time === header.time) return exec;
    if (isSameEvent(header, this.rejected)) return undefined;
    const known = this.early.get(key);
    if (known?.time === header.time) return known;
    if (known) this.finish(known);
    const limits = this.isWhole ? SORTED_LIMITS : KERNEL_LIMITS;
    this.finishOverdue(this.early, limits, header, line);
    const early = toPendingExec(header, offset, line);
    this.early.set(key, early);
    return early;
  }

  private finishOverdue(
    execs: ReadonlyMap<ExecKey, PendingExec>,
    { milliseconds, lines, events }: WaitingLimits,
    header: RecordHeader,
    line: number
  ): void {
    for (const exec of execs.values()) {
      const isOld = exec.node === header.node && header.time - exec.time > milliseconds;
      const isTooMuch = execs.size >= events || this.pendingBytes > MOST_PENDING_BYTES;
      if (!isOld && !isTooMuch && line - exec.line <= lines) return;
      this.finish(exec);
    }
  }

  private isWholeEvent({ hasEnded, syscall, args, workingDirectory }: PendingExec): boolean {
    if (!hasEnded || !syscall || args?.isWhole !== true) return false;
    return !this.isInOtherOrder || workingDirectory !== undefined;
  }

  private forget(exec: PendingExec): void {
    const execs = exec.syscall ? this.pending : this.early;
    execs.delete(toExecKey(exec.node, exec.serial));
    this.pendingBytes -= exec.args?.byteLength ?? 0;
  }

  private finish(exec: PendingExec): void {
    this.forget(exec);
    const { syscall, serial, time, node, offset, workingDirectory } = exec;
    if (!syscall) this.strayRecords += exec.args?.records ?? 0;
    if (!syscall || (!syscall.isCertain && !exec.args)) return;
    const args = exec.args ?? exec.title ?? new ExecveArguments();
    this.emit({
      serial,
      time,
      node,
      offset,
      syscall: syscall.isCertain ? syscall : { ...syscall, isCertain: true },
      args: args.finish(),
      argsProblem: args.problem,
      workingDirectory,
    });
  }
}
