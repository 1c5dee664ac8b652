import { toParam } from './sign_sentence';
import type { SignSentence } from './sign_sentence';

/** What a tree wants to know. */
export const SEEKING_SENTENCES = {
  account_file_read: (translate, params) =>
    translate('webServerRce.sign.accountFileRead', {
      defaultMessage: 'reads the machine’s accounts or password hashes: {what}',
      values: { what: toParam(params, 'what') },
    }),
  key_read: (translate, params) =>
    translate('webServerRce.sign.keyRead', {
      defaultMessage: 'reads keys or stored logins: {what}',
      values: { what: toParam(params, 'what') },
    }),
  history_read: (translate, params) =>
    translate('webServerRce.sign.historyRead', {
      defaultMessage: 'reads what others typed: {what}',
      values: { what: toParam(params, 'what') },
    }),
  config_read: (translate, params) =>
    translate('webServerRce.sign.configRead', {
      defaultMessage: 'reads a configuration that may hold passwords: {what}',
      values: { what: toParam(params, 'what') },
    }),
  source_read: (translate, params) =>
    translate('webServerRce.sign.sourceRead', {
      defaultMessage: 'reads the application’s source or data: {what}',
      values: { what: toParam(params, 'what') },
    }),
  system_file_read: (translate, params) =>
    translate('webServerRce.sign.systemFileRead', {
      defaultMessage: 'reads a file of the system: {what}',
      values: { what: toParam(params, 'what') },
    }),
  secret_search: (translate, params) =>
    translate('webServerRce.sign.secretSearch', {
      defaultMessage: 'searches for passwords and keys: {what}',
      values: { what: toParam(params, 'what') },
    }),
  process_memory_read: (translate, params) =>
    translate('webServerRce.sign.processMemoryRead', {
      defaultMessage: 'reads what other processes hold: {what}',
      values: { what: toParam(params, 'what') },
    }),
  database_read: (translate, params) =>
    translate('webServerRce.sign.databaseRead', {
      defaultMessage: 'looks through a database: {what}',
      values: { what: toParam(params, 'what') },
    }),
  file_read: (translate, params) =>
    translate('webServerRce.sign.fileRead', {
      defaultMessage: 'shows a file: {what}',
      values: { what: toParam(params, 'what') },
    }),
  answer_kept: (translate, params) =>
    translate('webServerRce.sign.answerKept', {
      defaultMessage: 'keeps an answer in a file, to fetch it: {what}',
      values: { what: toParam(params, 'what') },
    }),
  software_brought: (translate, params) =>
    translate('webServerRce.sign.softwareBrought', {
      defaultMessage: 'installs or fetches software: {what}',
      values: { what: toParam(params, 'what') },
    }),
  cloud_tool: (translate, params) =>
    translate('webServerRce.sign.cloudTool', {
      defaultMessage: 'uses the tools of a cloud: {what}',
      values: { what: toParam(params, 'what') },
    }),
  foreign_command: (translate, params) =>
    translate('webServerRce.sign.foreignCommand', {
      defaultMessage: 'uses words of another system, as scanners do: {what}',
      values: { what: toParam(params, 'what') },
    }),
  stray_shell_words: (translate, params) =>
    translate('webServerRce.sign.strayShellWords', {
      defaultMessage: 'hands a shell’s marks to a program that is no shell: {what}',
      values: { what: toParam(params, 'what') },
    }),
  data_gathered: (translate, params) =>
    translate('webServerRce.sign.dataGathered', {
      defaultMessage: 'gathers files where they can be fetched: {what}',
      values: { what: toParam(params, 'what') },
    }),
  identity_lookup: (translate, params) =>
    translate('webServerRce.sign.identityLookup', {
      defaultMessage: 'asks who it runs as: {what}',
      values: { what: toParam(params, 'what') },
    }),
  system_lookup: (translate, params) =>
    translate('webServerRce.sign.systemLookup', {
      defaultMessage: 'asks what system this is: {what}',
      values: { what: toParam(params, 'what') },
    }),
  network_lookup: (translate, params) =>
    translate('webServerRce.sign.networkLookup', {
      defaultMessage: 'asks about the network: {what}',
      values: { what: toParam(params, 'what') },
    }),
  process_lookup: (translate, params) =>
    translate('webServerRce.sign.processLookup', {
      defaultMessage: 'asks what is running: {what}',
      values: { what: toParam(params, 'what') },
    }),
  file_lookup: (translate, params) =>
    translate('webServerRce.sign.fileLookup', {
      defaultMessage: 'looks around in folders: {what}',
      values: { what: toParam(params, 'what') },
    }),
  software_lookup: (translate, params) =>
    translate('webServerRce.sign.softwareLookup', {
      defaultMessage: 'asks which tools are there: {what}',
      values: { what: toParam(params, 'what') },
    }),
  environment_lookup: (translate, params) =>
    translate('webServerRce.sign.environmentLookup', {
      defaultMessage: 'shows all environment variables: {what}',
      values: { what: toParam(params, 'what') },
    }),
  container_check: (translate, params) =>
    translate('webServerRce.sign.containerCheck', {
      defaultMessage: 'asks whether this is a container: {what}',
      values: { what: toParam(params, 'what') },
    }),
  lookup_chain: (translate, params) =>
    translate('webServerRce.sign.lookupChain', {
      defaultMessage: 'asks several questions in a row: {what}',
      values: { what: toParam(params, 'what') },
    }),
  privilege_check: (translate, params) =>
    translate('webServerRce.sign.privilegeCheck', {
      defaultMessage: 'asks what it may do as another user: {what}',
      values: { what: toParam(params, 'what') },
    }),
  privilege_file_search: (translate, params) =>
    translate('webServerRce.sign.privilegeFileSearch', {
      defaultMessage: 'searches for files that give more rights: {what}',
      values: { what: toParam(params, 'what') },
    }),
  privilege_use: (translate, params) =>
    translate('webServerRce.sign.privilegeUse', {
      defaultMessage: 'acts with another user’s rights: {what}',
      values: { what: toParam(params, 'what') },
    }),
  container_escape: (translate, params) =>
    translate('webServerRce.sign.containerEscape', {
      defaultMessage: 'reaches out of a container, or into one: {what}',
      values: { what: toParam(params, 'what') },
    }),
  attack_tool: (translate, params) =>
    translate('webServerRce.sign.attackTool', {
      defaultMessage: 'runs a known attack tool: {what}',
      values: { what: toParam(params, 'what') },
    }),
} satisfies Record<string, SignSentence>;
