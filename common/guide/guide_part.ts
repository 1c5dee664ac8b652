import type { FilledQuery } from '../osquery/filled_query';

/** What a guide is made of, in reading order. */
export type GuidePart =
  | { readonly kind: 'markdown'; readonly text: string }
  | {
      readonly kind: 'query';
      /** Text of the run button. */
      readonly label: string;
      /** SQL as the guide has it, placeholders and all. */
      readonly template: string;
      /** Osquery's `ecs_mapping`, passed on untouched. */
      readonly ecsMapping?: EcsMapping;
    };

/** Osquery's `ecs_mapping`: ECS field → column of the result, or a fixed value. */
export type EcsMapping = Readonly<
  Record<string, { readonly field?: string; readonly value?: string | readonly string[] }>
>;

/** A guide part for one alert: its query filled from that alert. */
export type FilledGuidePart =
  | Extract<GuidePart, { kind: 'markdown' }>
  | (Extract<GuidePart, { kind: 'query' }> & { readonly filled: FilledQuery });
