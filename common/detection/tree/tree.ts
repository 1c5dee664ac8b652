import type { WebServer } from '../servers/find_server';
import type { ProcessStart } from './process_start';

/** A direct child of a web server's process and all that it started: one command run through the server. */
export interface Tree {
  /** The same for each run that sees any part of the tree. */
  readonly id: string;
  readonly server: WebServer;
  /** The server's process, the same for all trees of one story; undefined where events don't name it. */
  readonly serverEntityId: string | undefined;
  readonly root: ProcessStart;
  /** In order of time, the root first. */
  readonly starts: readonly ProcessStart[];
  /** Starts that were left out because the tree has more than is read of one. */
  readonly leftOut: number;
}
