import type { EcsMapping } from '../osquery/ecs_mapping';
import type { FilledQuery } from '../osquery/filled_query';

/** What a guide is made of, in reading order. */
export type GuidePart =
  | { readonly kind: 'markdown'; readonly text: string }
  | {
      readonly kind: 'query';
      /** Text of the run button; empty where the guide gives none. */
      readonly label: string;
      /** SQL as the guide has it, placeholders and all. */
      readonly template: string;
      /** Osquery's `ecs_mapping`, passed on untouched. */
      readonly ecsMapping?: EcsMapping;
    }
  | {
      readonly kind: 'broken_query';
      /** The block as it stands in the guide. */
      readonly text: string;
      readonly problem: BlockProblem;
    };

/** What keeps a `!{osquery{…}}` block from being a query, and where in the guide. */
export interface BlockProblem {
  /** `unclosed`: no closing braces · `invalid_json`: not JSON · `invalid_block`: JSON, but not a query. */
  readonly code: 'unclosed' | 'invalid_json' | 'invalid_block';
  /** Detail in English for whoever mends the guide. */
  readonly message: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A guide part for one alert: its query filled from that alert. */
export type FilledGuidePart =
  | Exclude<GuidePart, { kind: 'query' }>
  | (Extract<GuidePart, { kind: 'query' }> & { readonly filled: FilledQuery });
