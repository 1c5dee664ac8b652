/** `which python3`, `command -v php`: where most systems have it. */
export const findProgramAsked = (script: string): string | undefined =>
  /^\s*(?:which|command -v|type -p) ([\w.+-]+)(?: 2>\s*\/dev\/null)?\s*$/.exec(script)?.[1];
