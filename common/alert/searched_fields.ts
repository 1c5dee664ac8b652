import { ALERT_FIELD } from './alert_document';

/** Where the words of an alert search are looked for. */
export const SEARCHED_FIELDS = [
  'process.command_line',
  ALERT_FIELD.tellingCommand,
  'process.name',
  'process.executable',
  'process.parent.name',
  'process.parent.executable',
  'host.name',
  'user.name',
] as const;
