import { toParam } from './sign_sentence';
import type { SignSentence } from './sign_sentence';

/** What a tree does to the machine and its data. */
export const ACTING_SENTENCES = {
  file_sent: (translate, params) =>
    translate('webServerRce.sign.fileSent', {
      defaultMessage: 'sends a file to another machine: {what}',
      values: { what: toParam(params, 'what') },
    }),
  archive_sent: (translate, params) =>
    translate('webServerRce.sign.archiveSent', {
      defaultMessage: 'packs files and sends them away: {what}',
      values: { what: toParam(params, 'what') },
    }),
  archive_taken: (translate, params) =>
    translate('webServerRce.sign.archiveTaken', {
      defaultMessage: 'packs files: {what}',
      values: { what: toParam(params, 'what') },
    }),
  file_encoded: (translate, params) =>
    translate('webServerRce.sign.fileEncoded', {
      defaultMessage: 'turns a file into text that can be copied out of a page: {what}',
      values: { what: toParam(params, 'what') },
    }),
  remote_login: (translate, params) =>
    translate('webServerRce.sign.remoteLogin', {
      defaultMessage: 'logs in to another machine: {what}',
      values: { what: toParam(params, 'what') },
    }),
  schedule_changed: (translate, params) =>
    translate('webServerRce.sign.scheduleChanged', {
      defaultMessage: 'reads or changes scheduled jobs: {what}',
      values: { what: toParam(params, 'what') },
    }),
  login_key_planted: (translate, params) =>
    translate('webServerRce.sign.loginKeyPlanted', {
      defaultMessage: 'leaves a key to log in with: {what}',
      values: { what: toParam(params, 'what') },
    }),
  account_changed: (translate, params) =>
    translate('webServerRce.sign.accountChanged', {
      defaultMessage: 'makes or changes an account: {what}',
      values: { what: toParam(params, 'what') },
    }),
  start_up_changed: (translate, params) =>
    translate('webServerRce.sign.startUpChanged', {
      defaultMessage: 'changes what starts with the machine or a login: {what}',
      values: { what: toParam(params, 'what') },
    }),
  system_file_changed: (translate, params) =>
    translate('webServerRce.sign.systemFileChanged', {
      defaultMessage: 'changes a file of the system: {what}',
      values: { what: toParam(params, 'what') },
    }),
  left_running: (translate, params) =>
    translate('webServerRce.sign.leftRunning', {
      defaultMessage: 'leaves a program running in the background: {what}',
      values: { what: toParam(params, 'what') },
    }),
  library_preloaded: (translate, params) =>
    translate('webServerRce.sign.preloadedLibrary', {
      defaultMessage: 'makes programs load other code: {what}',
      values: { what: toParam(params, 'what') },
    }),
  history_off: (translate, params) =>
    translate('webServerRce.sign.historyOff', {
      defaultMessage: 'turns off the history of commands: {what}',
      values: { what: toParam(params, 'what') },
    }),
  log_removed: (translate, params) =>
    translate('webServerRce.sign.logRemoved', {
      defaultMessage: 'removes logs or histories: {what}',
      values: { what: toParam(params, 'what') },
    }),
  time_forged: (translate, params) =>
    translate('webServerRce.sign.timeForged', {
      defaultMessage: 'forges a file’s time: {what}',
      values: { what: toParam(params, 'what') },
    }),
  protection_stopped: (translate, params) =>
    translate('webServerRce.sign.protectionStopped', {
      defaultMessage: 'stops or weakens protection: {what}',
      values: { what: toParam(params, 'what') },
    }),
  traces_deleted: (translate, params) =>
    translate('webServerRce.sign.tracesDeleted', {
      defaultMessage: 'deletes files: {what}',
      values: { what: toParam(params, 'what') },
    }),
  tunnel: (translate, params) =>
    translate('webServerRce.sign.tunnel', {
      defaultMessage: 'opens a tunnel into the network: {what}',
      values: { what: toParam(params, 'what') },
    }),
  miner: (translate, params) =>
    translate('webServerRce.sign.miner', {
      defaultMessage: 'mines cryptocurrency: {what}',
      values: { what: toParam(params, 'what') },
    }),
  service_controlled: (translate, params) =>
    translate('webServerRce.sign.serviceControlled', {
      defaultMessage: 'starts or stops services: {what}',
      values: { what: toParam(params, 'what') },
    }),
  data_destroyed: (translate, params) =>
    translate('webServerRce.sign.dataDestroyed', {
      defaultMessage: 'destroys or encrypts data: {what}',
      values: { what: toParam(params, 'what') },
    }),
} satisfies Record<string, SignSentence>;
