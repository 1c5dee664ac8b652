import { ABUSE_SIGNS } from './abuse_signs';
import { APPLICATION_SIGNS } from './application_signs';
import { CODE_SIGNS } from './code_signs';
import { DATABASE_SIGNS } from './database_signs';
import { DOWNLOAD_SIGNS } from './download_signs';
import { DROPPER_SIGNS } from './dropper_signs';
import { HAND_SIGNS } from './hand_signs';
import { HIDING_SIGNS } from './hiding_signs';
import { LOOKUP_SIGNS } from './lookups/lookup_signs';
import { PERSISTENCE_SIGNS } from './persistence_signs';
import { PIPE_SIGNS } from './pipe_signs';
import { PRIVILEGE_SIGNS } from './privilege_signs';
import { READING_SIGNS } from './reading_signs';
import { SECRET_SIGNS } from './secret_signs';
import { SENDING_SIGNS } from './sending_signs';
import { SHELL_SIGNS } from './shell_signs';
import type { SignRule } from './sign_rule';
import { STAGING_SIGNS } from './staging_signs';
import { TRACE_SIGNS } from './trace_signs';
import { WEB_SHELL_SIGNS } from './web_shell_signs';

/** Every sign that speaks for an attack. */
export const SIGN_RULES: readonly SignRule[] = [
  ...SHELL_SIGNS,
  ...DOWNLOAD_SIGNS,
  ...STAGING_SIGNS,
  ...DROPPER_SIGNS,
  ...SECRET_SIGNS,
  ...DATABASE_SIGNS,
  ...READING_SIGNS,
  ...HAND_SIGNS,
  ...LOOKUP_SIGNS,
  ...PRIVILEGE_SIGNS,
  ...SENDING_SIGNS,
  ...PERSISTENCE_SIGNS,
  ...TRACE_SIGNS,
  ...WEB_SHELL_SIGNS,
  ...CODE_SIGNS,
  ...HIDING_SIGNS,
  ...PIPE_SIGNS,
  ...ABUSE_SIGNS,
  ...APPLICATION_SIGNS,
];
