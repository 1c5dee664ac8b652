/** The door: a Linux command line read once, for grading it and for showing it. */
export { rememberNames } from './remember_names';
export { readCommand } from './read_command';
export { readCommandLine } from './read_command_line';
export { toShellText } from './to_shell_text';
export { toDefanged } from './indicators/to_defanged';
export { isPrivateAddress } from './indicators/is_private_address';
export { READING_LIMITS } from './reading_limits';
export type { ReadingLimits } from './reading_limits';
export type {
  Assignment,
  CommandLayer,
  CommandReading,
  Indicator,
  IndicatorKind,
  LayerKind,
  LayerLanguage,
  ListOperator,
  ReadCommand,
  Redirection,
  RedirectionOperator,
  Trick,
} from './command_reading';
