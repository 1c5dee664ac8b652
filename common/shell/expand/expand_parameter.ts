import { createCursor } from '../parse/cursor';
import { readQuotedParts } from '../parse/read_expansion';
import type { WordPart } from '../parse/script';
import type { Expansion } from './expansion';

type Parameter = Extract<WordPart, { kind: 'parameter' }>;

/** Set in every process of a web server or by its shell; their values are not known. */
const ENVIRONMENT = new Set(
  (
    'HOME PATH PWD OLDPWD SHELL USER LOGNAME HOSTNAME LANG TERM RANDOM UID EUID PPID SECONDS LINENO BASH ' +
    'BASH_VERSION BASHPID HISTFILE SHLVL TMPDIR OPTARG OPTIND REPLY ! $ ? - 0'
  ).split(' ')
);
/** Variables whose value begins with a slash, which is what `${PATH:0:1}` is for. */
const PATHS = new Set(['HOME', 'PATH', 'PWD', 'OLDPWD', 'SHELL', 'BASH']);
const FIRST_CHARACTER = /^:\s*0\s*:\s*1$/;
/** `${PATH%%u*}` leaves what stands before /usr. */
const BEFORE_USR = /^%%(?:u\*|\[a-z\]\*|\[\^\/\]\*)$/;

/**
 * The value of `$name` or `${name…}`, or undefined where it can't be known. A variable that nothing has set is empty in a
 * shell that a server has just started, but `isSet` lets the caller show it as written.
 */
export const expandParameter = (
  part: Parameter,
  expansion: Expansion,
  nesting: number
): { readonly value: string | undefined; readonly isKnown: boolean } => {
  const { variables } = expansion;
  const [, prefix = '', name = '', index] =
    /^([!#]?)([A-Za-z_]\w*|\d+|[@*#?$!-])(?:\[([^\]]*)\])?$/.exec(part.name) ?? [];
  const stored = name === 'IFS' ? (variables.get(name) ?? ' \t\n') : variables.get(name);
  const member = stored === undefined ? undefined : toMember(stored, index);
  const value = prefix === '!' && member !== undefined ? variables.get(member) : member;
  if (prefix === '#') return toResult(value === undefined ? undefined : String(value.length));
  if (value === undefined && PATHS.has(name)) {
    const isSlash = FIRST_CHARACTER.test(part.operation) || BEFORE_USR.test(part.operation);
    if (isSlash) return toResult('/');
  }
  const isKnown = value !== undefined || !ENVIRONMENT.has(name);
  if (part.operation === '') return { value, isKnown };
  return toResult(applyOperation(value, name, part.operation, expansion, nesting), isKnown);
};

const toResult = (
  value: string | undefined,
  isKnown = value !== undefined
): { value: string | undefined; isKnown: boolean } => ({ value, isKnown });

const toMember = (stored: string, index: string | undefined): string | undefined =>
  index !== undefined && /^\d{1,5}$/.test(index) ? stored.split(/\s+/)[Number(index)] : stored;

const applyOperation = (
  value: string | undefined,
  name: string,
  operation: string,
  expansion: Expansion,
  nesting: number
): string | undefined => {
  const [, sign = '', written = ''] =
    /^(:?[-=+?]|:|##?|%%?|\/[/#%]?|\^\^?|,,?|@)([^]*)$/.exec(operation) ?? [];
  const toText = (text: string): string => expandText(text, expansion, nesting);
  switch (sign) {
    case '-':
    case ':-':
      return value ?? toText(written);
    case '=':
    case ':=': {
      const result = value ?? toText(written);
      expansion.variables.set(name, result);
      return result;
    }
    case '+':
    case ':+':
      return value === undefined ? '' : toText(written);
    case ':':
      return value === undefined ? undefined : toSlice(value, written);
    case '^':
      return value === undefined ? value : value.slice(0, 1).toUpperCase() + value.slice(1);
    case '^^':
      return value?.toUpperCase();
    case ',':
    case ',,':
      return value?.toLowerCase();
    case '/':
    case '//': {
      const [pattern = '', replacement = ''] = splitOnce(written);
      const from = toText(pattern);
      if (value === undefined || from === '') return value;
      return sign === '/'
        ? value.replace(from, () => toText(replacement))
        : value.split(from).join(toText(replacement));
    }
    case '#':
    case '##':
      return value === undefined ? undefined : withoutStart(value, toText(written), sign === '##');
    case '%':
    case '%%':
      return value === undefined ? undefined : withoutEnd(value, toText(written), sign === '%%');
    default:
      return value;
  }
};

const splitOnce = (text: string): readonly string[] => {
  const slash = text.replace(/\\[^]/g, '__').indexOf('/');
  return slash === -1 ? [text] : [text.slice(0, slash), text.slice(slash + 1)];
};

const toSlice = (value: string, written: string): string | undefined => {
  const found = /^\s*\(?(-?\s*\d{1,6})\)?\s*(?::\s*(-?\d{1,6})\s*)?$/.exec(written);
  if (found === null) return undefined;
  const offset = Number(found[1]?.replace(/\s/g, ''));
  const start = offset < 0 ? Math.max(0, value.length + offset) : offset;
  if (found[2] === undefined) return value.slice(start);
  const length = Number(found[2]);
  return value.slice(start, length < 0 ? length : start + length);
};

/** Patterns with one `*` at the far end are what people write; others are taken as text. */
const withoutStart = (value: string, pattern: string, isLongest: boolean): string => {
  if (!pattern.startsWith('*'))
    return value.startsWith(pattern) ? value.slice(pattern.length) : value;
  const text = pattern.slice(1);
  const at = isLongest ? value.lastIndexOf(text) : value.indexOf(text);
  return at === -1 ? value : value.slice(at + text.length);
};

const withoutEnd = (value: string, pattern: string, isLongest: boolean): string => {
  if (!pattern.endsWith('*')) {
    return value.endsWith(pattern) ? value.slice(0, value.length - pattern.length) : value;
  }
  const text = pattern.slice(0, -1);
  const at = isLongest ? value.indexOf(text) : value.lastIndexOf(text);
  return at === -1 ? value : value.slice(0, at);
};

/** Words inside `${…}` may hold further `${…}`; below a few levels they stay as written. */
const MAX_LEVELS = 8;

const expandText = (text: string, expansion: Expansion, nesting: number): string => {
  if (!/[$`\\"']/.test(text)) return text;
  if (nesting >= MAX_LEVELS || !expansion.budget.spend(text.length)) return text;
  const parts = readQuotedParts(createCursor(text.replace(/(?<!\\)["']/g, '')), '');
  return parts.map((part) => expandPart(part, expansion, nesting + 1) ?? '').join('');
};

/** The text of one part that is not split into words, or undefined where it can't be known. */
export const expandPart = (
  part: WordPart,
  expansion: Expansion,
  nesting = 0
): string | undefined => {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'parameter':
      return expandParameter(part, expansion, nesting).value;
    case 'substitution':
      expansion.found(part.script, part.mark);
      if (part.mark === '<(' || part.mark === '>(') return undefined;
      return expansion.evaluate(part.script)?.replace(/\n+$/, '');
  }
};
