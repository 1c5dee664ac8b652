import { createHash, randomBytes } from 'node:crypto';
import { createAccessCode, findCodeEnd } from './access_code';

/** Who asks, as far as the request says: a page that opened a link, or a program that read the token's file. */
export type Visitor =
  { readonly kind: 'session'; readonly id: string } | { readonly kind: 'token' };

export interface Access {
  /** What stands in the access file; whoever has it may do everything. New with each start of the host. */
  readonly token: string;
  createCode(): string;
  /** A session's secret for a code, once; undefined for a code that is none, used or too old. */
  openSession(code: string): string | undefined;
  /** @param authorization the request's header */
  findVisitor(authorization: string | undefined): Visitor | undefined;
}

const MOST_SESSIONS = 500;
const SECRET_BYTES = 32;
const SCHEME = 'Bearer ';

/**
 * Decides who may talk to the host. Nothing of it outlives the host: a program that takes the port after the host has ended
 * is sent secrets by pages that are still open, and they must open nothing when the host is back.
 */
export const createAccess = (now: () => Date): Access => {
  const token = createSecret();
  /** By the secret's digest, so that comparing it tells nothing of it by the time it takes. */
  const sessions = new Map<string, string>();
  /** When each used code would have ended by itself. */
  const used = new Map<string, number>();
  const tokenDigest = toDigest(token);

  const isFresh = (code: string): boolean => {
    const moment = now().getTime();
    for (const [old, end] of used) if (end < moment) used.delete(old);
    const end = findCodeEnd(token, code);
    if (end === undefined || end < moment || used.has(code)) return false;
    used.set(code, end);
    return true;
  };

  return {
    token,
    createCode: () => createAccessCode(token, now()),
    openSession(code) {
      if (!isFresh(code)) return undefined;
      const secret = createSecret();
      const digest = toDigest(secret);
      sessions.set(digest, digest.slice(0, 8));
      const [oldest] = sessions.keys();
      if (sessions.size > MOST_SESSIONS && oldest !== undefined) sessions.delete(oldest);
      return secret;
    },
    findVisitor(authorization) {
      if (authorization?.startsWith(SCHEME) !== true) return undefined;
      const digest = toDigest(authorization.slice(SCHEME.length));
      if (digest === tokenDigest) return { kind: 'token' };
      const id = sessions.get(digest);
      return id === undefined ? undefined : { kind: 'session', id };
    },
  };
};

const createSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
const toDigest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
