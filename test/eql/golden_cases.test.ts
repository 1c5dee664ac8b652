import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EqlError } from '../../common/eql/errors/eql_error';
import type { EventSource } from '../../common/event/source_event';
import { readJsonLines, readMapping, runToIds } from './suite';

interface GoldenCase {
  readonly name: string;
  readonly query: string;
  /** All results one after the other; -1 in the place of a missing event. */
  readonly expected_event_ids?: readonly number[];
  readonly expected_error?: {
    readonly code: string;
    readonly line: number;
    readonly column: number;
  };
  /** With the types of events.mapping.json. */
  readonly mapping?: boolean;
  readonly tiebreaker?: string;
  readonly size?: number;
  readonly max_samples_per_key?: number;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const events = readJsonLines<EventSource>(here('events.ndjson'));
const fields = readMapping(here('events.mapping.json'));
const cases = readJsonLines<GoldenCase>(here('cases.jsonl'));

const run = ({ query, mapping, tiebreaker, size, max_samples_per_key }: GoldenCase): unknown[] =>
  runToIds(query, events, 'id', {
    ...(mapping === true ? { fields } : {}),
    ...(tiebreaker === undefined ? {} : { tiebreakerField: tiebreaker }),
    ...(size === undefined ? {} : { size }),
    ...(max_samples_per_key === undefined ? {} : { maxSamplesPerKey: max_samples_per_key }),
  });

/** The first mistake the parser or the checker finds. */
const findError = (golden: GoldenCase): EqlError => {
  try {
    run(golden);
  } catch (error) {
    if (error instanceof EqlError) return error;
    throw error;
  }
  throw new Error(`no mistake found in ${golden.query}`);
};

describe('golden cases', () => {
  test.each(cases.filter(({ expected_event_ids }) => expected_event_ids !== undefined))(
    '$name',
    (golden) => {
      expect(run(golden)).toEqual(golden.expected_event_ids);
    }
  );

  test.each(cases.filter(({ expected_error }) => expected_error !== undefined))(
    'refuses $name',
    (golden) => {
      expect(findError(golden)).toMatchObject(golden.expected_error ?? {});
    }
  );
});
