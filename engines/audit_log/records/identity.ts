/** A user or group as ECS wants it: the id as a keyword, the name where the log or the host knows one. */
export interface Identity {
  readonly id: string;
  readonly name?: string;
}
