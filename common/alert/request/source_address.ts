import { parseIp, toIpText } from '../../eql/values/ip_address';
import { getValues } from '../../event/get_values';
import type { EventSource } from '../../event/source_event';

/** Stands for the source address of alerts that hold none, where they are filtered and grouped by it. */
export const UNKNOWN_SOURCE = 'unknown';

/** An address in the one way Elasticsearch writes it; undefined for a text that is none. */
export const findAddress = (text: string): string | undefined => {
  const ip = parseIp(text);
  return ip === undefined ? undefined : toIpText(ip);
};

/** What alerts can be asked for by, of an address in any notation; undefined for a text that is none. */
export const findSource = (text: string): string | undefined =>
  text === UNKNOWN_SOURCE ? text : findAddress(text);

/** The addresses that a document names as its source; usually one or none. */
export const listSourceAddresses = (document: EventSource): readonly string[] =>
  getValues(document, 'source.ip').flatMap((value) => findAddress(String(value)) ?? []);
