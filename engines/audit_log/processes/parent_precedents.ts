import type { ExecAttempt } from '../records/exec';
import { RecentMap } from '../recent_map';

const CAPACITY = 4_096;

/** Which programs start which: whose forks started the same program for the same user in the same folder before. */
export class ParentPrecedents {
  private readonly parents = new RecentMap<string, string>(CAPACITY);
  private readonly executables = new RecentMap<string, true>(CAPACITY);

  /** `isFork`: the parent is one that never exec'ed itself, as the parents are that have to be inferred. */
  remember(exec: ExecAttempt, parentExecutable: string, isFork: boolean): void {
    if (isFork) this.parents.set(toSituation(exec), parentExecutable);
    this.executables.set(parentExecutable, true);
  }

  /** The executable of the parent. */
  find(exec: ExecAttempt): string | undefined {
    return this.parents.get(toSituation(exec));
  }

  /** Whether the program has ever started another. */
  isParent(executable: string | undefined): boolean {
    return executable !== undefined && this.executables.get(executable) === true;
  }
}

const toSituation = ({ syscall, workingDirectory }: ExecAttempt): string =>
  `${syscall.caller.realUser.id} ${syscall.caller.executable ?? ''} ${workingDirectory ?? ''}`;
