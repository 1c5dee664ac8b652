import { expect, test } from 'vitest';
import { explainMatch } from '../../../common/eql/explain_match';
import { parseEql } from '../../../common/eql/parse_eql';
import { toClauseRow } from './clause_row';
import { toDecidingClauses } from './deciding_clauses';

const toDeciding = (query: string, event: Record<string, unknown>): readonly string[] => {
  const { clause } = explainMatch(parseEql(query), event);
  const clauses = clause.kind === 'and' ? clause.clauses : [clause];
  return toDecidingClauses(clauses, query).map((one) => toClauseRow(one, query).field);
};

const EVENT = {
  'event.category': 'process',
  'event.type': 'start',
  'host.os.type': 'linux',
  'process.name': 'sh',
  'process.parent.name': 'nginx',
  'process.args': ['sh', '-c', 'id'],
};

test('a choice of programs or arguments decides, what every such event has does not', () => {
  const query = `process where host.os.type == "linux" and event.type in ("start", "exec") and
    process.name : ("sh", "bash") and process.args : ("id", "whoami") and not process.name == "phpquery"`;
  expect(toDeciding(query, EVENT)).toEqual(['process.name', 'process.args']);
});

test('alternatives are a choice', () => {
  const query =
    'process where host.os.type == "linux" and (process.name == "sh" or process.parent.name == "httpd")';
  expect(toDeciding(query, EVENT)).toEqual(['process.name']);
});

test('a clause that fails is never folded', () => {
  const query = 'process where host.os.type == "windows" and process.name : ("sh", "bash")';
  expect(toDeciding(query, EVENT)).toEqual(['host.os.type', 'process.name']);
});

test('where nothing gave a choice everything decided', () => {
  const query = 'process where host.os.type == "linux" and process.name == "sh"';
  expect(toDeciding(query, EVENT)).toEqual(['event.category', 'host.os.type', 'process.name']);
});
