import { expect, it } from 'vitest';
import { toElasticReason } from './to_elastic_reason';

const toError = (error: object): Error =>
  Object.assign(new Error('search_phase_execution_exception'), { meta: { body: { error } } });

it('gives the causes of an answer, each once, before its own general reason', () => {
  const causes = ['no permission', 'no permission', 'closed'].map((reason) => ({ reason }));
  const error = toError({ reason: 'all shards failed', root_cause: causes });
  expect(toElasticReason(error)).toBe('no permission; closed');
});

it('gives the reason of an answer without causes', () => {
  expect(toElasticReason(toError({ reason: 'too many clauses' }))).toBe('too many clauses');
  expect(toElasticReason(toError({ reason: 'too many clauses', root_cause: [] }))).toBe(
    'too many clauses'
  );
});

it('gives what kept Elasticsearch from answering', () => {
  expect(toElasticReason(new Error('connect ECONNREFUSED'))).toBe('connect ECONNREFUSED');
  expect(toElasticReason('gone')).toBe('gone');
});
