/**
 * One request as a web server's access log tells it. The client wrote most of it, so every text is hostile; what the log leaves out is
 * undefined.
 */
export interface WebRequest {
  /** Milliseconds since 1970. Servers log when they answer, mostly to the second: a program that the request started is older. */
  readonly time: number;
  /** How exact `time` is, in milliseconds: 1000 where the log knows seconds. */
  readonly precision: number;
  /** Who asked, as the server saw it: a proxy, where one stands before it. */
  readonly address: string;
  /** `X-Forwarded-For` as logged; the client can write anything there. */
  readonly forwardedFor?: string;
  readonly method?: string;
  /** Path and query as sent, not decoded. */
  readonly target: string;
  /** Name the client asked for. */
  readonly site?: string;
  readonly user?: string;
  readonly status?: number;
  /** Bytes of the answer's body. */
  readonly bytes?: number;
  readonly referrer?: string;
  readonly userAgent?: string;
  /** How long the answer took, in milliseconds. */
  readonly duration?: number;
}
