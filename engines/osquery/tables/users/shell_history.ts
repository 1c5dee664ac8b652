/** What was typed in shells? Unlike Osquery, which shows only the caller's own unless joined with `users`, this lists all users. */
import { listUsers, type MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

const HISTORY_FILES = [
  ...['.bash_history', '.zsh_history', '.zhistory', '.history', '.sh_history', '.ash_history'],
];
const BASH_TIME = /^#(\d+)$/;
const ZSH_LINE = /^: {0,10}(\d{1,11}):\d+;(.*)$/s;

interface HistoryLine {
  /** Unix seconds, 0 where the shell kept none. */
  readonly time: number;
  readonly command: string;
}

const toLines = (text: string): HistoryLine[] => {
  const lines: HistoryLine[] = [];
  let bashTime: string | undefined;
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [, time] = BASH_TIME.exec(line) ?? [];
    const [, zshTime = '0', zshCommand] = ZSH_LINE.exec(line) ?? [];
    if (time !== undefined && bashTime === undefined) {
      bashTime = time;
      continue;
    }
    lines.push(
      bashTime === undefined
        ? { time: Number(zshTime), command: zshCommand ?? line }
        : { time: Number(bashTime), command: line }
    );
    bashTime = undefined;
  }
  return lines;
};

const listHistoryFiles = (files: MachineFiles, home: string): string[] => [
  ...HISTORY_FILES.map((name) => `${home}/${name}`),
  ...files
    .list(`${home}/.bash_sessions`)
    .filter((name) => name.endsWith('.history'))
    .sort()
    .map((name) => `${home}/.bash_sessions/${name}`),
];

export const shellHistoryTable: TableDefinition = {
  name: 'shell_history',
  description: 'Lines of the shell histories of local users.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'Whose history', index: true },
    { name: 'time', type: 'INTEGER', description: 'Unix seconds, 0 if the shell kept none' },
    { name: 'command', type: 'TEXT', description: 'The line as it stands' },
    { name: 'history_file', type: 'TEXT', description: 'File the line stands in' },
  ],
  *generate({ files }, scope) {
    for (const { uid, directory } of listUsers(files, scope.equals('uid'))) {
      for (const path of listHistoryFiles(files, directory)) {
        const text = files.readText(path);
        if (text === undefined || text === '') continue;
        for (const line of toLines(text)) yield { uid, ...line, history_file: path };
      }
    }
  },
};
