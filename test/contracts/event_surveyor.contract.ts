import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSurveyor, SurveyRequest } from '../../server/ports/event_surveyor';

const toEvent = (
  id: string,
  minute: number,
  parts: { readonly host?: string; readonly index?: string } = {}
): SourceEvent => ({
  id,
  index: parts.index ?? 'logs-endpoint.events.process-default',
  source: {
    '@timestamp': `2026-03-01T10:0${minute}:00.000Z`,
    host: { name: parts.host ?? 'web-01' },
    process: { name: 'sh' },
  },
});

const REQUEST: SurveyRequest = {
  indexPatterns: ['logs-endpoint.events.*'],
  timestampField: '@timestamp',
  fields: ['process.name', 'process.parent.executable'],
  from: '2026-03-01T00:00:00.000Z',
  signal: new AbortController().signal,
};

/**
 * What every event surveyor must do.
 * @param createSurveyor gives a surveyor of these events and no others
 * @param createTroubled gives one whose events can't all be read
 */
export const eventSurveyorContract = (
  createSurveyor: (events: readonly SourceEvent[]) => Promise<EventSurveyor>,
  createTroubled: () => Promise<EventSurveyor>
): void => {
  test('says that there are no events, and that they have none of the fields', async () => {
    expect(await (await createSurveyor([])).survey(REQUEST)).toEqual({
      events: 0,
      isAtLeast: false,
      hosts: [],
      absentFields: REQUEST.fields,
      problems: [],
    });
  });

  test('counts the events of the indices asked for, with the newest of each host, the newest host first', async () => {
    const surveyor = await createSurveyor([
      toEvent('a', 3),
      toEvent('b', 1),
      toEvent('c', 5, { host: 'web-02' }),
      toEvent('d', 9, { host: 'web-03', index: 'logs-system.auth-default' }),
    ]);
    expect(await surveyor.survey(REQUEST)).toEqual({
      events: 3,
      isAtLeast: false,
      hosts: [
        { name: 'web-02', newest: '2026-03-01T10:05:00.000Z' },
        { name: 'web-01', newest: '2026-03-01T10:03:00.000Z' },
      ],
      absentFields: ['process.parent.executable'],
      problems: [],
    });
  });

  test('says what keeps it from looking, and does not fail', async () => {
    const { problems } = await (await createTroubled()).survey(REQUEST);
    expect(problems).toEqual([expect.stringMatching(/\w/)]);
  });
};
