import { describe, expect, test } from 'vitest';
import { OWN_QUERIES } from '../../common/guide/own_queries';
import { toGuideSteps } from '../../common/guide/guide_steps';
import { toTreeFacts } from '../../common/guide/tree_facts';
import { fillGuide } from '../../common/guide/fill_guide';
import { parseGuide } from '../../common/guide/parse_guide';
import { english } from '../../common/i18n/english';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { findTableNames } from '../../common/osquery/find_table_names';
import { LINUX_TABLE_NAMES, OWN_TABLE_NAMES } from '../../common/osquery/osquery_table_names';
import { findWrittenQueryProblem } from '../../common/osquery/written_query';
import { webServerRule } from '../../common/rule/web_server_rule';
import { ALL_TABLES } from '../../engines/osquery/tables/all_tables';
import { queryFixture } from '../../engines/osquery/tables/query.fixture';
import { toSampleAlert } from '../browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../browser_app/sample_story';

const facts = toTreeFacts(
  toSampleAlert().event,
  toSampleStory({
    trees: [
      toStoryTree([toStoryProcess(90, ['id'])]),
      toStoryTree([
        toStoryProcess(0, ['sh'], { isOfAlert: true }),
        toStoryProcess(1, ['curl']),
        toStoryProcess(2, ['nc'], { pid: undefined }),
      ]),
    ],
  })
);

const fill = (template: string): string => {
  const filled = fillPlaceholders(template, facts);
  if (filled.kind !== 'ready') throw new Error(JSON.stringify(filled.problem));
  return filled.sql;
};

test('the names of tables that are known here are those of the local tables and more', () => {
  const known = new Set([...LINUX_TABLE_NAMES, ...OWN_TABLE_NAMES]);
  expect(ALL_TABLES.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

describe.each(OWN_QUERIES)('the query $id', ({ template, label, reading, step }) => {
  test('reads tables that Osquery itself has, and runs on the local ones', async () => {
    const sql = fill(template);
    expect(findTableNames(sql).filter((name) => !LINUX_TABLE_NAMES.has(name))).toEqual([]);
    expect(findWrittenQueryProblem(sql)).toBeUndefined();
    expect((await queryFixture({}, sql)).rows).toBeInstanceOf(Array);
  });

  test('has a name, says what its rows mean, and stands at a step of the guide', () => {
    const { investigation } = toGuideSteps(fillGuide(parseGuide(webServerRule.text.en.guide), {}));
    expect(label(english)).not.toBe('');
    expect(reading(english)).not.toBe('');
    expect(investigation.map(({ id }) => id)).toContain(step);
  });
});

test.each([
  ['investigation-1', 'abnormal behavior'],
  ['investigation-2', 'listening ports'],
  ['investigation-7', 'dropped'],
  ['investigation-13', 'accessed, modified or created'],
  ['investigation-14', 'Scheduled jobs'],
])('%s is the step about %s', (id, words) => {
  const { investigation } = toGuideSteps(fillGuide(parseGuide(webServerRule.text.en.guide), {}));
  expect(investigation.find((step) => step.id === id)?.text).toContain(words);
});

test('asks of all processes of the tree', () => {
  const sql = fill(OWN_QUERIES.find(({ id }) => id === 'tree_sockets')?.template ?? '');
  expect(sql).toContain('IN (4711, 4712)');
});

test('finds what was written to the working directory and one folder below it', async () => {
  const { template } = OWN_QUERIES.find(({ id }) => id === 'web_root_changes') ?? { template: '' };
  // The files are as new as the test.
  const { sql } = fillPlaceholders(template, { ...facts, day_before: '2020-01-01T00:00:00Z' });
  const { rows } = await queryFixture(
    { '/srv/www/index.php': 'x', '/srv/www/uploads/shell.php': 'x', '/srv/other.php': 'x' },
    sql
  );
  expect(rows.map((row) => row['path']).sort()).toEqual([
    '/srv/www/index.php',
    '/srv/www/uploads/shell.php',
  ]);
});

test('a hostile working directory stays a text in the SQL', () => {
  const { template } = OWN_QUERIES.find(({ id }) => id === 'web_root_changes') ?? { template: '' };
  const hostile = { ...facts, 'process.working_directory': "/x' OR 1=1 --%_" };
  expect(fillPlaceholders(template, hostile).sql).toContain("SELECT '/x'' OR 1=1 --%_'\n");
});
