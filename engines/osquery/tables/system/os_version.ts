import type { MachineFiles } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

/** `KEY=value` lines with shell quoting, as os-release has them. */
const parseRelease = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const found = /^([A-Z0-9_]+)=(.*)$/.exec(line.trim());
      if (!found) return [];
      const [, key = '', value = ''] = found;
      const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
      return [[key, unquoted.replace(/\\(["'$`\\])/g, '$1')]];
    })
  );

const readOsRelease = (files: MachineFiles): TableRow => {
  const text = files.readText('/etc/os-release') ?? files.readText('/usr/lib/os-release') ?? '';
  const release = parseRelease(text);
  const [major, minor, ...patch] = (release.get('VERSION_ID') ?? '').split('.');
  return {
    name: release.get('NAME') ?? 'Unknown',
    version: release.get('VERSION') ?? '',
    major: Number(major) || 0,
    minor: Number(minor) || 0,
    patch: Number(patch[0]) || 0,
    build: release.get('BUILD_ID') ?? '',
    platform: release.get('ID') ?? 'posix',
    platform_like: release.get('ID_LIKE') ?? '',
    codename: release.get('VERSION_CODENAME') ?? '',
  };
};

/** Distributions that tell their exact version in a file of their own. */
const OWN_RELEASES = [
  { path: '/etc/redhat-release', platform: 'rhel' },
  { path: '/etc/gentoo-release', platform: 'gentoo' },
];

const readOwnRelease = (files: MachineFiles): TableRow => {
  for (const { path, platform } of OWN_RELEASES) {
    const text = files.readText(path)?.trim();
    if (text === undefined) continue;
    const name = /^(.+?) (?:release |\d)/.exec(text)?.[1];
    const [, major, minor, patch] = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text) ?? [];
    const numbers = { major: Number(major), minor: Number(minor), patch: Number(patch ?? 0) };
    return {
      ...{ version: text, build: '', platform, platform_like: platform },
      ...(name !== undefined && { name }),
      ...(major !== undefined && numbers),
    };
  }
  return {};
};

export const osVersionTable: TableDefinition = {
  name: 'os_version',
  description: 'The Linux distribution.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'Name of the distribution' },
    {
      ...{ name: 'version', type: 'TEXT', collate: 'version' },
      description: 'Version as people write it',
    },
    { name: 'major', type: 'INTEGER', description: 'First number of the version' },
    { name: 'minor', type: 'INTEGER', description: 'Second number of the version' },
    { name: 'patch', type: 'INTEGER', description: 'Third number of the version' },
    { name: 'build', type: 'TEXT', description: 'Build of a rolling distribution' },
    { name: 'platform', type: 'TEXT', description: 'Id of the distribution' },
    { name: 'platform_like', type: 'TEXT', description: 'Ids of those it derives from' },
    { name: 'codename', type: 'TEXT', description: 'Code name of the version' },
    { name: 'arch', type: 'TEXT', description: 'Machine type' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
    {
      ...{ name: 'mount_namespace_id', type: 'TEXT', hidden: true },
      description: 'Always empty: other namespaces are not read',
    },
  ],
  *generate({ files, machine }) {
    yield {
      ...readOsRelease(files),
      ...readOwnRelease(files),
      arch: machine,
      pid_with_namespace: 0,
      mount_namespace_id: '',
    };
  },
};
