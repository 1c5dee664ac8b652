import type { Split } from '../split';

/** One request of a client, one line typed by an administrator, or one job of cron. */
export interface Job {
  readonly kind: 'attack' | 'benign';
  /** Short name of what is done; jobs that do the same share it. */
  readonly technique: string;
  /** ATT&CK technique; attacks only. */
  readonly mitre?: string;
  /** Whose command it is: attacks only, and one of `hands/`. */
  readonly hand?: string;
  /** What a reader of the label sees. */
  readonly command: string;
  readonly how: string;
  readonly act: Act;
}

export type Act =
  /** Arguments of curl, which runs outside of the lab. */
  | { readonly kind: 'http'; readonly curl: readonly string[] }
  /** A line for the root shell of the lab. */
  | { readonly kind: 'admin-shell'; readonly line: string };

/** What the placeholders of a hand's commands stand for in one lab. */
export interface Places {
  /** Where the server finds what it serves. */
  readonly root: string;
  /** The application's own folder, with its configuration. */
  readonly app: string;
  /** A file of the application with a password in it. */
  readonly config: string;
  /** Where the application keeps what people upload: the server may write there. */
  readonly uploads: string;
}

/** Servers on loopback and what is done to them. */
export interface Lab {
  readonly name: string;
  readonly split: Split;
  readonly hostName: string;
  /** A shell script that root runs inside the sandbox before anything is recorded, after `files/` was copied to `/`. */
  readonly setUp: string;
  /** Command lines that start the servers, in this order. */
  readonly start: readonly string[];
  /** What answers once all of them run. */
  readonly readyUrl: string;
  readonly jobs: readonly Job[];
}
