import { isInterpreter, toAbsolute, toOperands, toWrittenFiles } from '../reading/command_facts';
import { isGrammarCheck } from '../reading/is_grammar_check';
import {
  isHiddenPath,
  isPackagedPath,
  isUploadPath,
  isWritablePath,
  toFileName,
} from '../reading/paths';
import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const SHELL_FILE = /(?:^|\/)(?:ba|da|z|k)?sh$|(?:^|\/)(?:busybox|python[\d.]*|perl|nc|nmap)$/;
const NO_SCRIPT =
  /\.(?:jpe?g|png|gif|webp|ico|svg|bmp|pdf|docx?|xlsx?|mp[34]|zip|txt|log|css|woff2?|ttf)$/i;
/** Names of the kernel's threads, which no file has. */
const KERNEL_NAME =
  /^\[.*\]$|^(?:kworker|kthreadd|ksoftirqd|kswapd|migration|rcu_\w+|kdevtmpfs|kauditd|khugepaged|watchdog)(?:\/|$)/;

const BESIDE_PAGES =
  /^\/(?:var\/www(?:\/[\w.-]+)?|srv\/(?:www|http)|usr\/share\/nginx)\/(?:html|htdocs|public_html|www)\/[\w-]+$|^\/var\/www\/[\w-]+$|\/webapps\/(?:ROOT\/)?[\w-]+$/;

/** Programs that were brought along, and what makes them run. */
export const STAGING_SIGNS: readonly SignRule[] = [
  {
    id: 'staged_program',
    technique: 'T1059',
    inCommand: (command) => {
      const path = toRunFile(command);
      if (path === undefined) return undefined;
      if (isWritablePath(path)) return seeIf(true, 88, command.text);
      if (isPackagedPath(path) || isTool(path)) return undefined;
      const isScript = isInterpreter(command.program);
      // Nobody calls a program a picture or a text but to get it past a page.
      if (NO_SCRIPT.test(path)) return seeIf(true, 84, command.text);
      if (isUploadPath(path)) return seeIf(true, isScript ? 60 : 80, command.text);
      // Beside the pages, where nothing but what the server shows belongs.
      const isOfBuild =
        /\.\w+$|^\.\/(?:artisan|gradlew|mvnw|configure|deploy\S*|build\S*|console)$/.test(
          command.path
        );
      if (BESIDE_PAGES.test(path) && !isScript && !isOfBuild) return seeIf(true, 76, command.text);
      // `./x` is run by whoever stands beside the file; applications name theirs in full.
      const isBeside = /^\.\/[^/]+$/.test(command.path);
      if (isBeside) return seeIf(true, isOfBuild ? 46 : 76, command.text);
      // `sh a.sh`, `python3 x.py`: nobody who keeps software names it so.
      return seeIf(
        isScript &&
          command.in.place === 'typed' &&
          !isInNamedFolder(command) &&
          command.args.some((arg) => /^\w{1,2}\.(?:sh|py|pl|rb|php|js|lua)$/.test(arg)),
        74,
        command.text
      );
    },
  },
  {
    id: 'hidden_program',
    technique: 'T1564.001',
    inCommand: (command) => {
      const path = toRunFile(command);
      return seeIf(
        path !== undefined &&
          (isHiddenPath(path) || (/\/\.config\//.test(path) && !isTool(path))) &&
          !path.startsWith('/usr/'),
        86,
        command.text
      );
    },
  },
  {
    id: 'gone_program',
    technique: 'T1070.004',
    inCommand: ({ isStart, text, in: { start } }) =>
      seeIf(
        isStart &&
          /^(?:\/memfd:|\/proc\/(?:self|\d+)\/fd\/)| \(deleted\)$/.test(start.executable ?? ''),
        92,
        text
      ),
  },
  {
    id: 'masked_program',
    technique: 'T1036.004',
    inCommand: ({ isStart, text, in: { start } }) =>
      seeIf(
        isStart && KERNEL_NAME.test(start.args[0] ?? '') && start.executable !== undefined,
        93,
        text
      ),
  },
  {
    // Whatever folder it is: a file that the tree makes and then runs.
    id: 'written_then_run',
    technique: 'T1059',
    inTree: (tree) => {
      const written = new Set(
        tree.commands.flatMap((command) =>
          toWrittenFiles(command).map((path) => toAbsolute(path, command))
        )
      );
      if (written.size === 0) return undefined;
      const run = tree.commands.find((command) => {
        const path = toRunFile(command);
        return path !== undefined && written.has(path) && !isPackagedPath(path);
      });
      return run && { weight: 88, what: run.text, start: run.in };
    },
  },
  {
    id: 'made_executable',
    technique: 'T1222.002',
    programs: /^chmod$/,
    inCommand: (command, tree) => {
      const [mode = '', ...files] = command.args.filter(
        (arg) => !/^-[a-zA-Z]+$/.test(arg) || /x/.test(arg)
      );
      const isExecutable =
        /^[ugoa]*\+\w*x|^[0-7]?[0-7]*[1357][0-7]*$/.test(mode) &&
        !/^[0-7]?[0246][0246]{2}$/.test(mode);
      if (!isExecutable || files.length === 0) return undefined;
      // A folder that the same line makes is no program.
      const isFolder = tree.commands.some(
        (other) => other.program === 'mkdir' && files.every((file) => other.args.includes(file))
      );
      if (isFolder) return undefined;
      if (files.some((file) => isStagedFile(file, command))) return seeIf(true, 80, command.text);
      const isRun = files.some((file) => isRunInTree(file, command, tree));
      // Deploying sets modes of whole folders; somebody with one file in mind names it and asks for all rights.
      return seeIf(
        true,
        isRun
          ? 76
          : /^0?777$/.test(mode) ||
              (/^[ugoa]*\+x$/.test(mode) && !command.args.includes('-R') && !files.every(isTool))
            ? 74
            : 20,
        command.text
      );
    },
  },
  {
    id: 'shell_copied',
    technique: 'T1036.003',
    programs: /^(?:cp|ln|mv|install|dd)$/,
    inCommand: (command) => {
      const isShell = toOperands(command)
        .slice(0, -1)
        .some((file) => file.startsWith('/') && SHELL_FILE.test(file));
      return seeIf(isShell, 86, command.text);
    },
  },
  {
    id: 'hidden_folder',
    technique: 'T1564.001',
    programs: /^(?:mkdir|touch|mv|cp)$/,
    inCommand: (command) =>
      seeIf(
        toOperands(command).some(
          (path) =>
            isHiddenPath(path) &&
            (isWritablePath(toAbsolute(path, command)) ||
              /\/(?:html|htdocs|public_html|www|webapps|ROOT)\/\.[\w-]+\/?$/.test(path))
        ),
        74,
        command.text
      ),
  },
];

/** The file a command runs: itself, or the script an interpreter is given. */
const toRunFile = (command: SeenCommand): string | undefined => {
  const {
    program,
    path,
    args,
    isStart,
    in: { start },
  } = command;
  const place = (file: string): string => toAbsolute(file, command);
  if (isGrammarCheck(command)) return undefined;
  if (isInterpreter(program)) {
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const hasCode = args
      .slice(0, at === -1 ? undefined : at)
      .some((arg) => /^-\w*[cer]$/.test(arg));
    const script = args[at];
    if (script !== undefined && !hasCode && /^[.~/\w]/.test(script) && isPathLike(script, program))
      return place(script);
  }
  const jar =
    program === 'java' && args.includes('-jar') ? args[args.indexOf('-jar') + 1] : undefined;
  if (jar !== undefined) return place(jar);
  // Classes that lie where anybody writes.
  const classes = args
    .filter((_, at) => /^(?:-cp|-classpath|--class-path)$/.test(args[at - 1] ?? ''))
    .flatMap((paths) => paths.split(':'))
    .find(isWritablePath);
  if (program === 'java' && classes !== undefined) return classes;
  const own =
    isStart &&
    command.wrappers.length === 0 &&
    start.executable !== undefined &&
    !/\/(?:ba|da)sh$/.test(start.executable)
      ? start.executable
      : path;
  return own.includes('/') ? place(own) : undefined;
};

const isPathLike = (text: string, program: string): boolean =>
  text.includes('/') || /\.\w{1,4}$/.test(text) || program === '.' || program === 'source';

/** `cd /srv/app && php a.php`: whoever keeps it names its folder in full, and minds that it is there. */
const isInNamedFolder = ({ operator, folder = '', in: { reading } }: SeenCommand): boolean =>
  operator === '&&' &&
  folder.startsWith('/') &&
  reading.commands.some(({ program, args }) => program === 'cd' && args.includes(folder));

/** Helpers that applications bring along. */
const isTool = (path: string): boolean => /\/(?:vendor|node_modules|bin)\//.test(path);

const isStagedFile = (file: string, command: SeenCommand): boolean => {
  const path = toAbsolute(file, command);
  return isWritablePath(path) || isHiddenPath(path);
};

const isRunInTree = (file: string, command: SeenCommand, tree: TreeReading): boolean =>
  tree.commands.some(
    (other) =>
      other !== command &&
      other.program !== 'chmod' &&
      toFileName(other.path) === toFileName(file) &&
      other.path.includes('/')
  );
