/** One server that the intruder goes through, with what is done to it in order of time. */
export interface IntrusionStage {
  /** Also the folder of its files and of its recording. */
  readonly hostName: string;
  /** A shell script that root runs inside the sandbox before anything is recorded. */
  readonly setUp: string;
  /** Command lines that start the servers, in this order. */
  readonly start: readonly string[];
  readonly readyUrl: string;
  /** The access log that the server writes. */
  readonly accessLog: string;
  readonly acts: readonly IntrusionAct[];
}

export type IntrusionAct =
  /** Arguments of curl; it need not end before the next act. */
  | { readonly kind: 'request'; readonly curl: readonly string[] }
  /** A line typed into the shell that has connected to the intruder's port. */
  | { readonly kind: 'type'; readonly line: string }
  /** Nothing for so many seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** The machine's tables as they are now. */
  | { readonly kind: 'tables' };
