import { listUsers, type Machine } from '../../../machine';
import { systemdUnitsTable } from './systemd_units';
import type { TableDefinition, TableRow, TableScope } from '../../table';

const SYSTEM_ITEMS = '/etc/xdg/autostart';
const SYSTEM_SCRIPTS = '/etc/init.d';
const USER_ITEMS = '.config/autostart';

/** What a desktop starts at login: `.desktop` files, of which the `Exec` line counts. */
const toDesktopItem = (text: string, directory: string, username: string): TableRow => {
  const find = (key: string): string =>
    new RegExp(`^${key}[ \\t]*=[ \\t]*(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
  const [path = '', ...args] = find('Exec').split(' ');
  return {
    name: find('Name'),
    path,
    args: args.join(' '),
    type: 'Startup Item',
    source: directory,
    status: find('Hidden') === 'true' ? 'disabled' : 'enabled',
    username,
  };
};

function* listDesktopItems(
  { files }: Machine,
  directory: string,
  username: string
): Iterable<TableRow> {
  for (const name of files.list(directory).sort()) {
    if (!name.endsWith('.desktop')) continue;
    yield toDesktopItem(files.readText(`${directory}/${name}`) ?? '', directory, username);
  }
}

function* listUnits(machine: Machine, scope: TableScope): Iterable<TableRow> {
  for (const unit of systemdUnitsTable.generate(machine, scope)) {
    const path = unit['fragment_path'] ?? '';
    if (path === '') continue;
    yield {
      name: unit['id'],
      path,
      args: '',
      type: 'systemd unit',
      source: path,
      status: unit['active_state'],
      username: unit['user'] === '' ? 'root' : unit['user'],
    };
  }
}

export const startupItemsTable: TableDefinition = {
  name: 'startup_items',
  description: 'What is started with the machine or at login: units, scripts, items of desktops.',
  columns: [
    { name: 'name', type: 'TEXT', description: 'Name of the item' },
    { name: 'path', type: 'TEXT', description: 'Program or unit file' },
    { name: 'args', type: 'TEXT', description: 'Arguments of the program' },
    { name: 'type', type: 'TEXT', description: 'Startup Item or systemd unit' },
    { name: 'source', type: 'TEXT', description: 'Directory or file it stands in' },
    { name: 'status', type: 'TEXT', description: 'enabled or disabled; of units the state' },
    { name: 'username', type: 'TEXT', description: 'User it runs as' },
  ],
  *generate(machine, scope) {
    const { files } = machine;
    yield* listDesktopItems(machine, SYSTEM_ITEMS, 'root');
    for (const name of files.list(SYSTEM_SCRIPTS).sort()) {
      yield {
        name,
        path: `${SYSTEM_SCRIPTS}/${name}`,
        args: '',
        type: 'Startup Item',
        source: SYSTEM_SCRIPTS,
        status: 'enabled',
        username: 'root',
      };
    }
    for (const { directory, username } of listUsers(files)) {
      yield* listDesktopItems(machine, `${directory}/${USER_ITEMS}`, username);
    }
    yield* listUnits(machine, scope);
  },
};
