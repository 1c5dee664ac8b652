import type { ElasticsearchClient, SearchHit } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { foldStoredRows } from './fold_stored_rows';

const toHit = (id: string, source: AlertDocument): SearchHit => ({
  _index: '.internal.alerts-webserver-rce.alerts-default-000001',
  _id: id,
  _source: {
    [ALERT_FIELD.instanceId]: `rule:${id}`,
    [ALERT_FIELD.raisedAt]: '2026-11-24T12:00:00.000Z',
    [ALERT_FIELD.severity]: 'high',
    [ALERT_FIELD.status]: 'open',
    ...source,
  },
});

/** Understands the one filter of terms that folding asks with. */
const createClient = (hits: readonly SearchHit[]) => {
  const operations: unknown[] = [];
  const client: ElasticsearchClient = {
    search: async ({ query }) => {
      const { bool } = query as { bool: { filter: [{ terms: object }] } };
      const [[field, values] = ['', []]] = Object.entries(bool.filter[0].terms);
      const wanted = values as readonly unknown[];
      return { hits: { hits: hits.filter(({ _source }) => wanted.includes(_source?.[field])) } };
    },
    bulk: async (params) => {
      operations.push(...(params.operations ?? []));
      return { errors: false, items: [] };
    },
    eql: { search: () => Promise.reject(new Error('unused')) },
  };
  return { client, operations };
};

const SEED = toHit('seed', { [ALERT_FIELD.rowId]: 'h:1' });
const INNER = toHit('inner', { [ALERT_FIELD.rowId]: 'h:2' });
const TREE = toHit('tree', {
  [ALERT_FIELD.rowId]: 'h:1',
  [ALERT_FIELD.treeId]: 'h:1',
  [ALERT_FIELD.treeProcesses]: ['h:2'],
});

it('folds what other rules stored under the tree’s alert, in the index it is in', async () => {
  const { client, operations } = createClient([SEED, INNER, TREE, toHit('x', {})]);
  await foldStoredRows(client, ['rule:tree']);
  const folded = {
    doc: expect.objectContaining({ [ALERT_FIELD.rowFolded]: true, [ALERT_FIELD.rowId]: 'h:1' }),
  };
  expect(operations).toEqual([
    { update: { _index: SEED._index, _id: 'seed' } },
    folded,
    { update: { _index: INNER._index, _id: 'inner' } },
    folded,
  ]);
});

it('finds the tree from the other rule’s alert too', async () => {
  const { client, operations } = createClient([TREE, SEED]);
  await foldStoredRows(client, ['rule:seed']);
  expect(operations[0]).toEqual({ update: { _index: SEED._index, _id: 'seed' } });
});

it('asks and writes nothing where there is nothing to fold', async () => {
  const { client, operations } = createClient([SEED]);
  await foldStoredRows(client, ['rule:seed']);
  await foldStoredRows({ ...client, search: () => Promise.reject(new Error('asked')) }, []);
  expect(operations).toEqual([]);
});

it('says that the store is not there', async () => {
  const { client } = createClient([SEED, TREE]);
  const broken = { ...client, bulk: () => Promise.reject(new Error('no shard')) };
  await expect(foldStoredRows(broken, ['rule:tree'])).rejects.toMatchObject({
    code: 'alert_store_unavailable',
  });
});
