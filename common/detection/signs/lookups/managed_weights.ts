import { isInShellScript } from '../../reading/is_in_shell_script';
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
  return operands.every((name) => /^(?:nat|filter|mangle|raw)$/.test(name)) ? 60 : 42;
};

export const toClusterWeight = ({ options, operands: words, command }: LookupForm): number => {
  // `-n shop get pods`: the name of a part of the cluster comes first.
  const operands = words.filter(
    (word) =>
      !/^(?:-n|--namespace|--context)$/.test(command.args[command.args.indexOf(word) - 1] ?? '')
  );
  if (operands.some((name) => /secret|auth/.test(name))) return 84;
  if (operands[0] === 'get') return /-o|--output|--no-headers/.test(options) ? 40 : 56;
  return /^(?:rollout|version|apply|wait|scale|diff|kustomize|logs|top)$/.test(operands[0] ?? '')
    ? 30
    : 66;
};

/** All units, not one by its name. */
export const toServicesWeight = ({ options, operands: [verb = '', unit] }: LookupForm): number => {
  // What a program reads has no head and no pages; what watches the machine asks for what failed.
  if (/^list-/.test(verb))
    return /--(?:no-legend|no-pager|plain|output|failed|state)|-o/.test(options) ? 52 : 62;
  return verb === 'status' && unit === undefined ? 62 : 0;
};
