import type { Translate } from '../i18n/translate';
import { toMarkdownCode, toMarkdownText } from './markdown_escape';
import type { ReportedEvidence } from './reported_evidence';

/** Rows of a host as tables of Markdown, each under the query that asked for them. Everything in them is escaped. */
export const toEvidenceMarkdown = (
  evidence: readonly ReportedEvidence[],
  translate: Translate
): readonly string[] =>
  evidence.length === 0
    ? []
    : [
        `## ${translate('webServerRce.report.evidence', { defaultMessage: 'Rows of the host that concern it' })}`,
        '',
        ...evidence.flatMap((answer) => toTable(answer, translate)),
      ];

const toTable = (
  { label, sql, at, isEvidence, columns, rows, leftOut, compared }: ReportedEvidence,
  translate: Translate
): readonly string[] => [
  `### ${label === '' ? toMarkdownCode(sql) : toMarkdownText(label)}`,
  '',
  isEvidence
    ? translate('webServerRce.report.evidenceTaken', {
        defaultMessage: 'Taken when the alert was raised, {time}',
        values: { time: toMarkdownText(at) },
      })
    : translate('webServerRce.report.evidenceAsked', {
        defaultMessage: 'Asked {time}',
        values: { time: toMarkdownText(at) },
      }),
  '',
  ...(compared === undefined
    ? []
    : [
        translate('webServerRce.report.evidenceCompared', {
          defaultMessage:
            'Compared with earlier looks at this host since {since}: {looks}. Rows that are new to it, the first ones: {newRows}',
          values: { ...compared, since: toMarkdownText(compared.since) },
        }),
        '',
      ]),
  toRow(columns.map(toMarkdownText)),
  toRow(columns.map(() => '---')),
  ...rows.map((cells) => toRow(cells.map(toMarkdownText))),
  '',
  ...(leftOut === 0
    ? []
    : [
        translate('webServerRce.report.evidenceLeftOut', {
          defaultMessage: 'Left out here, though they concern the alert: {count} more',
          values: { count: leftOut },
        }),
        '',
      ]),
];

const toRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
