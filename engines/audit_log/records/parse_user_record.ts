import type { AuditChunk } from './audit_chunk';
import type { AuditNames } from './audit_names';
import type { FieldCursor } from './field_cursor';
import type { Identity } from './identity';
import { parseProgramPath } from './parse_program_path';

/** Who sent a record of user space (USER_*, CRED_*): `pid=… uid=… ses=… msg='… exe="…" …'`. */
export interface UserRecord {
  readonly pid: number;
  readonly executable: string;
  readonly user: Identity;
  readonly session: number;
}

/** Undefined when the record names no program. The text inside msg='…' is only read for `exe`. */
export const parseUserRecord = (
  chunk: AuditChunk,
  fields: FieldCursor,
  names: AuditNames
): UserRecord | undefined => {
  let pid = Number.NaN;
  let uid = Number.NaN;
  let session = Number.NaN;
  let userName: string | undefined;
  let executable: string | undefined;
  while (fields.next()) {
    switch (fields.key()) {
      case 'pid':
        if (Number.isNaN(pid)) pid = fields.integer();
        break;
      case 'uid':
        if (Number.isNaN(uid)) uid = fields.integer();
        break;
      case 'ses':
        if (Number.isNaN(session)) session = fields.integer();
        break;
      case 'exe':
        executable ??= parseProgramPath(names.text(chunk, fields.valueStart, fields.valueEnd)).path;
        break;
      case 'UID':
        userName = names.text(chunk, fields.valueStart, fields.valueEnd);
        break;
    }
  }
  if (Number.isNaN(pid) || Number.isNaN(uid) || executable === undefined) return undefined;
  return { pid, executable, user: names.user(uid, userName), session };
};
