import type { AuditChunk } from './audit_chunk';
import { decodeValue } from './decode_value';
import type { Identity } from './identity';

/** Longer values hardly repeat. */
const LONGEST_REMEMBERED = 512;
/** More different values than a host has programs, users and folders; then the memory starts anew. */
const LARGEST_MEMORY = 20_000;

/**
 * Values that repeat from event to event (paths, names, identities), one object each: a parsed event then holds
 * references instead of copies.
 */
export class AuditNames {
  private readonly texts = new Map<string, string>();
  private readonly users = new Map<number, Identity>();
  private readonly groups = new Map<number, Identity>();
  private readonly knownNames: ReadonlyMap<number, string>;

  /** `knownNames`: user names by uid, for logs in the RAW format, which have numbers only. */
  constructor(knownNames: ReadonlyMap<number, string> = new Map()) {
    this.knownNames = knownNames;
  }

  /** The decoded value at `[start, end)`. */
  text(chunk: AuditChunk, start: number, end: number): string | undefined {
    if (end - start > LONGEST_REMEMBERED) return decodeValue(chunk, start, end);
    const written = chunk.text.slice(start, end);
    const known = this.texts.get(written);
    if (known !== undefined) return known;
    const decoded = decodeValue(chunk, start, end);
    if (decoded === undefined) return undefined;
    if (this.texts.size >= LARGEST_MEMORY) this.texts.clear();
    this.texts.set(ownCopy(chunk, start, end), decoded);
    return decoded;
  }

  user(id: number, name: string | undefined): Identity {
    return toIdentity(this.users, id, name ?? this.knownNames.get(id));
  }

  group(id: number, name: string | undefined): Identity {
    return toIdentity(this.groups, id, name);
  }
}

const toIdentity = (
  known: Map<number, Identity>,
  id: number,
  name: string | undefined
): Identity => {
  // What auditd writes for an id that its host has no name for.
  const knownName = name?.startsWith('unknown(') === true ? undefined : name;
  const last = known.get(id);
  if (last && last.name === knownName) return last;
  const identity = { id: String(id), ...(knownName !== undefined && { name: knownName }) };
  if (known.size >= LARGEST_MEMORY) known.clear();
  known.set(id, identity);
  return identity;
};

/** A slice of the text would keep the whole chunk in memory. */
const ownCopy = ({ bytes }: AuditChunk, start: number, end: number): string =>
  bytes.toString('latin1', start, end);
