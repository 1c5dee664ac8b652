import { fileURLToPath } from 'node:url';
import type { AccessLog } from '../local/local_request_reader';
import { RECORDED_HOSTS, toRecordedFile, toRecordingShift } from './recorded_host';

/** What the recorded servers wrote of the requests they were sent. */
export const listRecordedAccessLogs = (endsAt: number): AccessLog[] =>
  RECORDED_HOSTS.map((host) => ({
    path: fileURLToPath(toRecordedFile(host, 'access.log')),
    hostName: host,
    timeShift: toRecordingShift(endsAt),
  }));
