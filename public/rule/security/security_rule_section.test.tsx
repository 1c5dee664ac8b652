// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { webServerRule } from '../../../common/rule/web_server_rule';
import { httpError } from '../../../test/browser_app/fake_http';
import { renderApp } from '../../../test/browser_app/render_app';

afterEach(cleanup);

const CREATE = 'POST /api/detection_engine/rules';

test('makes the rule in Elastic Security with one click, and says where it is', async () => {
  const { user, http, notices } = renderApp({
    path: '/rules/rule-1',
    answers: { [CREATE]: () => ({ id: 'made' }) },
  });
  await user.click(await screen.findByTestId('webServerRceCreateSecurityRule'));
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/Security → Rules/));
  expect(http.bodies(CREATE)).toMatchObject([{ type: 'eql', query: webServerRule.query }]);
});

test('says in Elastic Security’s words why it was not made', async () => {
  const { user } = renderApp({
    path: '/rules/rule-1',
    answers: {
      [CREATE]: () => {
        throw httpError(409, { message: 'rule_id: "f16f" already exists' });
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRceCreateSecurityRule'));
  expect((await screen.findByRole('alert')).textContent).toContain('already exists');
});

test('offers only the file to whoever may not make rules there', async () => {
  renderApp({ path: '/rules/rule-1', host: { mayEditSecurityRules: false } });
  await screen.findByTestId('webServerRceExportRule');
  expect(screen.queryByTestId('webServerRceCreateSecurityRule')).toBeNull();
});
