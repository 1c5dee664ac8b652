import { toParam } from './sign_sentence';
import type { SignSentence } from './sign_sentence';

/** What a tree runs, brings along and leaves behind in the web root. */
export const RUNNING_SENTENCES = {
  reverse_shell: (translate, params) =>
    translate('webServerRce.sign.reverseShell', {
      defaultMessage: 'opens a shell for another machine: {what}',
      values: { what: toParam(params, 'what') },
    }),
  bind_shell: (translate, params) =>
    translate('webServerRce.sign.bindShell', {
      defaultMessage: 'waits for a connection and offers a shell on it: {what}',
      values: { what: toParam(params, 'what') },
    }),
  raw_connection: (translate, params) =>
    translate('webServerRce.sign.rawConnection', {
      defaultMessage: 'connects to another machine with a bare network tool: {what}',
      values: { what: toParam(params, 'what') },
    }),
  interactive_shell: (translate, params) =>
    translate('webServerRce.sign.interactiveShell', {
      defaultMessage: 'starts an interactive shell: {what}',
      values: { what: toParam(params, 'what') },
    }),
  named_pipe: (translate, params) =>
    translate('webServerRce.sign.namedPipe', {
      defaultMessage: 'makes a named pipe, as shells over a network need it: {what}',
      values: { what: toParam(params, 'what') },
    }),
  escape_to_shell: (translate, params) =>
    translate('webServerRce.sign.escapeToShell', {
      defaultMessage: 'reaches a shell through another program: {what}',
      values: { what: toParam(params, 'what') },
    }),
  nested_shell: (translate, params) =>
    translate('webServerRce.sign.nestedShell', {
      defaultMessage: 'starts a shell inside a shell: {what}',
      values: { what: toParam(params, 'what') },
    }),
  download_run: (translate, params) =>
    translate('webServerRce.sign.downloadRun', {
      defaultMessage: 'downloads and runs code: {what}',
      values: { what: toParam(params, 'what') },
    }),
  download_staged: (translate, params) =>
    translate('webServerRce.sign.downloadStaged', {
      defaultMessage: 'downloads a file to where it can be run or served: {what}',
      values: { what: toParam(params, 'what') },
    }),
  download: (translate, params) =>
    translate('webServerRce.sign.download', {
      defaultMessage: 'calls a web address: {what}',
      values: { what: toParam(params, 'what') },
    }),
  callback: (translate, params) =>
    translate('webServerRce.sign.callback', {
      defaultMessage: 'tells an outside service that it ran: {what}',
      values: { what: toParam(params, 'what') },
    }),
  cloud_metadata: (translate, params) =>
    translate('webServerRce.sign.cloudMetadata', {
      defaultMessage: 'asks the cloud’s metadata service, which hands out credentials: {what}',
      values: { what: toParam(params, 'what') },
    }),
  own_address: (translate, params) =>
    translate('webServerRce.sign.ownAddress', {
      defaultMessage: 'asks for the machine’s public address: {what}',
      values: { what: toParam(params, 'what') },
    }),
  staged_program: (translate, params) =>
    translate('webServerRce.sign.stagedProgram', {
      defaultMessage: 'runs a program from a folder anybody may write to: {what}',
      values: { what: toParam(params, 'what') },
    }),
  written_then_run: (translate, params) =>
    translate('webServerRce.sign.writtenThenRun', {
      defaultMessage: 'writes a file and runs it: {what}',
      values: { what: toParam(params, 'what') },
    }),
  hidden_program: (translate, params) =>
    translate('webServerRce.sign.hiddenProgram', {
      defaultMessage: 'runs a hidden file: {what}',
      values: { what: toParam(params, 'what') },
    }),
  gone_program: (translate, params) =>
    translate('webServerRce.sign.goneProgram', {
      defaultMessage: 'runs a program that no longer is, or never was, a file: {what}',
      values: { what: toParam(params, 'what') },
    }),
  masked_program: (translate, params) =>
    translate('webServerRce.sign.maskedProgram', {
      defaultMessage: 'calls itself like a part of the kernel: {what}',
      values: { what: toParam(params, 'what') },
    }),
  made_executable: (translate, params) =>
    translate('webServerRce.sign.madeExecutable', {
      defaultMessage: 'makes a file executable: {what}',
      values: { what: toParam(params, 'what') },
    }),
  shell_copied: (translate, params) =>
    translate('webServerRce.sign.shellCopied', {
      defaultMessage: 'copies a shell or interpreter under another name: {what}',
      values: { what: toParam(params, 'what') },
    }),
  hidden_folder: (translate, params) =>
    translate('webServerRce.sign.hiddenFolder', {
      defaultMessage: 'makes a hidden folder or file: {what}',
      values: { what: toParam(params, 'what') },
    }),
  web_shell_written: (translate, params) =>
    translate('webServerRce.sign.webShellWritten', {
      defaultMessage: 'writes a script that the web server would run: {what}',
      values: { what: toParam(params, 'what') },
    }),
  script_written: (translate, params) =>
    translate('webServerRce.sign.scriptWritten', {
      defaultMessage: 'writes a script: {what}',
      values: { what: toParam(params, 'what') },
    }),
  page_changed: (translate, params) =>
    translate('webServerRce.sign.pageChanged', {
      defaultMessage: 'changes a page of the site: {what}',
      values: { what: toParam(params, 'what') },
    }),
} satisfies Record<string, SignSentence>;
