import { findRequests } from '../../engines/access_log';
import type {
  FoundWebRequests,
  RequestReader,
  RequestSearch,
} from '../../server/ports/request_reader';

/** An access log of a host whose events this machine has. */
export interface AccessLog {
  /** The file being written; what was rotated away from it is found beside it. */
  readonly path: string;
  /** `host.name` of the server; undefined where all events are of one. */
  readonly hostName: string | undefined;
}

/** Reads access logs of this machine. */
export const createLocalRequestReader = (logs: readonly AccessLog[]): RequestReader => ({
  async find(search) {
    const ofHost = logs.filter(({ hostName }) => !hostName || hostName === search.hostName);
    const found = await Promise.all(ofHost.map(({ path }) => readLog(path, search)));
    const requests = found
      .flatMap((one) => one.requests)
      .sort((a, b) => a.time - b.time)
      .slice(0, search.size);
    const isCut =
      found.some((one) => one.isCut) ||
      found.flatMap((one) => one.requests).length > requests.length;
    return {
      requests,
      isCut,
      logs: ofHost.map(({ path }) => path),
      unread: found.flatMap(({ unread }) => unread),
    };
  },
});

const readLog = async (
  path: string,
  { from, to, size }: RequestSearch
): Promise<Pick<FoundWebRequests, 'requests' | 'isCut' | 'unread'>> => {
  try {
    const period = { from: Date.parse(from), to: Date.parse(to), most: size };
    const found = await findRequests(path, period);
    return { ...found, unread: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { requests: [], isCut: false, unread: [{ log: path, reason }] };
  }
};
