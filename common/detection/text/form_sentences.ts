import { toParam } from './sign_sentence';
import type { SignSentence } from './sign_sentence';

/** How a tree is written, and what is known beside it. */
export const FORM_SENTENCES = {
  web_shell_marker: (translate, params) =>
    translate('webServerRce.sign.webShellMarker', {
      defaultMessage: 'frames the answer with marks, as web shell clients do: {what}',
      values: { what: toParam(params, 'what') },
    }),
  injection_probe: (translate, params) =>
    translate('webServerRce.sign.injectionProbe', {
      defaultMessage: 'only proves that commands can be run: {what}',
      values: { what: toParam(params, 'what') },
    }),
  injected_command: (translate, params) =>
    translate('webServerRce.sign.injectedCommand', {
      defaultMessage: 'has a command added behind the application’s own: {what}',
      values: { what: toParam(params, 'what') },
    }),
  code_runs_commands: (translate, params) =>
    translate('webServerRce.sign.codeRunsCommands', {
      defaultMessage: 'is a one-liner that runs commands: {what}',
      values: { what: toParam(params, 'what') },
    }),
  code_decodes: (translate, params) =>
    translate('webServerRce.sign.codeDecodes', {
      defaultMessage: 'is a one-liner that decodes and runs code: {what}',
      values: { what: toParam(params, 'what') },
    }),
  code_one_liner: (translate, params) =>
    translate('webServerRce.sign.codeOneLiner', {
      defaultMessage: 'is code given on the command line: {what}',
      values: { what: toParam(params, 'what') },
    }),
  code_from_input: (translate, params) =>
    translate('webServerRce.sign.codeFromInput', {
      defaultMessage: 'runs code from its input: {what}',
      values: { what: toParam(params, 'what') },
    }),
  compiler: (translate, params) =>
    translate('webServerRce.sign.compiler', {
      defaultMessage: 'compiles a program: {what}',
      values: { what: toParam(params, 'what') },
    }),
  code_server: (translate, params) =>
    translate('webServerRce.sign.codeServer', {
      defaultMessage: 'starts a server or code of its own: {what}',
      values: { what: toParam(params, 'what') },
    }),
  hidden_words: (translate, params) =>
    translate('webServerRce.sign.hiddenWords', {
      defaultMessage: 'is written so that it is hard to read: {what}',
      values: { what: toParam(params, 'what') },
    }),
  encoded_command: (translate, params) =>
    translate('webServerRce.sign.encodedCommand', {
      defaultMessage: 'holds encoded commands: {what}',
      values: { what: toParam(params, 'what') },
    }),
  decoded_text: (translate, params) =>
    translate('webServerRce.sign.decodedText', {
      defaultMessage: 'decodes a text: {what}',
      values: { what: toParam(params, 'what') },
    }),
  neighbours_by_hand: (translate, params) =>
    translate('webServerRce.sign.neighboursByHand', {
      defaultMessage:
        'comes within minutes of other commands that look typed by hand, {count} of them',
      values: { count: toParam(params, 'count') },
    }),
  repeated_shape: (translate, params) =>
    translate('webServerRce.sign.repeatedShape', {
      defaultMessage: 'has been seen on this host {count} times since {since}',
      values: { count: toParam(params, 'count'), since: toParam(params, 'since') },
    }),
  application_habit: (translate, params) =>
    translate('webServerRce.sign.applicationHabit', {
      defaultMessage: 'is what web applications often run: {what}',
      values: { what: toParam(params, 'what') },
    }),
  unknown_command: (translate, params) =>
    translate('webServerRce.sign.unknownCommand', {
      defaultMessage: 'runs a program that web applications rarely run: {what}',
      values: { what: toParam(params, 'what') },
    }),
} satisfies Record<string, SignSentence>;
