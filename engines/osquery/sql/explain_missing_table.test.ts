import { expect, it } from 'vitest';
import { explainMissingTable } from './explain_missing_table';

const explain = (name: string): string =>
  explainMissingTable(`no such table: ${name}`, ['processes', 'process_envs', 'users']);

it.each([
  ['iptables', "Osquery has the table iptables, this host's own tables don't: install osqueryi"],
  ['IPTABLES', 'install osqueryi'],
  ['process_events', 'osqueryd'],
  ['registry', 'on other systems only'],
  ['procesess', 'did you mean processes?'],
  ['process', 'did you mean processes'],
  ['user', 'did you mean users?'],
  ['rpm_package', 'did you mean rpm_packages'],
])('says of %s what to do', (name, sentence) => {
  expect(explain(name)).toContain(`no such table: ${name}. `);
  expect(explain(name)).toContain(sentence);
});

it('leaves other messages, and names like nothing, as they are', () => {
  expect(explain('nope')).toBe('no such table: nope');
  expect(explainMissingTable('no such column: x', [])).toBe('no such column: x');
});
