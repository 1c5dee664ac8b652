// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { toShippedParams } from '../../common/rule/rule_params';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { ENABLED_RULE } from '../../test/browser_app/sample_alerts';
import { extendedRule } from '../../common/rule/extended_rule';
import { webServerRule } from '../../common/rule/web_server_rule';

afterEach(cleanup);

const SAVE = 'POST /internal/web_server_rce/rules/rule-1/_params';

const write = async (query: string): Promise<void> => {
  fireEvent.change(await screen.findByTestId('webServerRceQueryBox'), { target: { value: query } });
};

test('marks a mistake in the query, says where it is, and sends nothing', async () => {
  const { user, http } = renderApp({ path: '/rules/rule-1' });
  await write('process where process.name = "sh"');
  expect(screen.getByTestId('webServerRceQueryProblem').textContent).toMatch(/Line 1, column 28/);
  await user.click(screen.getByTestId('webServerRceSaveSettings'));
  expect(http.asked).not.toContain(SAVE);
});

test('does not take a sequence, since every event becomes an alert', async () => {
  renderApp({ path: '/rules/rule-1' });
  await write('sequence [process where true] [process where true]');
  expect(screen.getByTestId('webServerRceQueryProblem').textContent).not.toBe('');
});

test('names the field whose value the server would refuse', async () => {
  renderApp({ path: '/rules/rule-1' });
  fireEvent.change(await screen.findByTestId('webServerRceSetting-lookBack'), {
    target: { value: '9' },
  });
  expect(screen.getByLabelText('Looks back at least').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByTestId('webServerRceSaveSettings')).toHaveProperty('disabled', true);
});

test('saves what was changed, and says so', async () => {
  const { user, http, notices } = renderApp({
    path: '/rules/rule-1',
    answers: { [SAVE]: () => ({ rules: [ENABLED_RULE] }) },
  });
  await write('process where process.name == "sh"');
  await user.click(screen.getByTestId('webServerRceSaveSettings'));
  await waitFor(() => expect(notices.at(-1)?.title).toMatch(/saved/));
  expect(http.bodies(SAVE)).toEqual([
    {
      params: { ...toShippedParams(webServerRule), query: 'process where process.name == "sh"' },
      interval: '5m',
    },
  ]);
});

test('keeps the form open with the server’s sentence when it refuses', async () => {
  const { user } = renderApp({
    path: '/rules/rule-1',
    answers: {
      [SAVE]: () => {
        throw httpError(404, {
          message: 'gone',
          attributes: { code: 'rule_not_found', values: {} },
        });
      },
    },
  });
  await write('process where true');
  await user.click(screen.getByTestId('webServerRceSaveSettings'));
  expect((await screen.findByRole('alert')).textContent).toMatch(/does not exist/);
});

test('shows settings, but no way to save them, to somebody who may only read', async () => {
  renderApp({ path: '/rules/rule-1', host: { mayWrite: false } });
  await screen.findByTestId('webServerRceQueryBox');
  expect(screen.getByTestId('webServerRceQueryBox')).toHaveProperty('readOnly', true);
  expect(screen.queryByTestId('webServerRceSaveSettings')).toBeNull();
});

test('takes intervals of seconds, and says what Kibana has against them in its words', async () => {
  const reason = 'the interval is less than the allowed minimum interval of 1m';
  const { user } = renderApp({
    path: '/rules/rule-1',
    answers: {
      [SAVE]: () => {
        throw httpError(400, {
          message: reason,
          attributes: { code: 'refused_invalid', values: { reason } },
        });
      },
    },
  });
  fireEvent.change(await screen.findByTestId('webServerRceSetting-interval'), {
    target: { value: '30s' },
  });
  await user.click(screen.getByTestId('webServerRceSaveSettings'));
  expect((await screen.findByRole('alert')).textContent).toContain(reason);
});

test('asks for the least risk of rules of trees alone, and for a number', async () => {
  const params = toShippedParams(extendedRule);
  const rule = { ...ENABLED_RULE, ruleId: extendedRule.id, params };
  renderApp({
    path: '/rules/rule-1',
    answers: { 'GET /internal/web_server_rce/rules': () => ({ rules: [rule] }) },
  });
  const field = await screen.findByTestId('webServerRceSetting-minimumRisk');
  expect(field).toHaveProperty('value', '47');
  fireEvent.change(field, { target: { value: '' } });
  expect(screen.getByTestId('webServerRceSaveSettings')).toHaveProperty('disabled', true);
});

test('says so of a rule that is not there, and of one that was never switched on', async () => {
  renderApp({ path: '/rules/other' });
  expect(await screen.findByText(/There is no such rule/)).toBeTruthy();
  expect(screen.getByText(/belong to another space/)).toBeTruthy();
  cleanup();
  renderApp({
    path: '/rules/rule-1',
    answers: {
      'GET /internal/web_server_rce/rules': () => ({
        rules: [{ kind: 'absent', id: 'rule-1', ruleId: 'seed' }],
      }),
    },
  });
  expect(await screen.findByText(/Switch the rule on/)).toBeTruthy();
});

const EVIDENCE = 'GET /internal/web_server_rce/rules/*/evidence';
const SWITCH = 'POST /internal/web_server_rce/rules/rule-1/_evidence';

test('switches evidence on at once, and shows what the server made of it', async () => {
  const { user, http } = renderApp({
    path: '/rules/rule-1',
    answers: { [SWITCH]: () => ({ isOn: true, maySwitchOn: true }) },
  });
  const box = await screen.findByRole('switch', { name: /Take evidence/ });
  await waitFor(() => expect(box).toHaveProperty('disabled', false));
  await user.click(box);
  await waitFor(() => expect(box.getAttribute('aria-checked')).toBe('true'));
  expect(http.bodies(SWITCH)).toEqual([{ isOn: true }]);
});

test('says who may switch evidence on where the reader may not, and still lets it be switched off', async () => {
  renderApp({
    path: '/rules/rule-1',
    answers: { [EVIDENCE]: () => ({ isOn: false, maySwitchOn: false }) },
  });
  expect(await screen.findByText(/only somebody with the Osquery privilege/)).toBeDefined();
  expect(screen.getByRole('switch', { name: /Take evidence/ })).toHaveProperty('disabled', true);
  cleanup();
  renderApp({
    path: '/rules/rule-1',
    answers: { [EVIDENCE]: () => ({ isOn: true, maySwitchOn: false }) },
  });
  const box = await screen.findByRole('switch', { name: /Take evidence/ });
  await waitFor(() => expect(box).toHaveProperty('disabled', false));
});

test('is found by the id of its definition too, which is the same in every space', async () => {
  renderApp({ path: '/rules/seed/runs' });
  expect(await screen.findByTestId('webServerRceRuleTab-runs')).toBeTruthy();
});
