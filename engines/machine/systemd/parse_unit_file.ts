/** Settings of a unit file by `Section.Key`; a key given several times keeps every value. */
export type UnitSettings = ReadonlyMap<string, readonly string[]>;

/** Reads a systemd unit file: sections, `#` and `;` comments, lines continued by a backslash. An empty value clears. */
export const parseUnitFile = (text: string): UnitSettings => {
  const settings = new Map<string, string[]>();
  let section = '';
  const joined = text.replace(/\\\r?\n(?:[ \t]*[#;][^\n]*\n)*/g, ' ');
  for (const line of joined.split('\n').map((raw) => raw.trim())) {
    const header = /^\[([^\]]*)\]$/.exec(line);
    if (header) section = header[1] ?? '';
    const assignment = /^([^#;=[][^=]*?)\s*=\s*(.*)$/s.exec(line);
    if (!assignment) continue;
    const [, key = '', value = ''] = assignment;
    const name = `${section}.${key}`;
    settings.set(name, value === '' ? [] : [...(settings.get(name) ?? []), value]);
  }
  return settings;
};

/** The last value of a setting, which is the one that counts for a setting with one value. */
export const findSetting = (settings: UnitSettings, name: string): string | undefined =>
  settings.get(name)?.at(-1);
