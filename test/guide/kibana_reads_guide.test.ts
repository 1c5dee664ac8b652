import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../common/guide/parse_guide';
import { LOCALES } from '../../common/i18n/locale';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { webServerRule } from '../../common/rule/web_server_rule';

/** A Kibana distribution, unpacked: its own code says whether analysts without live-query rights can run our guide. */
const kibana = process.env['KIBANA_DIR'];
if (kibana === undefined) {
  console.warn(
    'NOT RUN: Kibana’s own parser on our guides. Set KIBANA_DIR to an unpacked Kibana 8.12.2.'
  );
}
const load = (id: string): unknown => createRequire(path.join(kibana ?? '', 'package.json'))(id);
const OSQUERY = '@kbn/osquery-plugin';

interface Block {
  readonly type: string;
  readonly configuration: { readonly label: string; readonly query: string };
}
interface Processor {
  use(plugins: unknown[]): Processor;
  parse(text: string): { readonly children: readonly Block[] };
}

const readAsKibana = (markdown: string): Block['configuration'][] => {
  const unified = load('unified') as () => Processor;
  const { parser } = load(`${OSQUERY}/server/routes/live_query/osquery_parser`) as {
    parser: unknown;
  };
  const remark = load('remark-parse-no-trim');
  return unified()
    .use([[remark, {}], parser])
    .parse(markdown)
    .children.filter(({ type }) => type === 'osquery')
    .map(({ configuration }) => configuration);
};

const fillAsKibana = (query: string, alert: Record<string, unknown>): string => {
  const { replaceParamsQuery } = load(`${OSQUERY}/common/utils/replace_params_query`) as {
    replaceParamsQuery: (query: string, data: unknown) => { result: string };
  };
  return replaceParamsQuery(query, alert).result;
};

describe.skipIf(kibana === undefined)('Kibana (skipped without KIBANA_DIR)', () => {
  it.each(LOCALES)('finds the same queries in our guide in %s as we do', (locale) => {
    const { guide } = webServerRule.text[locale];
    const ours = parseGuide(guide).flatMap((part) =>
      part.kind === 'query' ? [{ label: part.label, query: part.template }] : []
    );
    expect(ours).toHaveLength(5);
    expect(readAsKibana(guide)).toEqual(ours);
  });

  it('fills the user id to the same SQL as we do, so that the guide’s queries are allowed', () => {
    const event = { process: { user: { id: '33' } } };
    for (const part of parseGuide(webServerRule.text.en.guide)) {
      if (part.kind !== 'query') continue;
      expect(fillPlaceholders(part.template, event)).toMatchObject({
        kind: 'ready',
        sql: fillAsKibana(part.template, event),
      });
    }
  });
});
