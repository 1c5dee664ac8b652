import { toWildcardTest } from '../../eql/patterns/to_wildcard_test';
import { APPLICATION_SERVERS } from './application_servers';
import { SCRIPT_SERVERS } from './script_servers';
import type { ServerForm } from './server_form';
import { WEB_ACCOUNTS } from './web_accounts';
import { WEB_SERVERS } from './web_servers';

/** A process that serves HTTP, or runs code for one that does. */
export interface WebServer {
  readonly kind: string;
  /** Known by its place only; see `ServerForm.isGuess`. */
  readonly isGuess: boolean;
}

/** What is known of a process. */
export interface ProgramFacts {
  readonly executable?: string | undefined;
  readonly name?: string | undefined;
  readonly args: readonly string[];
  readonly user?: string | undefined;
}

/** All forms, the certain ones first. */
export const SERVER_FORMS: readonly ServerForm[] = [
  ...WEB_SERVERS,
  ...APPLICATION_SERVERS,
  ...SCRIPT_SERVERS,
].sort((one, other) => Number(one.isGuess ?? false) - Number(other.isGuess ?? false));

/** A machine's few servers start all that there is to look at. Who comes in chooses words, so they are bounded. */
const FOUND = new Map<string, WebServer | undefined>();
const MOST_FOUND = 2000;
const LONGEST_FOUND = 2000;

/**
 * Says whether a process is a web server; a file that was deleted or replaced while it runs makes no difference. The same words
 * are looked at once.
 */
export const findServer = (facts: ProgramFacts): WebServer | undefined => {
  const { executable, name, args, user } = facts;
  const length = args.reduce((sum, arg) => sum + arg.length, args.length);
  if (length > LONGEST_FOUND) return matchForms(facts);
  const words = JSON.stringify([executable, name, user, args]);
  const known = FOUND.get(words);
  if (known !== undefined || FOUND.has(words)) return known;
  const server = matchForms(facts);
  if (FOUND.size >= MOST_FOUND) FOUND.clear();
  FOUND.set(words, server);
  return server;
};

const matchForms = ({ executable, name, args, user }: ProgramFacts): WebServer | undefined => {
  const path = fold(executable ?? '');
  const names = [baseName(path), fold(name ?? '')].filter((text) => text !== '');
  const texts = args.slice(0, MOST_ARGS).map(fold);
  const users = user === undefined ? [] : [fold(user)];
  const form = TESTS.find(({ isMatch }) => isMatch({ path, names, texts, users }))?.form;
  return form && { kind: form.kind, isGuess: form.isGuess ?? false };
};

/**
 * A program whose parent is gone or was never seen: a worker that a server forked after it had read its files anew, a command in
 * the background. Where a web account runs it, a server is what started it.
 */
export const findLostServer = (
  { executable, name, args }: ProgramFacts,
  user = ''
): WebServer | undefined => {
  const isKnown = executable !== undefined || name !== undefined || args.length > 0;
  return isKnown || !isWebAccount([fold(user)])
    ? undefined
    : { kind: 'web account', isGuess: true };
};

/** What makes a server stands in front; a program is given up to a hundred thousand arguments. */
const MOST_ARGS = 200;
/** Longer arguments, which Elasticsearch does not index either, name no server. */
const LONGEST_ARG = 1024;

/** EQL ignores the case of ASCII letters only, so that the same processes are found by query and by code. */
const fold = (text: string): string =>
  text
    .slice(0, LONGEST_ARG)
    .replace(DELETED, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What the kernel adds to the path of a program whose file is gone. */
const DELETED = / \(deleted\)$/;

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const toAnyTest = (patterns: readonly string[]): ((texts: readonly string[]) => boolean) => {
  const plain = new Set(patterns.map(fold).filter((pattern) => !/[*?]/.test(pattern)));
  const tests = patterns
    .map(fold)
    .filter((pattern) => /[*?]/.test(pattern))
    .map(toWildcardTest);
  return (texts) => texts.some((text) => plain.has(text) || tests.some((test) => test(text)));
};

interface FoldedFacts {
  readonly path: string;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  readonly users: readonly string[];
}

const toFormTest = (form: ServerForm): ((facts: FoldedFacts) => boolean) => {
  const all = [
    form.names && toTest(form.names, ({ names }) => names),
    form.paths && toTest(form.paths, ({ path }) => [path]),
    form.users && toTest(form.users, ({ users }) => users),
    form.args && toTest(form.args, ({ texts }) => texts),
  ].filter((test) => test !== undefined);
  const none = [
    form.notNames && toTest(form.notNames, ({ names }) => names),
    form.notArgs && toTest(form.notArgs, ({ texts }) => texts),
  ].filter((test) => test !== undefined);
  return (facts) => all.every((test) => test(facts)) && !none.some((test) => test(facts));
};

const toTest = (
  patterns: readonly string[],
  toTexts: (facts: FoldedFacts) => readonly string[]
): ((facts: FoldedFacts) => boolean) => {
  const isAny = toAnyTest(patterns);
  return (facts) => isAny(toTexts(facts));
};

const isWebAccount = toAnyTest(WEB_ACCOUNTS);

const TESTS = SERVER_FORMS.map((form) => ({ form, isMatch: toFormTest(form) }));
