// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { PresentRule } from '../../common/api/rule_status';
import { toExceptionFile } from '../../common/exception/exception_file';
import type { RuleException } from '../../common/exception/exception';
import { extendedRule } from '../../common/rule/extended_rule';
import { toShippedParams } from '../../common/rule/rule_params';
import { NO_RUNS } from '../../common/run/run_history';
import { renderApp } from '../../test/browser_app/render_app';
import { ENABLED_RULE, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const ROOT = '/internal/web_server_rce/rules';
const ADD = `POST ${ROOT}/rule-1/exceptions`;
const REMOVE = `POST ${ROOT}/rule-1/exceptions/_remove`;
const PREVIEW = `POST ${ROOT}/rule-1/exceptions/_preview`;

const EXCEPTION: RuleException = {
  id: 'work',
  query: 'process where process.name == "convert"',
  comment: 'thumbnails',
  by: 'ann',
  at: '2026-11-20T00:00:00.000Z',
  upToRisk: 60,
  expiresAt: '2026-11-23T00:00:00.000Z',
};

const withExceptions = (...exceptions: RuleException[]): PresentRule => ({
  ...ENABLED_RULE,
  params: { ...ENABLED_RULE.params, exceptions },
});

const render = (rule: PresentRule, path = '/rules/rule-1/exceptions') =>
  renderApp({
    path,
    answers: {
      [`GET ${ROOT}`]: () => ({ rules: [rule] }),
      [`GET ${ROOT}/rule-1/runs`]: () => ({
        history: {
          ...NO_RUNS,
          hidden: { work: { count: 412, lastAt: '2026-11-24T02:00:00.000Z' } },
        },
      }),
      [ADD]: () => ({ rules: [rule] }),
      [REMOVE]: () => ({ rules: [ENABLED_RULE] }),
      [PREVIEW]: () => ({
        asked: 9,
        isCut: false,
        hidden: 3,
        days: 30,
        examples: [
          {
            id: 'x',
            eventTime: '2026-11-24T02:00:00.000Z',
            severity: 'high',
            riskScore: 73,
            host: 'web-01',
            command: 'sh -c \u202eid',
          },
        ],
      }),
    },
  });

test('lists what is excepted, until when and how often it has hidden something', async () => {
  render(withExceptions(EXCEPTION));
  const table = await screen.findByTestId('webServerRceExceptionTable');
  await waitFor(() => expect(table.textContent).toContain('412'));
  expect(table.textContent).toContain('process where process.name == "convert"');
  expect(table.textContent).toMatch(/thumbnails.*expired.*up to risk 60.*ann/s);
});

test('adds one by hand, once its query has no mistake and shows what it would have hidden', async () => {
  const { user, http } = render(ENABLED_RULE);
  await user.click(await screen.findByTestId('webServerRceNewException'));
  const write = (value: string): void =>
    void fireEvent.change(screen.getByTestId('webServerRceQueryBox'), { target: { value } });
  write('process where process.name = "sh"');
  expect(screen.getByTestId('webServerRceQueryProblem').textContent).toMatch(/column 28/);
  expect(screen.getByTestId('webServerRceExceptionSave')).toHaveProperty('disabled', true);
  write('process where process.name == "sh"');
  const preview = await screen.findByTestId('webServerRceExceptionPreview');
  await waitFor(() => expect(preview.textContent).toContain('3 of the 9 alerts'));
  expect(preview.textContent).toContain('\\u{202e}id');
  fireEvent.change(screen.getByTestId('webServerRceExceptionDays'), { target: { value: '7' } });
  await user.click(screen.getByTestId('webServerRceExceptionSave'));
  await waitFor(() => expect(screen.queryByTestId('webServerRceExceptionForm')).toBeNull());
  expect(http.bodies(ADD)).toEqual([
    {
      exceptions: [
        {
          query: 'process where process.name == "sh"',
          comment: '',
          expiresAt: '2026-12-01T03:00:00.000Z',
        },
      ],
    },
  ]);
});

test('proposes one from an alert: its facts, and up to its risk where the rule grades', async () => {
  const params = toShippedParams(extendedRule);
  const rule = { ...ENABLED_RULE, ruleId: extendedRule.id, params };
  const { user, http } = render(rule, '/alerts/alert-1?tab=respond');
  await user.click(await screen.findByTestId('webServerRceAddException'));
  const box = screen.getByTestId('webServerRceQueryBox');
  expect(box).toHaveProperty(
    'value',
    [
      'process where',
      '  process.parent.executable == "/usr/sbin/php-fpm8.2" and',
      '  process.executable == "/usr/bin/dash" and',
      '  process.command_line == "sh -c whoami" and',
      '  user.name == "www-data"',
    ].join('\n')
  );
  await user.click(screen.getByTestId('webServerRceCondition-command'));
  await user.click(screen.getByTestId('webServerRceCondition-host'));
  expect(box).toHaveProperty('value', expect.not.stringContaining('command_line'));
  expect(box).toHaveProperty('value', expect.stringContaining('host.name == "web-01"'));
  await user.click(screen.getByTestId('webServerRceExceptionSave'));
  await waitFor(() =>
    expect(http.bodies(ADD)).toMatchObject([
      { exceptions: [{ upToRisk: toSampleAlert().riskScore }] },
    ])
  );
});

test('is removed only after a second look', async () => {
  const { user, http } = render(withExceptions(EXCEPTION));
  await user.click(await screen.findByTestId('webServerRceRemoveException'));
  expect(http.bodies(REMOVE)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(http.bodies(REMOVE)).toEqual([{ exceptionId: 'work' }]));
});

const choose = async (text: string): Promise<void> => {
  const file = new File([text], 'exceptions.json', { type: 'application/json' });
  // jsdom's files can't be read as text.
  Object.assign(file, { text: async () => text });
  fireEvent.change(await screen.findByTestId('webServerRceImportExceptions'), {
    target: { files: [file] },
  });
};

test('imports a file of this rule, signed anew by the server, and refuses others', async () => {
  const { http, notices } = render(ENABLED_RULE);
  await choose(toExceptionFile('seed', [EXCEPTION]));
  const { id: _id, by: _by, at: _at, ...draft } = EXCEPTION;
  await waitFor(() => expect(http.bodies(ADD)).toEqual([{ exceptions: [draft] }]));
  await choose(toExceptionFile('extended', [EXCEPTION]));
  await waitFor(() => expect(notices.at(-1)?.text).toMatch(/another rule \(extended\)/));
  await choose('[');
  await waitFor(() => expect(notices.at(-1)?.tone).toBe('danger'));
  expect(http.bodies(ADD)).toHaveLength(1);
});

test('can be looked at, and not changed, by somebody who may only read', async () => {
  renderApp({
    path: '/rules/rule-1/exceptions',
    host: { mayWrite: false },
    answers: { [`GET ${ROOT}`]: () => ({ rules: [withExceptions(EXCEPTION)] }) },
  });
  await screen.findByTestId('webServerRceExceptionTable');
  expect(screen.queryByTestId('webServerRceNewException')).toBeNull();
  expect(screen.queryByTestId('webServerRceRemoveException')).toBeNull();
  expect(screen.getByTestId('webServerRceExportExceptions')).toBeTruthy();
});
