import { toAbsolute, toOperands } from '../reading/command_facts';
import { isGrammarCheck } from '../reading/is_grammar_check';
import { isJsonCode } from '../reading/is_json_code';
import { isWritablePath } from '../reading/paths';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const INTERPRETER =
  /^(?:python[\d.]*|pypy[\d.]*|perl|ruby|php|node|nodejs|lua|tclsh|jrunscript|jshell|groovy|osascript|Rscript|julia|ghc|erl|deno|bun)$/;
const RUNS_INPUT = new RegExp(
  `^(?:(?:ba|da|z|k|a)?sh|\\$0|\\$SHELL|\\$BASH)$|${INTERPRETER.source}`
);
const RUNS_COMMANDS =
  /os\.(?:system|popen|exec\w*|spawn\w*|set[reug]+id)|subprocess|commands\.getoutput|pty\.|__import__|\bsystem\s*[(\s"'`]|shell_exec|passthru|proc_open|popen|pcntl_exec|\bexec\s*[(\s"'`[]|`[^`]+`|qx[{(/]|%x[{(/]|posix_set[ug]id|POSIX::set[ug]id|process\.set[ug]id|child_process|execSync|spawnSync|IO\.popen|Open3|Kernel\.|os\.execute|io\.popen|Runtime/;
const DECODES =
  /base64|b64decode|decode\(|fromhex|unhexlify|gzinflate|zlib|rot13|pack\s*\(?["']H|chr\(\d|\\x[0-9a-f]{2}\\x|Buffer\.from|unpack|marshal|atob\(/i;
const EVALUATES = /\beval\b|\bexec\b|assert\(|compile\(|loadstring|new Function|instance_eval/;
const READS_FILES =
  /open\(|file_get_contents|readfile|File\.read|readFileSync|highlight_file|show_source|fopen|scandir|glob\(|listdir|os\.walk|\bDir\b/;
/** What programs and installers ask an interpreter: its version, its settings, whether a module is there. */
const ASKS_ITSELF =
  /^\s*(?:import [\w\s,]{1,80};\s*)?(?:print\s*\(?|echo|puts|console\.log\(|printf?)?\s*\(?["']?(?:sys\.version|sys\.path|sys\.executable|platform\.|PHP_VERSION|phpversion\(|PHP_\w+|ini_get|php_ini|extension_loaded|get_loaded_extensions|php_sapi_name|process\.version|\$\^V|\$\]|RUBY_VERSION|__version__|\w{1,40}\.__version__|\$[\w:]{1,60}::VERSION|sysconfig|site\.|json\.tool|phpinfo\(\))|^\s*foreach\s*\(\s*ini_get_all|^\s*(?:import|use|require)\s+["']?[\w.:'"]{1,100};?\s*$/;
/** All that a process was told by its surroundings: passwords among it. */
const WHOLE_ENVIRONMENT =
  /process\.env\s*\)|os\.environ\b(?!\s*(?:\[|\.get))|\bgetenv\(\)|\$_(?:ENV|SERVER)\b(?!\s*\[)|%ENV\b|\bENV\.(?:to_h|each|inspect|map)/;
/** What comes through a pipe, as interpreters name it. */
const FROM_INPUT = /\bstdin\b|readFileSync\(0\b/i;
const COMPILER =
  /^(?:make|go|(?:gcc|cc|g\+\+|c\+\+|clang(?:\+\+)?|tcc|c99|gfortran|rustc|ghc|javac|mcs|fpc|nasm|as|ld)(?:-[\d.]+)?)$/;
const OTHER_LANGUAGES = ['python', 'perl', 'php', 'ruby', 'node', 'lua'];

/** Code given on a command line, and what is made into code. */
export const CODE_SIGNS: readonly SignRule[] = [
  {
    id: 'code_runs_commands',
    technique: 'T1059',
    inLayer: ({ kind, language, text }) => {
      if (kind !== 'script' && kind !== 'input') return undefined;
      if (language === 'awk')
        return seeIf(
          /\bsystem\s*\(|\|\s*getline|"\s*\|&|print.*\|\s*"(?:ba)?sh"/.test(text),
          86,
          text
        );
      return seeIf(OTHER_LANGUAGES.includes(language) && RUNS_COMMANDS.test(text), 85, text);
    },
    inCommand: ({ program, wrappers, text }) => {
      const isByFind =
        wrappers.includes('find') &&
        !/^(?:rm|chmod|chown|touch|ls|stat|du|gzip|mv|cp|md5sum|sha\d+sum|grep|wc|file|convert|jpegoptim|optipng)$/.test(
          program
        );
      return seeIf(isByFind, 84, text);
    },
  },
  {
    id: 'code_decodes',
    technique: 'T1140',
    inLayer: ({ kind, language, text }) =>
      seeIf(
        (kind === 'script' || kind === 'input') &&
          OTHER_LANGUAGES.includes(language) &&
          DECODES.test(text) &&
          EVALUATES.test(text),
        93,
        text
      ),
  },
  {
    id: 'code_one_liner',
    technique: 'T1059',
    inLayer: ({ kind, language, text }) => {
      if (kind !== 'script' || !OTHER_LANGUAGES.includes(language)) return undefined;
      // All that the interpreter was told, to whoever reads the page.
      if (/^\s*phpinfo\s*\(\s*\)\s*;?\s*$/.test(text)) return { weight: 74, what: text };
      const isOfInput = isJsonCode(text) && FROM_INPUT.test(text);
      if ((text.length < 300 && ASKS_ITSELF.test(text)) || text.length < 5 || isOfInput)
        return { weight: 10, what: text };
      if (WHOLE_ENVIRONMENT.test(text)) return { weight: 76, what: text };
      // A file of settings shown as what it sets.
      if (
        /\b(?:include|require)(?:_once)?\b[^;]*(?:config|settings|env\b)[^;]*;\s*(?:echo|print|var_dump)/.test(
          text
        )
      )
        return { weight: 76, what: text };
      if (/(?:print_r|var_dump|var_export|json_encode|echo)\W{0,3}(?:include|require)/.test(text))
        return { weight: 76, what: text };
      // A number or a sum whose answer shows who computed it.
      if (
        /^\W*(?:BEGIN\W*)?(?:print|echo|puts|printf?|console\.log)\W*\d+(?:\s*[*+-]+\s*\d+)?\W*$/.test(
          text
        )
      )
        return { weight: 80, what: text };
      // A code that only waits is a question put in time.
      if (/\bsleep\s*\(?\s*\d/.test(text) && text.length < 80) return { weight: 80, what: text };
      // One value out of a file of settings, as shell scripts get it.
      const isOfJson =
        /json/i.test(text) &&
        !/\/etc\/|\.\.\/|environ|passw|\.env\b/.test(text) &&
        text.length < 200;
      return {
        weight: READS_FILES.test(text)
          ? isOfJson
            ? 40
            : 76
          : /socket|connect|urlopen|http/i.test(text)
            ? 80
            : 46,
        what: text,
      };
    },
  },
  {
    id: 'code_from_input',
    technique: 'T1059',
    programs: RUNS_INPUT,
    inCommand: ({ program, args, isPipedFrom, redirections, text }) => {
      const isBare =
        args.every((arg) => arg === '-' || /^-(?:s|\w*)$/.test(arg)) &&
        !args.some((arg) => /^-\w*[ceEr]$/.test(arg));
      const isFed = isPipedFrom || redirections.some(({ op }) => op.startsWith('<'));
      // An interpreter that waits for what somebody types.
      const isOpen =
        /^(?:(?:python|perl|ruby|lua)|php (?:-a|--interactive)|python -i|node -i)$/.test(
          [program, ...args].join(' ')
        );
      return (
        seeIf(isBare && isFed && !isGrammarCheck({ program, args }), 84, text) ??
        seeIf(isOpen, 74, text)
      );
    },
  },
  {
    id: 'compiler',
    technique: 'T1027.004',
    programs: COMPILER,
    inCommand: ({ program, args, text }) => {
      const isCompiler =
        program !== 'make' && (program !== 'go' || /^(?:build|run)$/.test(args[0] ?? ''));
      // Python's ctypes looks a library up by linking nothing with it.
      const isLookUp = args.includes('-Wl,-t');
      const isQuestion = isLookUp || /^(?:--version|-v|-V)$/.test(args.join(' '));
      // A page that compiles what its visitors hand in names both files in full.
      const files = args.filter((arg) => /[./]/.test(arg) && !arg.startsWith('-'));
      const isNamed =
        files.length >= 2 && files.every((arg) => /^\/(?!tmp|var\/tmp|dev)/.test(arg));
      return (
        seeIf(isCompiler, isQuestion ? 36 : isNamed ? 44 : 82, text) ??
        seeIf(program === 'make', args.some(isWritablePath) ? 76 : 34, text)
      );
    },
  },
  {
    id: 'code_server',
    technique: 'T1071.001',
    inCommand: (command) => {
      const { program, args, text } = command;
      const joined = args.join(' ');
      const isServer =
        (/^python/.test(program) &&
          /-m\s+(?:http\.server|SimpleHTTPServer|pyftpdlib)/.test(joined)) ||
        (program === 'php' && /(?:^|\s)-S\s?\S+:\d+/.test(joined)) ||
        (program === 'ruby' && /-run\b.*httpd/.test(joined)) ||
        (program === 'httpd' && command.wrappers.includes('busybox'));
      const isStaged =
        INTERPRETER.test(program) &&
        !isGrammarCheck(command) &&
        toOperands(command)
          .slice(0, 1)
          .some(
            (path) =>
              isWritablePath(toAbsolute(path, command)) && !/\/(?:php\w{6}|tmp\w+\.\w+)$/.test(path)
          );
      return seeIf(isServer || isStaged, 84, text);
    },
  },
];
