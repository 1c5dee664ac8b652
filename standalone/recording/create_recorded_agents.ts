import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { createRecordedOsquery, type TableRecording } from '../../engines/osquery';
import type { RecordedAgent } from '../kibana/osquery/local_agent';
import { PRODUCT_VERSION } from '../product_version';
import {
  RECORDED_HOSTS,
  toRecordedAgentId,
  toRecordedFile,
  toRecordingShift,
  type RecordedHost,
} from './recorded_host';

/**
 * The agents of the recorded servers. Their Osquery answers what the servers' tables held while the intruder's shell was open.
 * @param endsAt when the recording that was played ends, milliseconds since 1970
 */
export const createRecordedAgents = (endsAt: number): RecordedAgent[] =>
  RECORDED_HOSTS.map((host) => ({
    agent: { id: toRecordedAgentId(host), hostname: host, version: PRODUCT_VERSION },
    osquery: createRecordedOsquery(async () => ({
      recording: await readTables(host),
      timeShift: toRecordingShift(endsAt),
    })),
  }));

const readTables = async (host: RecordedHost): Promise<TableRecording> => {
  const packed = await readFile(toRecordedFile(host, 'tables.json.gz'));
  return JSON.parse((await promisify(gunzip)(packed)).toString()) as TableRecording;
};
