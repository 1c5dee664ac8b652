import { findText } from '../../event/get_values';
import type { WebRequest } from '../../request/web_request';
import { ALERT_FIELD, type AlertDocument } from '../alert_document';
import { shorten } from '../shorten';
import { findAddress, listSourceAddresses } from './source_address';

/** The request that brought an alert, as the alert keeps it. */
export interface AlertRequest {
  /** As the access log says, ISO 8601. */
  readonly time: string;
  readonly address: string;
  readonly method?: string;
  /** Path and query as sent. */
  readonly target?: string;
  readonly userAgent?: string;
}

/** As much of a text as is mapped, and more than anybody reads. */
const LONGEST_TEXT = 1024;

/** Fields of ECS that an alert's request stands in. An event that has any of them is of a kind that tells of its own request. */
const REQUEST_ROOTS: ReadonlySet<string> = new Set(['source', 'http', 'url', 'user_agent']);

/** Whether a top-level key of a document, dotted or not, tells of a request. */
export const isRequestField = (key: string): boolean =>
  REQUEST_ROOTS.has(key.split('.', 1)[0] ?? key);

/** What an alert keeps of its request. Undefined where the log names no address: the client writes all the rest. */
export const toRequestFields = ({
  time,
  address,
  method,
  target,
  userAgent,
}: WebRequest): AlertDocument | undefined => {
  const ip = findAddress(address);
  if (ip === undefined) return undefined;
  return {
    [ALERT_FIELD.requestTime]: new Date(time).toISOString(),
    source: { ip },
    url: { original: shorten(target, LONGEST_TEXT) },
    ...(method !== undefined && { http: { request: { method } } }),
    ...(userAgent !== undefined && {
      user_agent: { original: shorten(userAgent, LONGEST_TEXT) },
    }),
  };
};

/** Reads back what `toRequestFields` made; undefined for an alert whose request is not known. */
export const findAlertRequest = (document: AlertDocument): AlertRequest | undefined => {
  const time = findText(document, ALERT_FIELD.requestTime);
  const [address] = listSourceAddresses(document);
  if (time === undefined || address === undefined) return undefined;
  const method = findText(document, 'http.request.method');
  const target = findText(document, 'url.original');
  const userAgent = findText(document, 'user_agent.original');
  return {
    ...{ time, address },
    ...(method !== undefined && { method }),
    ...(target !== undefined && { target }),
    ...(userAgent !== undefined && { userAgent }),
  };
};
