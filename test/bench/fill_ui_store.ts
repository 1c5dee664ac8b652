import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { toAlert } from '../../common/alert/to_alert';
import type { SourceEvent } from '../../common/event/source_event';
import { findText } from '../../common/event/get_values';
import { english } from '../../common/i18n/english';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import { readRecording } from '../../standalone/recording/read_recording';
import { openStore } from '../../standalone/store/open_store';

/** An intrusion begins so long after the one before: a story has two or three. */
const STEP_MS = 10 * 60_000;
const SERVERS = /^(php-fpm|apache2|nginx)/;
const ENDS_AT = Date.UTC(2000, 0, 2);
/** The recording is two minutes long. */
const MOMENT = /^2000-01-0[12]T/;
const INDEX = 'logs-endpoint.events.process-default';

/**
 * A store as a busy server leaves it: the recorded intrusions over and over, each with processes of its own, all of them on this
 * machine so that its Osquery answers; and alerts about what servers started there.
 */
export const fillUiStore = async (
  directory: string,
  size: { readonly events: number; readonly alerts: number }
): Promise<void> => {
  const store = await openStore(directory);
  const machine = { id: await store.getSetting('agentId', randomUUID), name: hostname() };
  const recorded = await readRecording({ index: INDEX, endsAt: ENDS_AT });
  const copies = Math.ceil(size.events / recorded.length);
  const perCopy = Math.ceil(size.alerts / copies);
  const rule = {
    ...{ uuid: 'bench', definition: webServerRule, params: toShippedParams(webServerRule) },
    locale: 'en' as const,
  };
  const start = Date.now() - copies * STEP_MS - ENDS_AT;
  for (let copy = 0; copy < copies; copy += 1) {
    const events = recorded.map((event, place) =>
      moveEvent(event, { ...machine, copy, place, shift: start + copy * STEP_MS })
    );
    store.events.store([await store.events.pack({ events })]);
    const documents = events
      .filter(({ source }) => SERVERS.test(findText(source, 'process.parent.name') ?? ''))
      .slice(0, perCopy)
      .map((event) => {
        const { payload } = toAlert(event, rule, english);
        const at = findText(event.source, '@timestamp');
        return {
          ...payload,
          [ALERT_FIELD.uuid]: `bench-${event.id}`,
          [ALERT_FIELD.raisedAt]: at,
          [ALERT_FIELD.status]: 'open',
        };
      });
    await store.rules.putRun('bench', { state: {} }, documents);
  }
  await store.close();
};

interface Move {
  readonly id: string;
  readonly name: string;
  readonly copy: number;
  readonly place: number;
  readonly shift: number;
}

/** Times and processes of a copy of its own; the machine is this one. */
const moveEvent = (
  { source }: SourceEvent,
  { id, name, copy, place, shift }: Move
): SourceEvent => {
  const text = JSON.stringify(source, (key, value: unknown) =>
    key === 'entity_id' && typeof value === 'string'
      ? `${value}-${copy}`
      : typeof value === 'string' && MOMENT.test(value)
        ? new Date(Date.parse(value) + shift).toISOString()
        : value
  );
  return {
    index: INDEX,
    id: `${copy}-${place}`,
    source: {
      ...(JSON.parse(text) as Record<string, unknown>),
      agent: { id },
      host: { id: name, name, os: { type: 'linux' } },
    },
  };
};
