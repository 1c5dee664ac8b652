import type { AuditChunk } from './audit_chunk';
import type { AuditNames } from './audit_names';
import { findExecSyscall } from './exec_syscalls';
import type { FieldCursor } from './field_cursor';
import type { Identity } from './identity';
import { toMemoryRegions } from './to_memory_regions';

/** The SYSCALL record of one exec, successful or not. */
export interface ExecSyscallRecord {
  readonly succeeded: boolean;
  readonly pid: number;
  readonly parentPid: number;
  /** After a successful call the new program, else the one that tried. */
  readonly executable: string | undefined;
  readonly comm: string | undefined;
  /** Where file name, arguments and environment lie in the caller's memory, as it was before the call. */
  readonly memoryRegions: readonly number[];
  /** Login session; 4294967295 is none. */
  readonly session: number;
  /** Undefined without a controlling terminal. */
  readonly tty: string | undefined;
  readonly realUser: Identity;
  readonly user: Identity;
  readonly savedUser: Identity;
  readonly group: Identity;
}

/**
 * Reads the fields of a SYSCALL record. 'not_exec' for all other calls (decided at the second field),
 * 'malformed' when process or users are not all there.
 */
export const parseExecSyscall = (
  chunk: AuditChunk,
  fields: FieldCursor,
  names: AuditNames
): ExecSyscallRecord | 'not_exec' | 'malformed' => {
  const found = new SyscallFields();
  let firstPointer = 0;
  while (fields.next()) {
    const key = fields.key();
    if (key === 'syscall') {
      const exec = findExecSyscall(found.arch, fields.integer());
      if (!exec) return 'not_exec';
      firstPointer = exec.firstPointer;
    } else {
      found.read(key, chunk, fields, names);
    }
  }
  if (Number.isNaN(found.pid + found.ppid + found.uid + found.euid + found.suid + found.egid)) {
    return 'malformed';
  }
  return {
    succeeded: found.succeeded,
    pid: found.pid,
    parentPid: found.ppid,
    executable: found.exe,
    comm: found.comm,
    memoryRegions: toMemoryRegions(found.registers.slice(firstPointer, firstPointer + 3)),
    session: found.ses,
    tty: found.tty,
    realUser: names.user(found.uid, found.UID),
    user: names.user(found.euid, found.EUID),
    savedUser: names.user(found.suid, found.SUID),
    group: names.group(found.egid, found.EGID),
  };
};

/** Named as in the log: lower case is the kernel's value, upper case the name auditd looked up (ENRICHED). */
class SyscallFields {
  arch = '';
  succeeded = false;
  registers: number[] = [];
  pid = Number.NaN;
  ppid = Number.NaN;
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

  read(key: string, chunk: AuditChunk, fields: FieldCursor, names: AuditNames): void {
    switch (key) {
      case 'arch':
        this.arch = fields.raw();
        return;
      case 'success':
        this.succeeded = fields.equals('yes');
        return;
      case 'a0':
      case 'a1':
      case 'a2':
      case 'a3':
        this.registers.push(fields.hexadecimal());
        return;
      case 'pid':
      case 'ppid':
      case 'ses':
      case 'uid':
      case 'euid':
      case 'suid':
      case 'egid':
        this[key] = fields.integer();
        return;
      case 'tty':
        this.tty = fields.equals('(none)') ? undefined : fields.raw();
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
