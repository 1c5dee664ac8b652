import { isInShellScript } from '../../reading/is_in_shell_script';
import { isWritablePath } from '../../reading/paths';
import type { LookupForm } from './lookup';

/** Questions about accounts, and those that panels ask of what they manage. */

const SERVER_ACCOUNT =
  /^(?:root|www-data|apache|nginx|http|nobody|daemon|www|tomcat\d*|jetty|wwwrun|lighttpd|caddy)$/;

export const toIdWeight = ({ options, operands }: LookupForm): number => {
  if (/-\w*[ugGn]/.test(options)) return 22;
  if (operands.length === 0) return 74;
  // A panel looks up its customers; the accounts of servers and of root it knows.
  return operands.some((name) => SERVER_ACCOUNT.test(name)) ? 50 : 40;
};

export const toGroupsWeight = ({ operands }: LookupForm): number => {
  if (operands.length === 0) return 52;
  return operands.some((name) => SERVER_ACCOUNT.test(name)) ? 50 : 34;
};

export const toWhoWeight = ({ options, operands, command }: LookupForm): number => {
  // What a script does with the answer stands in its file: it counts people.
  if (isInShellScript(command)) return 34;
  if (operands.includes('am') || /-\w*a/.test(options)) return 54;
  if (options.includes('q')) return 20;
  return options === '' && !command.path.startsWith('/') ? 48 : 40;
};

export const toFirewallWeight = ({
  options,
  operands,
  command: { wrappers },
}: LookupForm): number => {
  // What sudo lets an account ask, an administrator has named to a panel.
  if (!/-\w*[LS]/.test(options)) return wrappers.includes('sudo') ? 0 : 50;
  if (wrappers.includes('sudo')) return 24;
  // One chain of a table.
  return operands.every((name) => /^(?:nat|filter|mangle|raw)$/.test(name)) ? 74 : 42;
};

export const toClusterWeight = ({ options, operands: words, command }: LookupForm): number => {
  // `-n shop get pods`: the name of a part of the cluster comes first.
  const operands = words.filter(
    (word) =>
      !/^(?:-n|--namespace|--context)$/.test(command.args[command.args.indexOf(word) - 1] ?? '')
  );
  if (operands.some((name) => /secret|auth/.test(name))) return 84;
  if (operands[0] === 'config') return 84;
  // What is put into the cluster lies where anybody writes.
  if (words.some((word) => isWritablePath(word))) return 84;
  // In columns, and more of them: for eyes.
  const isForProgram = /-o|--output|--no-headers/.test(options) && !/wide/.test(command.text);
  if (operands[0] === 'get') return isForProgram ? 40 : 74;
  return /^(?:rollout|version|apply|wait|scale|diff|kustomize|logs|top|set|label|annotate|autoscale)$/.test(
    operands[0] ?? ''
  )
    ? 30
    : 74;
};

/** What runs here, and in what: one container, or fields that are named, is what a panel asks for. */
export const toContainersWeight = ({ options, operands }: LookupForm): number => {
  const [verb = '', object = ''] = operands;
  const isPlural =
    /^(?:ps|images|info|pods|stats|list)$/.test(verb) ||
    (/^(?:network|volume|container|image|images|containers|context|node|service|stack)$/.test(
      verb
    ) &&
      /^ls$|^list$/.test(object));
  if (!isPlural) return /^(?:logs|inspect|top|diff|history)$/.test(verb) ? 34 : 0;
  return /--format|--filter|--no-stream|-\w*[qf]\b/.test(options) ? 20 : 74;
};

/** What is mounted; and what is put where, which a panel does that an administrator has named it to. */
export const toMountWeight = ({
  options,
  operands,
  command: { args, isPipedInto, wrappers },
}: LookupForm): number => {
  if (/bind/.test(`${options} ${operands.join(' ')}`)) return 74;
  const named = args.filter(
    (word, at) => !word.startsWith('-') && !/^-[to]$/.test(args[at - 1] ?? '')
  );
  if (named.length > 1 && !wrappers.includes('sudo')) return 58;
  if (operands.length > 0) return 40;
  return isPipedInto ? 34 : 48;
};

/** All units, not one by its name. */
export const toServicesWeight = ({ options, operands: [verb = '', unit] }: LookupForm): number => {
  // What a program reads has no head and no pages; what watches the machine asks for what failed.
  if (/^list-/.test(verb))
    return /--(?:no-legend|no-pager|plain|output|failed|state)|-o/.test(options) ? 52 : 74;
  return (verb === 'status' || verb === '') && unit === undefined && !/version|failed/.test(options)
    ? 74
    : 0;
};
