import { SERVER_FORMS } from './find_server';
import type { ServerForm } from './server_form';
import { WEB_ACCOUNTS } from './web_accounts';

/** The parts of a form as EQL lists; a deleted file's path and name have a word more. */
const toConditions = ({ names, notNames, paths, users, args, notArgs }: ServerForm): string[] => [
  ...(names ? [`process.parent.name : (${toList(withDeleted(names))})`] : []),
  ...(paths ? [`process.parent.executable : (${toList(paths)})`] : []),
  ...(users ? [`?process.parent.user.name : (${toList(users)})`] : []),
  ...(args ? [`process.parent.args : (${toList(args)})`] : []),
  ...(notNames ? [`not process.parent.name : (${toList(notNames)})`] : []),
  ...(notArgs ? [`not process.parent.args : (${toList(notArgs)})`] : []),
];

/** The patterns are ours and hold neither quotes nor backslashes. */
const toList = (patterns: readonly string[]): string =>
  patterns.map((pattern) => `"${pattern}"`).join(', ');

const withDeleted = (names: readonly string[]): string[] =>
  names.flatMap((name) => (name.endsWith('*') ? [name] : [name, `${name} (deleted)`]));

/** Forms that are known by one list alone are asked for in one list: a query is as fast as it has few parts. */
const isOnly = (list: 'names' | 'paths' | 'args', form: ServerForm): boolean =>
  Object.keys(form)
    .filter((key) => key !== 'kind' && key !== 'isGuess')
    .join() === list;

/** What `findLostServer` says of programs whose parent is not known. */
const LOST = `(process.parent.executable == null and process.parent.name == null and ?user.name : (${toList(WEB_ACCOUNTS)}))`;

const toQuery = (forms: readonly ServerForm[]): string => {
  const lists = (['names', 'paths', 'args'] as const).flatMap((list) => {
    const alike = forms.filter((form) => isOnly(list, form));
    const merged = [...new Set(alike.flatMap((form) => form[list] ?? []))];
    return alike.length === 0 ? [] : toConditions({ kind: '', [list]: merged });
  });
  const others = forms
    .filter((form) => !(['names', 'paths', 'args'] as const).some((list) => isOnly(list, form)))
    .map((form) => `(${toConditions(form).join(' and ')})`);
  return `process where host.os.type == "linux" and event.type == "start" and
  event.action in ("exec", "exec_event") and (
    ${[...lists, ...others, LOST].join(' or\n    ')}
  )`;
};

/** EQL that finds what web servers start themselves: the roots of trees. `findServer` holds exactly for what it finds. */
export const SERVER_CHILDREN_QUERY = toQuery(SERVER_FORMS);
