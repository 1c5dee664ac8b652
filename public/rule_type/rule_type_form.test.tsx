// @vitest-environment jsdom
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import { extendedRule } from '../../common/rule/extended_rule';
import { createRuleTypeForm } from './rule_type_form';

configure({ testIdAttribute: 'data-test-subj' });
afterEach(cleanup);

const RuleTypeForm = createRuleTypeForm('/s/dmz/app/webServerRce');

test('shows what a rule searches, and leads to where that is changed', () => {
  const ruleParams = { ...toShippedParams(webServerRule), lookBack: '17m' };
  render(<RuleTypeForm id="rule 1" ruleParams={ruleParams} setRuleProperty={vi.fn()} />);
  const form = screen.getByTestId('webServerRceRuleTypeForm');
  expect(form.textContent).toContain('Potential Remote Code Execution via Web Server');
  expect(form.textContent).toContain('process.parent.executable');
  expect(form.textContent).toContain('logs-endpoint.events.*');
  expect(form.textContent).toContain('17m');
  expect(screen.getByTestId('webServerRceOpenRule').getAttribute('href')).toBe(
    '/s/dmz/app/webServerRce/rules/rule%201'
  );
  expect(screen.queryByTestId('webServerRceRuleChoice')).toBeNull();
});

test('gives a new rule the parameters of the rule that is chosen', async () => {
  const setRuleProperty = vi.fn();
  render(<RuleTypeForm ruleParams={{}} setRuleProperty={setRuleProperty} />);
  await userEvent.selectOptions(screen.getByTestId('webServerRceRuleChoice'), 'extended');
  expect(setRuleProperty).toHaveBeenCalledWith('params', toShippedParams(extendedRule));
});
