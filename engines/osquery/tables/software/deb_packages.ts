import type { TableDefinition } from '../../table';

const ADMIN_DIRECTORY = '/var/lib/dpkg';
const FIELD = /^([\w-]+):[ \t]*(.*)$/;

/** One stanza of dpkg's status file; further lines of a field are passed over. */
const parseStanza = (stanza: string): ReadonlyMap<string, string> =>
  new Map(
    stanza.split('\n').flatMap((line) => {
      const [, name, value] = FIELD.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value]];
    })
  );

export const debPackagesTable: TableDefinition = {
  name: 'deb_packages',
  description: 'Packages that dpkg knows.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'Name of the package' },
    { name: 'version', type: 'TEXT', description: 'Its version' },
    { name: 'source', type: 'TEXT', description: 'Source package, where it is called otherwise' },
    { name: 'size', type: 'BIGINT', description: 'Size when installed, in KiB' },
    { name: 'arch', type: 'TEXT', description: 'Architecture' },
    { name: 'revision', type: 'TEXT', description: "Debian's own part of the version" },
    { name: 'status', type: 'TEXT', description: 'Such as install ok installed' },
    { name: 'maintainer', type: 'TEXT', description: 'Who looks after the package' },
    { name: 'section', type: 'TEXT', description: 'Kind of software' },
    { name: 'priority', type: 'TEXT', description: 'How important it is' },
    {
      ...{ name: 'admindir', type: 'TEXT', hidden: true },
      description: 'Where dpkg keeps its records',
    },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
    {
      ...{ name: 'mount_namespace_id', type: 'TEXT', hidden: true },
      description: 'Always empty: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    const text = files.readText(`${ADMIN_DIRECTORY}/status`, 256 * 1024 * 1024) ?? '';
    for (const fields of text.split(/\n{2,}/).map(parseStanza)) {
      const name = fields.get('package');
      const status = fields.get('status') ?? '';
      if (name === undefined || status.endsWith('not-installed')) continue;
      const version = fields.get('version') ?? '';
      const dash = version.lastIndexOf('-');
      yield {
        name,
        version,
        source: fields.get('source') ?? '',
        size: Number(fields.get('installed-size') ?? 0),
        arch: fields.get('architecture') ?? '',
        revision: dash < 0 ? '' : version.slice(dash + 1),
        status,
        maintainer: fields.get('maintainer') ?? '',
        section: fields.get('section') ?? '',
        priority: fields.get('priority') ?? '',
        admindir: ADMIN_DIRECTORY,
        pid_with_namespace: 0,
        mount_namespace_id: '',
      };
    }
  },
};
