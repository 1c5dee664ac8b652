export interface AuthorizedKey {
  readonly algorithm: string;
  readonly key: string;
  readonly options: string;
  readonly comment: string;
}

/** Options before the key: no blanks but inside double quotes. */
const LINE =
  /^(?:((?:"(?:[^"\\]|\\.)*"|[^\s"])+)[ \t]+)?((?:ssh|ecdsa|sk|rsa)-[\w@.-]+)[ \t]+(\S+)(?:[ \t]+(.*))?$/s;

/** Reads one line of an authorized_keys file; undefined for blanks, comments and what is no key. */
export const parseAuthorizedKey = (line: string): AuthorizedKey | undefined => {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const found = LINE.exec(text);
  if (!found) return undefined;
  const [, options = '', algorithm = '', key = '', comment = ''] = found;
  return { algorithm, key, options, comment };
};
