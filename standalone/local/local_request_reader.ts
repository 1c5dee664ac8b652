import { i18n } from '@kbn/i18n';
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
  /** How far its times are moved, milliseconds: of a recording that is played. */
  readonly timeShift?: number;
}

/** Reads access logs of this machine. */
export const createLocalRequestReader = (logs: readonly AccessLog[]): RequestReader => ({
  async find(search) {
    const ofHost = logs.filter(({ hostName }) => !hostName || hostName === search.hostName);
    const found = await Promise.all(ofHost.map((log) => readLog(log, search)));
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
  { path, timeShift = 0 }: AccessLog,
  { from, to, size }: RequestSearch
): Promise<Pick<FoundWebRequests, 'requests' | 'isCut' | 'unread'>> => {
  try {
    const period = {
      from: Date.parse(from) - timeShift,
      to: Date.parse(to) - timeShift,
      most: size,
    };
    const { requests, isCut, unreadLines } = await findRequests(path, period);
    const moved = requests.map((request) => ({ ...request, time: request.time + timeShift }));
    const unread = unreadLines === 0 ? [] : [{ log: path, reason: toLinesText(unreadLines) }];
    return { requests: moved, isCut, unread };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { requests: [], isCut: false, unread: [{ log: path, reason }] };
  }
};

const toLinesText = (count: number): string =>
  i18n.translate('webServerRce.request.unreadLines', {
    defaultMessage:
      '{count, plural, one {# line is} other {# lines are}} of no known form. Known are the common and the combined log format, and JSON.',
    values: { count },
  });
