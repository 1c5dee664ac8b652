import { expect, test } from 'vitest';
import { toAlertOfProcess, toSampleAlert } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';
import { english } from '../i18n/english';
import { applyChange } from '../triage/apply_change';
import { NO_TRIAGE } from '../triage/triage';
import { toCaseReport, type ReportMaterial } from './case_report';
import { toCaseReportMarkdown } from './case_report_markdown';
import { toMarkdownCode, toMarkdownText } from './markdown_escape';
import type { AnsweredQuery } from './reported_evidence';

const MATERIAL: ReportMaterial = {
  alert: toSampleAlert(),
  story: toSampleStory(),
  requests: { ranked: [], total: 0, ofSameAddress: 0, isCut: false, logs: [], unread: [] },
  answers: [],
  areAnswersPartial: false,
  triage: NO_TRIAGE,
  steps: [],
};
const toMarkdown = (part: Partial<ReportMaterial>): string =>
  toCaseReportMarkdown(toCaseReport({ ...MATERIAL, ...part }, english), english);

test('holds sentence, timeline, steps with notes, verdict, history and how long each took', () => {
  const sign = (minute: number) => ({ by: 'ann', at: `2026-11-24T03:0${minute}:00.000Z` });
  const step = { id: 'response-2', text: 'Isolate the host', depth: 0, queries: [] };
  const taken = applyChange(NO_TRIAGE, { kind: 'status', status: 'acknowledged' }, sign(1));
  const ticked = applyChange(
    taken,
    { kind: 'step', step: step.id, isDone: true, note: 'cable out' },
    sign(2)
  );
  const triage = applyChange(
    ticked,
    { kind: 'verdict', verdict: 'true_positive', comment: 'web shell' },
    sign(4)
  );
  const alert = toSampleAlert({ status: 'closed' });
  const report = toCaseReport({ ...MATERIAL, alert, triage, steps: [step] }, english);
  expect(report.times).toMatchObject({ toDetect: 60, toAcknowledge: 120, toClose: 300 });
  expect(report.isPartial).toBe(false);
  const markdown = toCaseReportMarkdown(report, english);
  expect(markdown).toContain(
    '- **→** 2026\\-11\\-24T02\\:58\\:00\\.000Z ` sh -c whoami ` www\\-data'
  );
  expect(markdown).toContain('- [x] Isolate the host · ann');
  expect(markdown).toContain('cable out');
  expect(markdown).toContain('true\\_positive · ann');
  expect(markdown.match(/^## .*$/gm)).toEqual(
    ['Facts', 'Verdict', 'Times', 'Done through this server', 'Steps', 'History'].map(
      (title) => `## ${title}`
    )
  );
});

test('says that it is not the whole where something could not be read', () => {
  expect(toMarkdown({ story: undefined })).toContain('could not be read');
  expect(toMarkdown({ requests: undefined })).toContain('could not be read');
  expect(toMarkdown({ areAnswersPartial: true })).toContain('could not be read');
  expect(toMarkdown({})).not.toContain('could not be read');
});

const HOSTILE = [
  '# heading',
  '| a | b |',
  '```\nrm -rf /\n```',
  '`` ` ``',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](http://evil.example/a.png)',
  'https://evil.example www.evil.example a@evil.example',
  '&lt;script&gt;',
  'a\u202eb\u0000\u001b[31m\r\n- [x] forged',
  '\\',
  '~~x~~ **y** __z__',
];

test.each(HOSTILE)('%j stays text in one line', (hostile) => {
  const text = toMarkdownText(hostile);
  expect(text).not.toMatch(/(?<!\\)(?:\\\\)*[#|`<[\]!*_~&@]/);
  expect(text).not.toMatch(/https?:|www\.|[\n\r\0\u202e\u001b]/);
  const code = toMarkdownCode(hostile);
  const [fence = ''] = /^`+/.exec(code) ?? [];
  expect(code.endsWith(` ${fence}`)).toBe(true);
  expect(code.slice(fence.length, -fence.length)).not.toContain(fence);
  expect(code).not.toMatch(/[\n\r\0\u202e\u001b]/);
});

test('no command, note or name adds a line of its own to a report', () => {
  const plain = toMarkdown({}).split('\n').length;
  for (const hostile of HOSTILE) {
    const alert = toAlertOfProcess('alert-1', { name: hostile, command_line: hostile });
    const story = toSampleStory({
      trees: [toStoryTree([toStoryProcess(0, [hostile], { isOfAlert: false })])],
    });
    expect(toMarkdown({ alert, story }).split('\n')).toHaveLength(plain);
  }
});

const toAnswer = (rows: readonly (readonly string[])[]): AnsweredQuery => ({
  ...{ label: 'Processes', sql: 'SELECT', at: '2026-11-24T02:58:00.400Z', isEvidence: true },
  looks: [],
  table: {
    columns: ['pid', 'cmdline', 'tty'].map((name) => ({ name, type: 'text' })),
    rows,
  },
});

test('holds the rows of the host that concern the alert, and says how many are left out', () => {
  const own = Array.from({ length: 23 }, (_, place) => ['4711', `sh ${place}`, '']);
  const answers = [toAnswer([['1', 'init', ''], ...own]), toAnswer([['1', 'init', '']])];
  const { evidence } = toCaseReport({ ...MATERIAL, answers }, english);
  expect(evidence).toHaveLength(1);
  expect(evidence[0]).toMatchObject({ columns: ['pid', 'cmdline'], leftOut: 3 });
  expect(evidence[0]?.rows).toEqual(own.slice(0, 20).map((cells) => cells.slice(0, 2)));
  const markdown = toMarkdown({ answers });
  expect(markdown).toContain('### Processes\n\nTaken when the alert was raised, 2026');
  expect(markdown).toContain('| pid | cmdline |\n| --- | --- |\n| 4711 | sh 0 |\n');
  expect(markdown).toContain('Left out here, though they concern the alert: 3 more');
  expect(markdown).not.toContain('init');
});

test('has the ports first that are new to the host, and says with what they were compared', () => {
  const listen = (...ports: readonly string[]): AnsweredQuery['table'] => ({
    columns: ['protocol', 'address', 'port'].map((name) => ({ name, type: 'text' })),
    rows: ports.map((port) => ['6', '::', port]),
  });
  const at = Date.parse('2026-11-20T00:00:00.000Z');
  const looks = [{ at, table: listen('22', '80'), isCut: false }];
  const answer = { ...toAnswer([]), table: listen('22', '80', '4444') };
  const markdown = toMarkdown({ answers: [{ ...answer, looks }] });
  expect(markdown).toContain('Compared with earlier looks at this host since 2026');
  expect(markdown).toContain(
    ': 1. Rows that are new to it, the first ones: 1\n\n| protocol | address | port |'
  );
  expect(markdown).toContain('| --- |\n| 6 | \\:\\: | 4444 |\n');
  expect(toMarkdown({ answers: [answer] })).not.toContain('Compared with');
});

test('knows the rows of what the alert’s process started from the story', () => {
  const story = toSampleStory({
    trees: [
      toStoryTree([
        toStoryProcess(0, ['sh'], { isOfAlert: true }),
        toStoryProcess(1, ['ncat'], { pid: 7307 }),
      ]),
    ],
  });
  const answers = [toAnswer([['7307', '', '31337']])];
  expect(toCaseReport({ ...MATERIAL, story, answers }, english).evidence).toHaveLength(1);
  expect(toCaseReport({ ...MATERIAL, answers }, english).evidence).toHaveLength(0);
});

test('no cell leaves its table, however long or hostile', () => {
  for (const hostile of [...HOSTILE, '|'.repeat(100_000)]) {
    const label = hostile.slice(0, 100);
    const answers = [{ ...toAnswer([['4711', hostile, 'pts/0']]), label }];
    const lines = toMarkdown({ answers }).split('\n');
    const row = lines.find((line) => line.startsWith('| 4711'));
    expect(row?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(4);
    expect(row?.length).toBeLessThan(2000);
    expect(lines).toHaveLength(
      toMarkdown({ answers: [toAnswer([['4711', 'x', 'y']])] }).split('\n').length
    );
  }
});
