import type { AlertSeverity } from '../alert/alert';
import type { Sign } from '../detection';

/** A file written or a connection made by a process, where Elastic Defend recorded it. */
export interface StoryActivity {
  readonly kind: 'network' | 'file';
  /** ISO 8601. */
  readonly time: string;
  /** `event.action`, e.g. `connection_attempted`, `creation`. */
  readonly action: string;
  /** Address and port, or path. */
  readonly target: string;
}

/** One program that was started, as the story shows it. Every text was written by the attacked host. */
export interface StoryProcess {
  readonly entityId: string;
  readonly eventId: string;
  readonly eventIndex: string;
  /** ISO 8601. */
  readonly time: string;
  readonly pid: number | undefined;
  readonly name: string | undefined;
  readonly executable: string | undefined;
  readonly args: readonly string[];
  readonly user: string | undefined;
  readonly workingDirectory: string | undefined;
  /** Steps below the server's process: 1 for what it started itself. */
  readonly depth: number;
  /** The evidence by which the parent was guessed, where the log does not tell it. */
  readonly parentGuess: string | undefined;
  /** Where the end of the process is in the data. */
  readonly exitCode: number | undefined;
  readonly activities: readonly StoryActivity[];
  /** It is the alert's own event. */
  readonly isOfAlert: boolean;
}

/** One command run through the server, and everything it started. */
export interface StoryTree {
  readonly id: string;
  readonly risk: number;
  readonly severity: AlertSeverity;
  readonly signs: readonly Sign[];
  /** Depth first, children in order of time. */
  readonly processes: readonly StoryProcess[];
  /** Programs that were left out because the tree has too many. */
  readonly leftOut: number;
  readonly isOfAlert: boolean;
}

export interface StoryServer {
  readonly entityId: string | undefined;
  readonly name: string | undefined;
  readonly executable: string | undefined;
  readonly user: string | undefined;
}

/** What was done through one server around an alert, in order of time. */
export interface Story {
  /** Undefined where no process above the alert is known as a web server. */
  readonly server: StoryServer | undefined;
  readonly trees: readonly StoryTree[];
  /** The period looked at, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** There is more in the period than was read. */
  readonly isCut: boolean;
}
