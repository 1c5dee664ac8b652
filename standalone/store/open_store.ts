import { mkdir } from 'node:fs/promises';
import type { Database } from 'lmdb';
import type { RuleStore } from '../kibana/alerting/stored_rule';
import type { RunStore } from '../../server/ports/run_store';
import type { TriageStore } from '../../server/ports/triage_store';
import type { EvidenceSwitch } from '../../server/ports/evidence_switch';
import type { LiveQueryStore } from '../kibana/osquery/live_query_store';
import { createAlertRecords, type AlertRecords } from './alerts/alert_records';
import { createEvidenceSwitchRecords } from './evidence_switch_records';
import { createEventRecords, type EventRecords } from './event_records';
import { createLiveQueryRecords } from './live_query_records';
import { openDatabase, type StoreDatabase } from './open_database';
import { createRuleRecords } from './rule_records';
import { createRunRecords } from './run_records';
import { createTriageRecords } from './triage_records';
import { checkStoreFormat } from './check_store_format';
import { setDamagedStoreAside } from './set_damaged_store_aside';
import { setStoreAside } from './set_store_aside';
import { claimStore } from './store_owner';
import { StoreTakenError } from './store_taken_error';

/** Everything this host keeps, in one directory with one writer. */
export interface Store {
  readonly events: EventRecords;
  readonly alerts: AlertRecords;
  readonly rules: RuleStore;
  readonly liveQueries: LiveQueryStore;
  readonly triage: TriageStore;
  readonly runs: RunStore;
  readonly evidenceSwitch: EvidenceSwitch;
  /** The value under a name; made and stored the first time. */
  getSetting(name: string, create: () => string): Promise<string>;
  /** Bytes in use, free space inside the file not counted. */
  usedBytes(): number;
  close(): Promise<void>;
}

/** Where what others send us is kept: it counts for the size limit. */
const COUNTED_TREES = [
  'event_blocks',
  'event_ids',
  'alerts',
  'alert_facts',
  'alert_lines',
  'alert_texts',
  'live_queries',
  'live_query_rows',
];

interface TreeStats {
  readonly pageSize: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
}

/**
 * Opens the store in a directory, which is made for this user alone if it does not exist.
 * @param warn is told of damage, and of what was done about it
 * @throws StoreTakenError while another process has it
 */
export const openStore = async (
  directory: string,
  warn: (sentence: string) => void = () => undefined
): Promise<Store> => {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const setAside = await setDamagedStoreAside(directory);
  if (setAside !== undefined) warn(setAside);
  const { database, settings, claim } = await openClaimed(directory, warn).catch(
    async (error: unknown) => {
      if (!isDamage(error)) throw error;
      warn(await setStoreAside(directory));
      return openClaimed(directory, warn);
    }
  );
  const { root, transact } = database;
  const alerts = createAlertRecords(database);
  const trees = COUNTED_TREES.map((name) => root.openDB({ name }));
  return {
    events: createEventRecords(database, warn),
    alerts,
    rules: createRuleRecords(database, alerts),
    liveQueries: createLiveQueryRecords(database),
    triage: createTriageRecords(database),
    runs: createRunRecords(database),
    evidenceSwitch: createEvidenceSwitchRecords(database),
    async getSetting(name, create) {
      const key = `setting.${name}`;
      const known = settings.get(key);
      if (typeof known === 'string') return known;
      const value = create();
      transact(() => void settings.put(key, value));
      return value;
    },
    usedBytes: () =>
      trees.reduce((sum, tree) => {
        const stats = tree.getStats() as TreeStats;
        const pages = stats.treeBranchPageCount + stats.treeLeafPageCount + stats.overflowPages;
        return sum + pages * stats.pageSize;
      }, 0),
    async close() {
      await claim.release();
      await root.close();
    },
  };
};

interface ClaimedDatabase {
  readonly database: StoreDatabase;
  readonly settings: Database<unknown, string>;
  readonly claim: { release(): Promise<void> };
}

/** Nothing stays open where the store is another's, or of a version to come. */
const openClaimed = async (
  directory: string,
  warn: (sentence: string) => void
): Promise<ClaimedDatabase> => {
  const database = openDatabase(directory, warn);
  const { root } = database;
  try {
    const settings = root.openDB<unknown, string>({ name: 'settings', encoding: 'json' });
    checkStoreFormat(settings, directory);
    const claim = await claimStore(root, settings, directory);
    if (claim.kind === 'taken') throw new StoreTakenError(directory, claim.pid);
    return { database, settings, claim };
  } catch (error) {
    await root.close();
    throw error;
  }
};

/** LMDB's numbers for a corrupted file, a missing page and a failed transaction: what only writing comes upon. */
const DAMAGE: ReadonlySet<unknown> = new Set([-30_796, -30_797, -30_782]);

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && DAMAGE.has(error.code);
