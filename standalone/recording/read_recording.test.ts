import { describe, expect, it } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { ReadProcessEvent } from '../../engines/audit_log/read_audit_lines.fixture';
import { readRecording } from './read_recording';

const ENDS_AT = Date.parse('2027-01-02T03:04:05.678Z');
const options = {
  index: 'logs-endpoint.events.process-default',
  endsAt: ENDS_AT,
};

const read = ({ source }: SourceEvent): ReadProcessEvent => JSON.parse(JSON.stringify(source));

describe('the recording', () => {
  it('holds what the rule finds on both hosts, among much that it does not', async () => {
    const events = await readRecording(options);
    const matches = searchEvents(parseEql(webServerRule.query), events).map(read);
    expect(matches.map(({ host, process }) => [host.name, process.args?.at(-1)])).toEqual([
      ['web-01-nginx', 'whoami'],
      ['web-01-nginx', 'pwd'],
      ['web-01-nginx', 'ls'],
      ['web-01-nginx', expect.stringContaining('socket')],
      ['web-02-apache', 'whoami'],
      ['web-02-apache', 'id'],
      ['web-02-apache', 'hostname'],
      ['web-02-apache', 'pwd'],
    ]);
    expect(events.length).toBeGreaterThan(90);
  });

  it('ends at the moment it is asked for, in order of time', async () => {
    const times = (await readRecording(options)).map((event) =>
      Date.parse(read(event)['@timestamp'])
    );
    expect(times.at(-1)).toBe(ENDS_AT);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times.every((time) => time > ENDS_AT - 3 * 60_000)).toBe(true);
  });

  it('moves all times of an event, so that its processes start before it', async () => {
    const [event] = await readRecording(options);
    expect(event?.source).toMatchObject({
      '@timestamp': expect.stringMatching(/^2027-01-02T03:0/),
      process: {
        start: expect.stringMatching(/^2027-01-02T03:0/),
        parent: { start: expect.stringMatching(/^2027-01-02T03:0/) },
      },
    });
  });

  it('says what it is and which host it is from', async () => {
    const [event] = await readRecording(options);
    expect(event).toMatchObject({
      index: 'logs-endpoint.events.process-default',
      source: {
        agent: { id: 'recording-web-01-nginx' },
        host: { name: 'web-01-nginx', id: 'recording-web-01-nginx' },
        labels: { recording: 'true' },
      },
    });
  });

  it('gives the same events for the same moment and others for another', async () => {
    const toIds = (events: readonly SourceEvent[]): string[] => events.map(({ id }) => id);
    const ids = toIds(await readRecording(options));
    expect(new Set(ids).size).toBe(ids.length);
    expect(toIds(await readRecording(options))).toEqual(ids);
    const later = new Set(toIds(await readRecording({ ...options, endsAt: ENDS_AT + 1 })));
    expect(ids.filter((id) => later.has(id))).toEqual([]);
  });
});
