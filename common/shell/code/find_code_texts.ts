import type { LayerKind, LayerLanguage } from '../command_reading';
import { isReadable } from '../decode/is_readable';
import { toShellText } from '../to_shell_text';
import { decodeCodeValue, EVALUATORS, findDecoder, RUNNERS } from './known_calls';
import { tokenizeCode, type CodeToken } from './tokenize';

/** A text that program code decodes or runs. */
export interface CodeText {
  readonly kind: LayerKind;
  readonly language: LayerLanguage;
  readonly text: string;
}

/** A value as far as it can be told without running the code. */
type Value = string | readonly string[] | undefined;

/** One pass over the tokens; each is looked at once. */
interface Pass {
  readonly tokens: readonly CodeToken[];
  readonly language: LayerLanguage;
  readonly maxLength: number;
  readonly variables: Map<string, Value>;
  readonly found: CodeText[];
  at: number;
  nesting: number;
}

/** Deeper than people nest; below it code is passed over token by token. */
const MAX_NESTING = 64;
/** As many values of variables as fit, so that doubling one a few times does not fill the memory. */
const MAX_VALUE = 65_536;

/**
 * Finds what code in a scripting language runs and decodes: `os.system("id")`, backquotes, `base64_decode('…')`, also
 * nested, put together from pieces and through variables. It is no parser of six languages: it knows strings, calls,
 * lists and concatenation, which they have in common.
 */
export const findCodeTexts = (
  text: string,
  language: LayerLanguage,
  maxLength: number
): readonly CodeText[] => {
  const pass: Pass = {
    tokens: tokenizeCode(text, language),
    language,
    maxLength,
    variables: new Map(),
    found: [],
    at: 0,
    nesting: 0,
  };
  while (pass.at < pass.tokens.length) readStatement(pass);
  return pass.found;
};

const signAt = (pass: Pass, at: number): string | undefined => {
  const token = pass.tokens[at];
  return token?.kind === 'sign' ? token.text : undefined;
};

/** Reads an expression, or an assignment to a name; passes over a token that begins neither. */
const readStatement = (pass: Pass): void => {
  const token = pass.tokens[pass.at];
  const isAssigned =
    token?.kind === 'name' &&
    signAt(pass, pass.at + 1) === '=' &&
    signAt(pass, pass.at + 2) !== '=';
  if (isAssigned) pass.at += 2;
  const before = pass.at;
  const value = readExpression(pass);
  if (isAssigned) pass.variables.set(token.text, value);
  if (pass.at === before) pass.at++;
};

const readExpression = (pass: Pass): Value => {
  let value = readTerm(pass);
  for (;;) {
    const sign = signAt(pass, pass.at);
    const joins =
      sign === '+' || (sign === '.' && (pass.language === 'php' || pass.language === 'perl'));
    if (!joins) return value;
    pass.at++;
    const right = readTerm(pass);
    value =
      typeof value === 'string' &&
      typeof right === 'string' &&
      value.length + right.length <= MAX_VALUE
        ? value + right
        : undefined;
  }
};

/** A string, a list, a name, a call, and the methods called on it. */
const readTerm = (pass: Pass): Value => {
  const token = pass.tokens[pass.at];
  if (token === undefined || pass.nesting >= MAX_NESTING) return undefined;
  pass.nesting++;
  const value = readMethods(pass, readPrimary(pass, token));
  pass.nesting--;
  return value;
};

const readPrimary = (pass: Pass, token: CodeToken): Value => {
  if (token.kind === 'string') {
    pass.at++;
    if (token.isRun) pass.found.push({ kind: 'script', language: 'shell', text: token.text });
    return token.text;
  }
  if (token.kind === 'number') {
    pass.at++;
    return undefined;
  }
  if (token.kind === 'name') return readName(pass, token.text);
  if (token.text === '(') {
    const values = readArguments(pass, ')');
    return values.length === 1 ? values[0] : toList(values);
  }
  return token.text === '[' ? toList(readArguments(pass, ']')) : undefined;
};

const toList = (values: readonly Value[]): readonly string[] =>
  values.flatMap((value) => (value === undefined ? [] : value));

const readName = (pass: Pass, first: string): Value => {
  pass.at++;
  let name = first;
  // `MIME::Base64::decode_base64` and `os.system`: the last name tells.
  for (;;) {
    const dots = ['.', ':', '-', '\\'].includes(signAt(pass, pass.at) ?? '') ? countDots(pass) : 0;
    const next = pass.tokens[pass.at + dots];
    if (dots === 0 || next?.kind !== 'name' || isConcatenation(pass, next.text)) break;
    pass.at += dots + 1;
    name = next.text;
  }
  if (signAt(pass, pass.at) === '(') return call(pass, name, readArguments(pass, ')'));
  if (pass.tokens[pass.at]?.kind === 'string' && isKnown(pass, name)) {
    // `system "id"`, `exec 'sh', '-i'`.
    const values = [readExpression(pass)];
    while (signAt(pass, pass.at) === ',') {
      pass.at++;
      values.push(readExpression(pass));
    }
    return call(pass, name, values);
  }
  return pass.variables.get(name);
};

/** `.`, `::`, `->` and `\` between names. */
const countDots = (pass: Pass): number => {
  const [first, second] = [signAt(pass, pass.at), signAt(pass, pass.at + 1)];
  if (first === ':') return second === ':' ? 2 : 0;
  if (first === '-') return second === '>' ? 2 : 0;
  return 1;
};

/** In PHP and Perl a dot before a variable or a function joins texts. */
const isConcatenation = (pass: Pass, next: string): boolean =>
  signAt(pass, pass.at) === '.' &&
  (pass.language === 'php' || pass.language === 'perl') &&
  next !== '';

const isKnown = (pass: Pass, name: string): boolean =>
  RUNNERS.has(name) ||
  EVALUATORS[pass.language]?.has(name) === true ||
  findDecoder(name, undefined) !== undefined;

const readMethods = (pass: Pass, start: Value): Value => {
  let value = start;
  while (signAt(pass, pass.at) === '.' || signAt(pass, pass.at) === '-') {
    const dots = countDots(pass);
    const name = pass.tokens[pass.at + dots];
    if (dots === 0 || name?.kind !== 'name' || signAt(pass, pass.at + dots + 1) !== '(')
      return value;
    if (isConcatenation(pass, name.text)) return value;
    pass.at += dots + 1;
    const args = readArguments(pass, ')');
    value =
      typeof value === 'string' && !RUNNERS.has(name.text)
        ? method(pass, name.text, value, args)
        : call(pass, name.text, args);
  }
  return value;
};

/** Reads up to the closing bracket; what is no expression there is passed over. */
const readArguments = (pass: Pass, closing: ')' | ']'): readonly Value[] => {
  const values: Value[] = [];
  pass.at++;
  while (pass.at < pass.tokens.length) {
    const sign = signAt(pass, pass.at);
    if (sign === closing) {
      pass.at++;
      break;
    }
    const before = pass.at;
    const value = readExpression(pass);
    if (pass.at === before) pass.at++;
    else values.push(value);
  }
  return values;
};

const method = (pass: Pass, name: string, value: string, args: readonly Value[]): Value => {
  const [encoding] = args;
  const decoder = findDecoder(name, typeof encoding === 'string' ? encoding : undefined);
  if (decoder !== undefined) return decode(pass, decoder, value);
  if (name === 'join' && Array.isArray(encoding)) return encoding.join(value);
  // `.decode()`, `.toString()`, `.strip()` leave what a reader sees as it is.
  return value;
};

const call = (pass: Pass, name: string, args: readonly Value[]): Value => {
  const [first, second] = args;
  if (EVALUATORS[pass.language]?.has(name) === true) {
    const code = name === 'create_function' ? second : first;
    if (typeof code === 'string') addRun(pass, code, pass.language);
    return undefined;
  }
  if (RUNNERS.has(name)) {
    addCommand(pass, name, args);
    return undefined;
  }
  const encoding = args.at(-1);
  const decoder = findDecoder(name, typeof encoding === 'string' ? encoding : undefined);
  if (decoder !== undefined && typeof first === 'string') return decode(pass, decoder, first);
  // `bytes("…")`, `str(…)`, `Buffer.from("…")`: the value goes through.
  return args.length === 1 ? first : undefined;
};

const decode = (
  pass: Pass,
  decoder: NonNullable<ReturnType<typeof findDecoder>>,
  value: string
): Value => {
  const decoded = decodeCodeValue(decoder, value, pass.maxLength);
  if (decoded === undefined) return undefined;
  if (!isReadable(decoded.text)) return decoded.bytes;
  pass.found.push({ kind: decoder.kind, language: 'text', text: decoded.text });
  return decoded.text;
};

/** A text that is run: the decoded one that was just shown turns out to be a program. */
const addRun = (pass: Pass, text: string, language: LayerLanguage): void => {
  const shown = pass.found.findIndex((found) => found.text === text && found.language === 'text');
  if (shown === -1) pass.found.push({ kind: 'script', language, text });
  else pass.found[shown] = { kind: pass.found[shown]?.kind ?? 'script', language, text };
};

/** Functions that take the program and then its arguments from `argv[0]` on. */
const TAKES_ARGV = /^(?:exec|spawn)[lv]/;

const addCommand = (pass: Pass, name: string, args: readonly Value[]): void => {
  const [first, ...rest] = args;
  const others = rest.flatMap((value) => value ?? []);
  if (name === 'open') {
    // Perl's `open(F, "id|")`; other languages open files.
    const commands = pass.language === 'perl' ? others.filter(isPipe) : [];
    for (const text of commands) addRun(pass, text.replace(/^\||\|$/g, ''), 'shell');
    return;
  }
  if (first === undefined) return;
  const isList =
    typeof first !== 'string' ||
    rest.some((value) => Array.isArray(value)) ||
    TAKES_ARGV.test(name) ||
    takesList(pass, others);
  if (typeof first === 'string' && !isList) return addRun(pass, first, 'shell');
  const words =
    typeof first === 'string' ? [first, ...others.slice(TAKES_ARGV.test(name) ? 1 : 0)] : first;
  if (words.length > 0) {
    pass.found.push({ kind: 'argv', language: 'shell', text: toShellText(words) });
  }
};

const isPipe = (text: string): boolean => /^\||\|$/.test(text);

/** Perl and Ruby run `system("ls", "-la")` without a shell. */
const takesList = (pass: Pass, others: readonly string[]): boolean =>
  others.length > 0 && (pass.language === 'perl' || pass.language === 'ruby');
