import { expect, test } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import { EXTENDED_RULE_EVENT_QUERY } from '../../common/rule/security/extended_rule_query';
import { EXTENDED_RULE_LOSS } from '../../common/rule/security/extended_rule_loss';
import { readCorpus } from '../corpus/read_corpus';
import { gradeRequests } from './grade_requests';
import { readLabEvents } from './read_lab_events';

const ALERT_RISK = 47;

test('what the exported rule’s description says it finds and flags is what it does on held-out recordings', async () => {
  const query = parseEql(EXTENDED_RULE_EVENT_QUERY);
  const counts = { attacks: 0, found: 0, ruleFound: 0, benign: 0, flagged: 0, ruleFlagged: 0 };
  for (const lab of readCorpus('heldout')) {
    const events = await readLabEvents(lab, 'ecs');
    const hits = new Set(searchEvents(query, events).map(({ id }) => id));
    for (const { label, risk } of gradeRequests(lab.readLabels(), events)) {
      const isFound = label.exec_serials.some((serial) => hits.has(String(serial)));
      const isAttack = label.kind === 'attack';
      counts[isAttack ? 'attacks' : 'benign'] += 1;
      if (isFound) counts[isAttack ? 'found' : 'flagged'] += 1;
      if (risk >= ALERT_RISK) counts[isAttack ? 'ruleFound' : 'ruleFlagged'] += 1;
    }
  }
  expect(counts).toEqual(EXTENDED_RULE_LOSS);
});
