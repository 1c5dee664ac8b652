/**
 * How one kind of web server looks in process events. All patterns are EQL's: `*` and `?`, without regard to case.
 * What is given must all hold; of one list one pattern is enough.
 */
export interface ServerForm {
  /** What the analyst is told, e.g. `php-fpm`. */
  readonly kind: string;
  /** The program's file name. */
  readonly names?: readonly string[];
  /** The program's whole path. */
  readonly paths?: readonly string[];
  /** One of the arguments, the program's title included. */
  readonly args?: readonly string[];
  /** The account it runs under. */
  readonly users?: readonly string[];
  /** Names of other programs, where only the account is known. */
  readonly notNames?: readonly string[];
  /** An argument that shows another use of the same program. */
  readonly notArgs?: readonly string[];
  /**
   * An interpreter or program that is a server by its place only. Where it runs below another server it belongs to that
   * server's tree: a build tool in a deploy hook is no server of its own.
   */
  readonly isGuess?: true;
}
