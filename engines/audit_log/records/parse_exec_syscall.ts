import type { AuditChunk } from './audit_chunk';
import type { Caller, CallerReader } from './caller_reader';
import { findExecSyscall, isKnownArchitecture } from './exec_syscalls';
import type { FieldCursor } from './field_cursor';
import { toMemoryRegions } from './to_memory_regions';

/** The SYSCALL record of one exec, successful or not. */
export interface ExecSyscallRecord {
  readonly succeeded: boolean;
  /** False where the calls of the architecture aren't known or its end isn't told: it is an exec if an EXECVE record goes with it. */
  readonly isCertain: boolean;
  readonly pid: number;
  readonly parentPid: number;
  /** Where file name, arguments and environment lie in the caller's memory, as it was before the call. */
  readonly memoryRegions: readonly number[];
  /** One object for all records that name the same. */
  readonly caller: Caller;
}

const REGISTERS = ['a0', 'a1', 'a2', 'a3'];

/**
 * Reads the fields of a SYSCALL record. 'not_exec' for all other calls (decided at the second field, where the architecture
 * is known), 'malformed' when process or users are not all there.
 */
export const parseExecSyscall = (
  chunk: AuditChunk,
  fields: FieldCursor,
  callers: CallerReader
): ExecSyscallRecord | 'not_exec' | 'malformed' => {
  let arch = '';
  let succeeded: boolean | undefined;
  let isCertain = true;
  let firstPointer = 0;
  let parentPid = Number.NaN;
  const pointers: number[] = [];
  while (fields.next()) {
    if (fields.is('arch')) arch = fields.raw();
    else if (fields.is('syscall')) {
      const exec = findExecSyscall(arch, fields.integer());
      isCertain = exec !== undefined;
      if (exec) firstPointer = exec.firstPointer;
      else if (isKnownArchitecture(arch)) return 'not_exec';
    } else if (fields.is('success')) succeeded = fields.equals('yes');
    else if (fields.is('ppid')) parentPid = fields.integer();
    else if (fields.is('pid')) {
      const pid = fields.integer();
      const caller = callers.read(chunk, fields.valueEnd, fields.end);
      if (!caller || Number.isNaN(pid + parentPid)) return 'malformed';
      return {
        succeeded: succeeded ?? true,
        isCertain: isCertain && succeeded !== undefined,
        pid,
        parentPid,
        memoryRegions: toMemoryRegions(pointers),
        caller,
      };
    } else {
      const register = REGISTERS.findIndex((name) => fields.is(name));
      if (register >= firstPointer && register < firstPointer + 3) {
        pointers.push(fields.hexadecimal());
      }
    }
  }
  return 'malformed';
};
