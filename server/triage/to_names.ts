import type { Triage } from '../../common/triage/triage';

/** Everybody who did something or was given something, each once. Damaged or partly read, a triage names whom it still does. */
export const toNames = (triages: readonly Partial<Triage>[]): string[] => [
  ...new Set(
    triages.flatMap(({ assignee, history = [] }) =>
      [assignee, ...history.map(({ by }) => by)].filter((name) => name !== undefined)
    )
  ),
];
