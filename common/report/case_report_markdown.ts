import type { Translate } from '../i18n/translate';
import type { CaseReport } from './case_report';
import { toEvidenceMarkdown } from './evidence_markdown';
import { toMarkdownCode, toMarkdownText } from './markdown_escape';

/** A report as Markdown for a ticket, in the language of `translate`. Whatever came from events or people is escaped. */
export const toCaseReportMarkdown = (report: CaseReport, translate: Translate): string => {
  const { alert, times, verdict } = report;
  const toSection = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''];
  const lines = [
    `# ${translate('webServerRce.report.title', { defaultMessage: 'Command run through a web server' })}`,
    '',
    toMarkdownText(report.sentence),
    '',
    ...(report.isPartial
      ? [
          `**${translate('webServerRce.report.partial', { defaultMessage: 'Part of the story, of the requests or of the host’s answers could not be read: what is missing below may still have happened.' })}**`,
          '',
        ]
      : []),
    ...toSection(
      translate('webServerRce.report.facts', { defaultMessage: 'Facts' }),
      toFacts([
        [translate('webServerRce.report.host', { defaultMessage: 'Host' }), alert.host],
        [translate('webServerRce.report.user', { defaultMessage: 'User' }), alert.user],
        [translate('webServerRce.report.source', { defaultMessage: 'Source' }), alert.source],
        [translate('webServerRce.report.command', { defaultMessage: 'Command' }), alert.command],
        [translate('webServerRce.report.rule', { defaultMessage: 'Rule' }), alert.ruleName],
        [
          translate('webServerRce.report.risk', { defaultMessage: 'Risk' }),
          `${alert.riskScore} (${alert.severity})`,
        ],
        [translate('webServerRce.report.alert', { defaultMessage: 'Alert' }), alert.id],
        [
          translate('webServerRce.report.document', { defaultMessage: 'Event' }),
          `${alert.eventIndex} / ${alert.eventId}`,
        ],
      ])
    ),
    ...toSection(translate('webServerRce.report.verdict', { defaultMessage: 'Verdict' }), [
      ...(verdict === undefined
        ? []
        : [toLine([verdict.verdict, verdict.by, verdict.at, verdict.comment])]),
    ]),
    ...toSection(
      translate('webServerRce.report.times', { defaultMessage: 'Times' }),
      toFacts([
        [translate('webServerRce.report.happened', { defaultMessage: 'Happened' }), times.event],
        [
          translate('webServerRce.report.detected', { defaultMessage: 'Detected' }),
          toTime(times.detected, times.toDetect),
        ],
        [
          translate('webServerRce.report.acknowledged', { defaultMessage: 'Acknowledged' }),
          toTime(times.acknowledged, times.toAcknowledge),
        ],
        [
          translate('webServerRce.report.closed', { defaultMessage: 'Closed' }),
          toTime(times.closed, times.toClose),
        ],
      ])
    ),
    ...toSection(
      translate('webServerRce.report.signs', { defaultMessage: 'What speaks for and against it' }),
      report.signs.map(({ text, weight, technique }) => toLine([text, String(weight), technique]))
    ),
    ...toSection(
      translate('webServerRce.report.timeline', { defaultMessage: 'Done through this server' }),
      report.timeline.map(
        ({ time, command, user, workingDirectory, pid, exitCode, isOfAlert }) =>
          `${isOfAlert ? '**→** ' : ''}${toMarkdownText(time)} ${toMarkdownCode(command)} ${toLine([
            user,
            workingDirectory,
            pid === undefined ? undefined : `pid ${pid}`,
            exitCode === undefined ? undefined : `exit ${exitCode}`,
          ])}`
      )
    ),
    ...toSection(
      translate('webServerRce.report.requests', { defaultMessage: 'Likeliest requests' }),
      report.requests.map(
        ({ time, address, request, status }) =>
          `${toMarkdownText(time)} ${toMarkdownCode(address)} ${toMarkdownCode(request)} ${status ?? ''}`
      )
    ),
    ...toSection(
      translate('webServerRce.report.indicators', { defaultMessage: 'Indicators, defanged' }),
      report.indicators.map(
        ({ kind, value }) => `${toMarkdownText(kind)}: ${toMarkdownCode(value)}`
      )
    ),
    ...toSection(
      translate('webServerRce.report.steps', { defaultMessage: 'Steps' }),
      report.steps.map(
        ({ text, isDone, note, by, at }) =>
          `[${isDone ? 'x' : ' '}] ${toLine([text, by, at, note])}`
      )
    ),
    ...toSection(
      translate('webServerRce.report.history', { defaultMessage: 'History' }),
      report.history.map(({ by, at, change: { kind, ...rest } }) =>
        toLine([at, by, kind, ...Object.values(rest).map(String)])
      )
    ),
    // Last: where a report must be cut short, what people did is worth more than rows.
    ...toEvidenceMarkdown(report.evidence, translate),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

const toFacts = (facts: readonly (readonly [string, string | undefined])[]): readonly string[] =>
  facts.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}: ${toMarkdownCode(value)}`]
  );

const toLine = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => toMarkdownText(part ?? ''))
    .join(' · ');

const toTime = (at: string | undefined, seconds: number | undefined): string | undefined =>
  at === undefined ? undefined : `${at} (+${seconds ?? 0} s)`;
