/** What `tr` does with single characters and ranges: `tr a-z n-za-m`, `tr -d x`. Undefined for sets it doesn't know. */
export const mapCharacters = (
  text: string,
  from: string,
  to: string | undefined
): string | undefined => {
  const source = toSet(from);
  const target = to === undefined ? [] : toSet(to);
  if (source === undefined || target === undefined) return undefined;
  const last = target.at(-1) ?? '';
  const table = new Map(source.map((char, index) => [char, target[index] ?? last]));
  return [...text].map((char) => table.get(char) ?? char).join('');
};

const CLASSES: Readonly<Record<string, string>> = {
  '[:lower:]': 'a-z',
  '[:upper:]': 'A-Z',
  '[:digit:]': '0-9',
  '[:space:]': ' \t\n\r\v\f',
};

const toSet = (written: string): readonly string[] | undefined => {
  const plain = written
    .replace(/\[:\w+:\]/g, (name) => CLASSES[name] ?? name)
    .replace(/^\[([^\]]+)\]$/, '$1')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
  if (plain.length > 1_000 || plain.includes('[:')) return undefined;
  const chars: string[] = [];
  for (let at = 0; at < plain.length; at++) {
    const first = plain.charCodeAt(at);
    const isRange = plain[at + 1] === '-' && at + 2 < plain.length;
    const last = isRange ? plain.charCodeAt(at + 2) : first;
    for (let code = first; code <= last && chars.length < 2_000; code++) {
      chars.push(String.fromCharCode(code));
    }
    if (isRange) at += 2;
  }
  return chars;
};
