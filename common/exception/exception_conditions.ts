import { toCommandLine } from '../alert/to_reason';
import { toEqlString } from '../eql/format/to_eql_string';
import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';

/** What an exception made from an alert can ask for, in the order in which it is offered. */
export const CONDITION_KINDS = ['server', 'program', 'command', 'user', 'host'] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

export interface ExceptionCondition {
  readonly kind: ConditionKind;
  /** EQL. */
  readonly text: string;
}

/** Longer command lines do not come again in the same form. */
const LONGEST_FORM = 1000;

/** The conditions that an alert's event meets, for somebody to choose from. Values of the event stand quoted. */
export const toExceptionConditions = (event: EventSource): ExceptionCondition[] => {
  const toEquality = (kind: ConditionKind, field: string): ExceptionCondition[] => {
    const value = findText(event, field);
    return value === undefined || value.length > LONGEST_FORM
      ? []
      : [{ kind, text: `${field} == ${toEqlString(value)}` }];
  };
  return [
    ...toEquality('server', 'process.parent.executable'),
    ...toEquality('program', 'process.executable'),
    ...toCommandCondition(event),
    ...toEquality('user', 'user.name'),
    ...toEquality('host', 'host.name'),
  ];
};

/** The conditions as one query; without any, one that takes no event. */
export const toExceptionQuery = (
  event: EventSource,
  conditions: readonly ExceptionCondition[]
): string => {
  const category = getValues(event, 'event.category').includes('process') ? 'process' : 'any';
  const texts = conditions.map(({ text }) => text);
  return `${category} where\n  ${texts.length > 0 ? texts.join(' and\n  ') : 'false'}`;
};

/**
 * The command's form: all of it, but for numbers and ids. A wildcard in their place would let through whatever an attacker
 * writes there, so nothing but more digits is let through.
 */
const toCommandCondition = (event: EventSource): ExceptionCondition[] => {
  const recorded = findText(event, 'process.command_line');
  const command = toCommandLine(event);
  if (command === undefined || command.length > LONGEST_FORM) return [];
  // Arguments joined by blanks are no field of the event.
  if (recorded === undefined) {
    const args = [...new Set(getValues(event, 'process.args').map(String))];
    const text = args.map((arg) => `process.args == ${toEqlString(arg)}`).join(' and ');
    return [{ kind: 'command', text }];
  }
  const text = /\d/.test(command)
    ? `process.command_line regex ${toEqlString(toForm(command))}`
    : `process.command_line == ${toEqlString(command)}`;
  return [{ kind: 'command', text }];
};

const toForm = (command: string): string =>
  command
    .split(/([0-9a-f]*\d[0-9a-f]{7,}|\d+)/i)
    .map((part, at) => (at % 2 === 0 ? escapeRegex(part) : toDigits(part)))
    .join('');

const toDigits = (part: string): string => (/^\d+$/.test(part) ? '[0-9]+' : '[0-9A-Fa-f]+');

const escapeRegex = (text: string): string =>
  text.replace(/[^\p{L}\p{N}\s_/:,=%-]/gu, (character) => `\\${character}`);
