import type { MachineFiles } from '../files/machine_files';

export interface PasswdEntry {
  readonly username: string;
  readonly uid: number;
  readonly gid: number;
  readonly description: string;
  readonly directory: string;
  readonly shell: string;
}

const NUMBER = /^\d{1,10}$/;

/** The local accounts in file order; lines of another form (NIS marks, comments, damage) are passed over. */
export const readPasswd = (files: MachineFiles): PasswdEntry[] =>
  (files.readText('/etc/passwd') ?? '').split('\n').flatMap((line) => {
    const fields = line.split(':');
    const [username = '', , uid = '', gid = '', description = '', directory = '', shell = ''] =
      fields;
    if (/^$|^#/.test(username) || !NUMBER.test(uid) || !NUMBER.test(gid)) return [];
    return { username, uid: Number(uid), gid: Number(gid), description, directory, shell };
  });
