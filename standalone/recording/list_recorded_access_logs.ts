import { fileURLToPath } from 'node:url';
import type { AccessLog } from '../local/local_request_reader';
import { findTimeShift } from './read_recording';
import { RECORDED_HOSTS, toRecordedFile } from './recorded_host';

/** What the recorded servers wrote of the requests they were sent. */
export const listRecordedAccessLogs = async (endsAt: number): Promise<AccessLog[]> => {
  const timeShift = await findTimeShift(endsAt);
  return RECORDED_HOSTS.map((host) => ({
    path: fileURLToPath(toRecordedFile(host, 'access.log')),
    hostName: host,
    timeShift,
  }));
};
