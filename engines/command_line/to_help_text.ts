import type { Translate } from '../../common/i18n/translate';
import { toDisplayWidth } from '../terminal';
import type { Usage } from './usage';

const WIDTH = 110;
const INDENT = '  ';

/** What `--help` prints. */
export const toHelpText = (usage: Usage, translate: Translate): string => {
  const options = Object.entries(usage.options).map(([name, { value, about }]): Row => [
    value === undefined ? `--${name}` : `--${name} ${value}`,
    about,
  ]);
  const titles = toTitles(translate);
  const exits = { ...usage.exits, 2: titles.wrongUsage };
  const parts = [
    usage.about,
    `${titles.options}\n${toRows([...options, ['--help', titles.help]])}`,
    ...(usage.notes === undefined ? [] : [usage.notes]),
    `${titles.exits}\n${toRows(Object.entries(exits))}`,
  ];
  return `${parts.join('\n\n')}\n`;
};

type Row = readonly [name: string, about: string];

const toTitles = (translate: Translate) => ({
  options: translate('webServerRce.commandLine.options', { defaultMessage: 'Options:' }),
  help: translate('webServerRce.commandLine.help', { defaultMessage: 'print this and end' }),
  exits: translate('webServerRce.commandLine.exits', { defaultMessage: 'Exit codes:' }),
  wrongUsage: translate('webServerRce.commandLine.wrongUsage', {
    defaultMessage: 'the command line is wrong',
  }),
});

/** Two columns, the second one wrapped. */
const toRows = (rows: readonly Row[]): string => {
  const indent = Math.max(...rows.map(([name]) => toDisplayWidth(name))) + 2;
  return rows
    .map(([name, about]) => {
      const lines = wrap(about, WIDTH - indent - INDENT.length);
      return `${INDENT}${name.padEnd(indent)}${lines.join(`\n${INDENT}${' '.repeat(indent)}`)}`;
    })
    .join('\n');
};

const wrap = (text: string, width: number): string[] =>
  text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || toDisplayWidth(`${last} ${word}`) > width) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
