import type { KnownProcess } from './known_process';

/**
 * The one server among `listed` that can have forked an unseen worker of the user: a server whose workers are listed
 * has them, so one without comes first. Undefined where several are as likely.
 */
export const findSoleServer = (
  listed: readonly KnownProcess[],
  userId: string
): KnownProcess | undefined => {
  const programs = new Map(listed.map(({ pid, program }) => [pid, program.executable]));
  const isFork = ({ parentPid, program }: KnownProcess): boolean =>
    programs.get(parentPid) === program.executable;
  const servers = listed.filter(
    (process) =>
      process.program.executable?.includes('/sbin/') === true &&
      (process.user.id === '0' || process.user.id === userId) &&
      !isFork(process)
  );
  const withForks = new Set(listed.filter(isFork).map(({ parentPid }) => parentPid));
  const withoutForks = servers.filter(({ pid }) => !withForks.has(pid));
  const [server, ...others] = withoutForks.length > 0 ? withoutForks : servers;
  return others.length === 0 ? server : undefined;
};
