/**
 * Which units does systemd know? Asked of systemd where it runs; elsewhere (a container, a mounted disk) read
 * from the unit files, which say nothing of what is active.
 */
import {
  type Machine,
  listEnabledUnits,
  listUnitFiles,
  SYSTEM_UNIT_DIRECTORIES,
  type UnitFile,
  findSetting,
  parseUnitFile,
  type UnitSettings,
  toObjectPath,
} from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

const NO_JOB = { job_id: 0, job_type: '', job_path: '/' };

const toJob = (job = ''): TableRow =>
  /^[1-9]\d*$/.test(job)
    ? { job_id: Number(job), job_type: '', job_path: `/org/freedesktop/systemd1/job/${job}` }
    : NO_JOB;

/** One `Name=value` block of `systemctl show`. */
const toLiveRow = (block: string): TableRow => {
  const properties = new Map(
    block.split('\n').map((line) => {
      const equals = line.indexOf('=');
      return [line.slice(0, equals), line.slice(equals + 1)];
    })
  );
  const id = properties.get('Id') ?? '';
  return {
    id,
    description: properties.get('Description') ?? '',
    load_state: properties.get('LoadState') ?? '',
    active_state: properties.get('ActiveState') ?? '',
    sub_state: properties.get('SubState') ?? '',
    unit_file_state: properties.get('UnitFileState') ?? '',
    following: properties.get('Following') ?? '',
    object_path: toObjectPath(id),
    ...toJob(properties.get('Job')),
    fragment_path: properties.get('FragmentPath') ?? '',
    user: properties.get('User') ?? '',
    source_path: properties.get('SourcePath') ?? '',
  };
};

const isMasked = ({ target }: UnitFile, text: string | undefined): boolean =>
  target === '/dev/null' || text === '';

const toFileState = (
  unit: UnitFile,
  settings: UnitSettings,
  enabled: ReadonlySet<string>
): string => {
  if (enabled.has(unit.id)) return 'enabled';
  if (unit.target !== undefined && !unit.target.endsWith(`/${unit.id}`)) return 'alias';
  return [...settings.keys()].some((name) => name.startsWith('Install.')) ? 'disabled' : 'static';
};

const toFileRow = ({ files }: Machine, unit: UnitFile, enabled: ReadonlySet<string>): TableRow => {
  const text = files.readText(unit.path);
  const masked = isMasked(unit, text);
  const settings = parseUnitFile(text ?? '');
  return {
    id: unit.id,
    description: findSetting(settings, 'Unit.Description') ?? '',
    load_state: masked ? 'masked' : text === undefined ? 'error' : 'loaded',
    active_state: '',
    sub_state: '',
    unit_file_state: masked ? 'masked' : toFileState(unit, settings, enabled),
    following: '',
    object_path: toObjectPath(unit.id),
    ...NO_JOB,
    fragment_path: unit.path,
    user: findSetting(settings, 'Service.User') ?? '',
    source_path: findSetting(settings, 'Unit.SourcePath') ?? '',
  };
};

export const systemdUnitsTable: TableDefinition = {
  name: 'systemd_units',
  description: 'Units of systemd, or of its files where it does not run.',
  columns: [
    { name: 'id', type: 'TEXT', description: 'Name of the unit' },
    { name: 'description', type: 'TEXT', description: 'What the unit is' },
    { name: 'load_state', type: 'TEXT', description: 'Whether its file could be read' },
    { name: 'active_state', type: 'TEXT', description: 'Whether it is active; empty from files' },
    { name: 'sub_state', type: 'TEXT', description: 'The same in finer words; empty from files' },
    { name: 'unit_file_state', type: 'TEXT', description: 'enabled, disabled, static, masked …' },
    { name: 'following', type: 'TEXT', description: 'Unit whose state this one follows' },
    { name: 'object_path', type: 'TEXT', description: 'D-Bus path of the unit' },
    { name: 'job_id', type: 'BIGINT', description: 'Id of the queued job, 0 if none' },
    { name: 'job_type', type: 'TEXT', description: 'Always empty here' },
    { name: 'job_path', type: 'TEXT', description: 'D-Bus path of the job' },
    { name: 'fragment_path', type: 'TEXT', description: 'Unit file' },
    { name: 'user', type: 'TEXT', description: 'User the service runs as, if set' },
    { name: 'source_path', type: 'TEXT', description: 'File the unit file was made from' },
  ],
  *generate(machine) {
    const live = machine.readSystemdUnits();
    if (live !== undefined) {
      const blocks = live.split(/\n{2,}/).filter((block) => block.includes('='));
      yield* blocks.map(toLiveRow);
      return;
    }
    const enabled = listEnabledUnits(machine.files, SYSTEM_UNIT_DIRECTORIES);
    for (const unit of listUnitFiles(machine.files, SYSTEM_UNIT_DIRECTORIES)) {
      yield toFileRow(machine, unit, enabled);
    }
  },
};
