import { findServer } from '../../common/detection';
import type { SourceEvent } from '../../common/event/source_event';
import { getValues } from '../../common/event/get_values';

/** Folders of the labs and of their intruders, and what they become. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/\/srv\/lab\/(\w+)/g, '/data/apps/q-$1'],
  [/\/srv\/(\w+)/g, '/home/sites/$1-live'],
  [/\/opt\/(\w+)/g, '/data/vendor/$1-9'],
  [/\/var\/lib\/(?!dpkg|apt|php|misc|nginx|dbus)(\w+)(?=\/)/g, '/data/state/$1-9'],
  [/\/var\/www\/(?!html)([\w-]+)/g, '/web/hosts/$1.example/docs'],
  [/\/var\/www(?![\w-])/g, '/web/hosts/main/docs'],
  [/\/tmp\/spool0\/www-drop/g, '/var/tmp/.k3'],
  [/\/dev\/shm\//g, '/run/lock/'],
  [/203\.0\.113\.66/g, '198.18.7.201'],
  [/198\.51\.100\.23/g, '198.18.44.9'],
  [/127\.0\.0\.1([":,/ )]{1,3})9(?=\D)/g, '198.18.7.201$18443'],
  [/\b(?:4444|9001|1337)\b/g, '21987'],
];

/**
 * The same events with other paths, drop folders, script names, addresses and ports: what a grade must not hang on. Names
 * that mean something to any server (config.php, wp-config.php, nginx) stay.
 */
export const renameEvents = (events: readonly SourceEvent[]): SourceEvent[] => {
  const scripts = new Set(events.flatMap(findScripts));
  return events.map((event) => ({ ...event, source: renameValue(event.source, scripts) }));
};

/** Scripts that servers were asked for. */
const findScripts = ({ source }: SourceEvent): string[] => {
  const read = (field: string): string[] => getValues(source, field).map(String);
  const parent = {
    executable: read('process.parent.executable')[0],
    args: read('process.parent.args'),
  };
  if (!findServer(parent)) return [];
  return read('process.args')
    .slice(0, 3)
    .filter((arg) => /^\/(?!usr).*\.(?:pl|py|cgi|sh|php)$/.test(arg))
    .map((arg) => arg.slice(arg.lastIndexOf('/') + 1));
};

const renameValue = <Value>(value: Value, scripts: ReadonlySet<string>): Value => {
  let text = JSON.stringify(value);
  for (const [place, other] of PLACES) text = text.replace(place, other);
  for (const script of scripts) {
    text = text.replaceAll(
      `/${script}`,
      `/x${script.length}${script.slice(script.lastIndexOf('.'))}`
    );
  }
  return JSON.parse(text);
};
