import { findText } from '../event/get_values';
import { onceFor } from '../event/once_for';
import type { SourceEvent } from '../event/source_event';
import { shorten } from './shorten';
import { toCommandLine } from './to_reason';

/** A name is read in a list beside others. */
const LONGEST_COMMAND = 100;
const LONGEST_HOST = 60;

/**
 * The identity of an alert: which rule, which event. Kibana's page of rules lists alerts by it, so host and command stand first;
 * it is not hashed, so that it can be read in a log, and free of time and run, so that finding the same event twice gives the
 * same alert.
 */
export const toAlertInstanceId = (ruleUuid: string, event: SourceEvent): string =>
  `${toName(event)} · ${ruleUuid}:${event.index}:${event.id}`;

/** Each step of a run asks for it. */
const toName = onceFor(({ source }: SourceEvent): string => {
  const host = findText(source, 'host.name') ?? findText(source, 'host.id') ?? '';
  const command = toCommandLine(source) ?? '';
  return `${toOneLine(host, LONGEST_HOST)}: ${toOneLine(command, LONGEST_COMMAND)}`;
});

/** Without line breaks and control characters, which an attacker may have put in. */
const toOneLine = (text: string, longest: number): string =>
  shorten(
    text
      .slice(0, 4 * longest)
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim(),
    longest
  );
