import type { WebRequest } from '../../common/request/web_request';

export interface RequestSearch {
  /** `host.name` of the server that logged. */
  readonly hostName: string | undefined;
  /** ISO 8601, both inclusive. */
  readonly from: string;
  readonly to: string;
  /** Most requests to answer. */
  readonly size: number;
  readonly signal: AbortSignal;
}

export interface FoundWebRequests {
  /** In order of time. */
  readonly requests: readonly WebRequest[];
  /** There are more than were asked for. */
  readonly isCut: boolean;
  /** Where was looked: files on one machine, index patterns in Kibana. None: nobody said where the log is. */
  readonly logs: readonly string[];
  /** Logs that can't be read, with the reason in the reader's words. */
  readonly unread: readonly { readonly log: string; readonly reason: string }[];
}

/** Asks the access logs of web servers what was requested. What can't be read is part of the answer, not an error. */
export interface RequestReader {
  find(search: RequestSearch): Promise<FoundWebRequests>;
}
