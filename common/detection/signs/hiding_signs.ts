import { isRunByOwnScript } from '../reading/is_run_by_own_script';
import { findByGlob } from '../../shell/programs/find_by_glob';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const DECODED = /^(?:base64|base32|hex|escapes|gzip|zlib|reversed|translated|url)$/;
const DECODERS =
  /^(?:base64|base32|xxd|openssl|gzip|gunzip|zcat|rev|tr|uudecode|printf|hexdump|od|python\d?|perl|php|awk|sed|cut)$/;
/** Letters taken out of variables, and words put together from nothing. */
const BUILT_WORDS =
  /\$\{(?:PATH|HOME|PWD|SHELL|IFS|USER|BASH|LS_COLORS|#)[:%#/]|\$\{IFS\}|\$IFS|\$@\w|\w\$@|\w\$\*|\$\{\w+\^\^\}|\$\(\s*(?:printf|echo)\s+[^)]{1,200}\)[\w/]|\$'[^'\n]{0,80}\\(?:x|[0-7]{2})|(?:^|[\n;&|]) ?(?:\$\w+|\$\{\w+\}){2,8}(?=$|[\s;&|])|\\x[0-9a-f]{2}\\x[0-9a-f]{2}|\{[a-z]{1,40},[^}\s]{1,200}\}\s*$|\$\(tr\s|\$\{\w+:\d+:\d+\}/i;

const SYSTEM_FOLDERS = 'etc proc root home usr var boot bin sbin dev sys tmp'.split(' ');
const DOCUMENT = /\.(?:pdf|png|jpe?g|gif|webp|docx?|xlsx?|eml|mp[34]|zip)$/i;

/** Words written so that a reader does not see what they do. */
export const HIDING_SIGNS: readonly SignRule[] = [
  {
    id: 'hidden_words',
    technique: 'T1027',
    inCommand: ({ tricks, args, globs, text, in: { place } }) => {
      if (place === 'program') return undefined;
      if (globs.some((at) => isHiddenFolder(args[at] ?? ''))) return { weight: 88, what: text };
      // A program that quotes a text with quotes in it writes the same as somebody who breaks words up.
      if (args.some((arg) => /['"]/.test(arg)) && tricks.every((trick) => trick === 'quotes'))
        return undefined;
      const isCertain = tricks.some((trick) =>
        /^(?:quotes|escape|ansi_c|ifs|glob|braces|substitution)$/.test(trick)
      );
      return seeIf(isCertain, 88, text) ?? seeIf(tricks.includes('variable'), 40, text);
    },
    inLayer: ({ language, text }) =>
      seeIf(language === 'shell' && BUILT_WORDS.test(text), 80, text),
  },
  {
    // What was decoded are commands, or is given to what runs it.
    id: 'encoded_command',
    technique: 'T1027.010',
    inTree: (tree) => {
      for (const start of tree.starts) {
        const { layers, commands } = start.reading;
        const at = layers.findIndex(
          ({ kind, language }, index) =>
            DECODED.test(kind) &&
            language !== 'text' &&
            (language !== 'shell' || commands.some(({ layer }) => layer === index))
        );
        const layer = layers[at];
        if (layer !== undefined && start.place !== 'program')
          return { weight: 92, what: layer.text, start };
        const fed = commands.find(
          (command) =>
            command.isPipedFrom &&
            /^(?:(?:ba|da|z|k|a)?sh|python[\d.]*|perl|php|ruby|node|eval|xargs)$/.test(
              command.program
            ) &&
            !isRunByOwnScript(command) &&
            commands.some(
              (other) =>
                other.pipeline === command.pipeline &&
                other.stage === command.stage - 1 &&
                isDecoder(other.program, other.args)
            )
        );
        if (fed !== undefined && start.place !== 'program')
          return { weight: 92, what: start.start.args.at(-1) ?? fed.program, start };
      }
      return undefined;
    },
  },
  {
    id: 'decoded_text',
    technique: 'T1140',
    programs: /^(?:base64|base32|xxd|openssl|uudecode)$/,
    inCommand: ({ program, args, redirections, text }) =>
      seeIf(
        (/^(?:base64|base32)$/.test(program) &&
          args.some((arg) => /^-\w*[dD]|^--decode$/.test(arg))) ||
          (program === 'xxd' && args.some((arg) => /^-\w*r/.test(arg))) ||
          (program === 'openssl' &&
            /^(?:enc|base64)$/.test(args[0] ?? '') &&
            args.includes('-d')) ||
          program === 'uudecode',
        // Pictures and attachments come so.
        redirections.some(({ op, target }) => op.startsWith('>') && DOCUMENT.test(target))
          ? 24
          : 56,
        text
      ),
  },
];

/** `/e?c/p*s*d`: a folder that is the same on every system, so that nobody needs a pattern to find it. */
const isHiddenFolder = (path: string): boolean => {
  const [, folder = ''] = /^\/([^/]*[?*[][^/]*)/.exec(path) ?? [];
  return /^\?+$/.test(folder) || findByGlob(folder, SYSTEM_FOLDERS) !== undefined;
};

const isDecoder = (program: string, args: readonly string[]): boolean =>
  DECODERS.test(program) &&
  (/^(?:gunzip|zcat|rev|uudecode)$/.test(program) ||
    (program === 'printf' && /\\x|\\[0-7]{3}/.test(args.join(''))) ||
    (program === 'tr' && args.length >= 2) ||
    args.some((arg) => /^-\w*[dDr]\w*$|^--decode$|decode|unhex/.test(arg)));
