import { describe } from 'vitest';
import { createEqlEventReader } from '../doubles/eql_event_reader';
import { createMemoryAlertWriter } from '../doubles/memory_alert_writer';
import { createMemoryRunStore } from '../doubles/memory_run_store';
import { createMemoryTriageStore } from '../doubles/memory_triage_store';
import { alertWriterContract } from './alert_writer.contract';
import { eventReaderContract } from './event_reader.contract';
import { runStoreContract } from './run_store.contract';
import { triageStoreContract } from './triage_store.contract';

describe('triage in memory', () => triageStoreContract(async () => createMemoryTriageStore()));

describe('runs in memory', () => runStoreContract(async () => createMemoryRunStore()));

describe('events asked with the project’s own EQL', () =>
  eventReaderContract(async (events) => createEqlEventReader(events).reader));

describe('alerts written to memory', () =>
  alertWriterContract(async () => {
    const { writer, storeReported } = createMemoryAlertWriter();
    const rule = { startRun: () => ({ writer, end: async () => storeReported() }) };
    return { rule, ruleId: 'rule-1' };
  }));
