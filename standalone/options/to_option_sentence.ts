import { i18n } from '@kbn/i18n';
import type { OptionError, OptionProblem } from './option_error';

/** What is wrong with the command line, and what to do. */
export const toOptionSentence = ({ problem, value }: OptionError): string =>
  SENTENCES[problem](value);

const SENTENCES: Record<OptionProblem, (value: string) => string> = {
  unreadable: (value) =>
    i18n.translate('webServerRce.standalone.option.unreadable', {
      defaultMessage: '{value}. --help lists the options.',
      values: { value: value.replace(/\.$/, '') },
    }),
  port: (value) =>
    i18n.translate('webServerRce.standalone.option.port', {
      defaultMessage: '--port takes a number from 0 (any free port) to 65535, not {value}.',
      values: { value },
    }),
  locale: (value) =>
    i18n.translate('webServerRce.standalone.option.locale', {
      defaultMessage: '--locale takes en or zh-CN, not {value}.',
      values: { value },
    }),
  keep: (value) =>
    i18n.translate('webServerRce.standalone.option.keep', {
      defaultMessage: '--keep takes a duration such as 12h or 30d, not {value}.',
      values: { value },
    }),
  keep_size: (value) =>
    i18n.translate('webServerRce.standalone.option.keepSize', {
      defaultMessage: '--keep-size takes a size such as 500MiB or 4GiB, not {value}.',
      values: { value },
    }),
  two_inputs: () =>
    i18n.translate('webServerRce.standalone.option.twoInputs', {
      defaultMessage: '--events and --audit-log exclude each other: give one of them.',
    }),
  processes_alone: () =>
    i18n.translate('webServerRce.standalone.option.processesAlone', {
      defaultMessage: '--processes belongs to --audit-log: give both.',
    }),
  no_home: () =>
    i18n.translate('webServerRce.standalone.option.noHome', {
      defaultMessage: 'There is no home directory to keep data in: name one with --data DIR.',
    }),
};
