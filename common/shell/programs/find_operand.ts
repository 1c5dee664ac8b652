interface Argument {
  readonly text: string;
}

/** Index of the first argument, from `start`, that is neither an option nor the operand of one. */
export const findOperand = (
  args: readonly Argument[],
  start: number,
  valued: string,
  longValued: readonly string[]
): number => {
  let at = start;
  while (at < args.length) {
    const text = args[at]?.text ?? '';
    if (text === '--') return at + 1;
    if (text === '-' || !/^[-+]/.test(text)) return at;
    at += takesNext(text, valued, longValued) ? 2 : 1;
  }
  return args.length;
};

/** `-u root` takes the next argument; `-uroot` and `--user=root` don't. */
const takesNext = (option: string, valued: string, longValued: readonly string[]): boolean => {
  if (option.startsWith('--')) return longValued.includes(option);
  const first = [...option.slice(1)].findIndex((letter) => valued.includes(letter));
  return first !== -1 && first === option.length - 2;
};
