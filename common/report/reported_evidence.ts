import { shorten } from '../alert/shorten';
import type { Look } from '../osquery/looks/look';
import { findNewListeners, type Novelties } from '../osquery/looks/new_listeners';
import type { ResultTable } from '../osquery/result_table';
import type { ConcernFacts } from '../osquery/results/concern_facts';
import { rankRows } from '../osquery/results/rank_rows';

/** What one query answered about the alert's host. */
export interface AnsweredQuery {
  /** The guide's name of the query; empty where there is none. */
  readonly label: string;
  readonly sql: string;
  /** When it was sent, ISO 8601. */
  readonly at: string;
  /** Sent by the rule when it raised the alert. */
  readonly isEvidence: boolean;
  readonly table: ResultTable;
  /** Of listening ports: what the host showed before the alert. */
  readonly looks: readonly Look[];
}

/** The rows of one query that concern an alert, in a size for a ticket. */
export interface ReportedEvidence extends Omit<AnsweredQuery, 'table' | 'looks'> {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many more rows concern the alert. */
  readonly leftOut: number;
  /** Where there were earlier looks at the host. */
  readonly compared?: {
    readonly looks: number;
    /** ISO 8601. */
    readonly since: string;
    /** So many rows, the first ones, are new to the host. */
    readonly newRows: number;
  };
}

const MOST_ROWS = 20;
const LONGEST_CELL = 200;

/**
 * Of each answer the rows that concern the alert, the weightiest first, without columns that are empty in all of them.
 * @param eventMs the alert's moment
 */
export const toReportedEvidence = (
  answers: readonly AnsweredQuery[],
  facts: ConcernFacts,
  eventMs: number
): readonly ReportedEvidence[] =>
  answers.flatMap(({ table, looks, ...query }) => {
    const [first] = looks;
    const novelties: Novelties = first ? findNewListeners(table, looks, eventMs) : new Map();
    const concerning = rankRows(table, facts, novelties).filter(
      ({ concerns }) => concerns.length > 0
    );
    const rows = concerning.slice(0, MOST_ROWS).map(({ cells }) => cells);
    if (rows.length === 0) return [];
    const used = table.columns
      .map(({ name }, place) => ({ name, place }))
      .filter(({ place }) => rows.some((cells) => cells[place] !== ''));
    return [
      {
        ...query,
        columns: used.map(({ name }) => name),
        rows: rows.map((cells) =>
          used.map(({ place }) => shorten(cells[place] ?? '', LONGEST_CELL))
        ),
        leftOut: concerning.length - rows.length,
        ...(first && {
          compared: {
            looks: looks.length,
            since: new Date(first.at).toISOString(),
            newRows: [...novelties.values()].filter((novelty) => novelty !== 'recent_program')
              .length,
          },
        }),
      },
    ];
  });
