/** Everything read from one command line: what `readCommand` answers, for grading and for showing. */
export interface CommandReading {
  /** The command line itself first, then every text found in it, outermost first. */
  readonly layers: readonly CommandLayer[];
  /** Every simple command of all layers, layer by layer. */
  readonly commands: readonly ReadCommand[];
  readonly indicators: readonly Indicator[];
  /** A bound was met, so there is more in the text than was read. */
  readonly isTruncated: boolean;
}

/** How a text was come by. */
export type LayerKind =
  /** Arguments of a program, in shell quotes where they need any. */
  | 'argv'
  /** Text a program was told to run: `sh -c`, `python -c`, `eval`, `system()`. */
  | 'script'
  /** `$(…)`, backquotes, `<(…)`. */
  | 'substitution'
  /** What a shell or an interpreter reads from a pipe, a here-document or a here-string. */
  | 'input'
  /** What is written into a file that is code by its name or first line. */
  | 'file'
  | 'base64'
  | 'base32'
  | 'hex'
  | 'escapes'
  | 'url'
  | 'gzip'
  | 'zlib'
  | 'reversed'
  | 'translated';

export type LayerLanguage =
  'shell' | 'python' | 'perl' | 'php' | 'ruby' | 'node' | 'awk' | 'lua' | 'text';

export interface CommandLayer {
  readonly kind: LayerKind;
  readonly language: LayerLanguage;
  readonly text: string;
  readonly depth: number;
  /** Index of the layer it was found in. */
  readonly from?: number;
  /** Index of the command that carries it: of `bash` for the script of `bash -c`, for `<(…)` and for its input. */
  readonly command?: number;
  /** A quote, a bracket or a here-document has no end; it was read as far as it goes. */
  readonly isIncomplete: boolean;
}

export type ListOperator = '' | ';' | '&' | '&&' | '||';

/** What was done to hide a command from a reader. */
export type Trick =
  /** `w""hoami` */
  | 'quotes'
  /** `who\ami` */
  | 'escape'
  /** `$'\x69\x64'` */
  | 'ansi_c'
  /** `cat$IFS/etc/passwd` */
  | 'ifs'
  /** `/???/b?n/wh?ami` */
  | 'glob'
  /** `a=who;b=ami;$a$b`, `who$u ami` */
  | 'variable'
  /** `{cat,/etc/passwd}` */
  | 'braces'
  /** `$(echo id)` as the program. */
  | 'substitution';

export interface ReadCommand {
  /** The name people know it by: `awk` for /usr/bin/mawk, `nc` for nc.traditional, `wget` for busybox wget. */
  readonly program: string;
  /** The program as written, with quotes removed and expanded. */
  readonly path: string;
  /** Without the program; what could not be expanded stands as written (`$HOME`, `*.php`). */
  readonly args: readonly string[];
  /** Indexes of the arguments that the shell would match with files. */
  readonly globs: readonly number[];
  /** Programs that only start this one: sudo, env, nohup, timeout, busybox, find (`-exec`), … outermost first. */
  readonly wrappers: readonly string[];
  readonly assignments: readonly Assignment[];
  readonly redirections: readonly Redirection[];
  /** Commands with the same number are one pipeline. */
  readonly pipeline: number;
  /** Place in the pipeline, from 0. */
  readonly stage: number;
  /** It reads what another command writes. */
  readonly isPipedFrom: boolean;
  /** Another command reads what it writes. */
  readonly isPipedInto: boolean;
  readonly isInBackground: boolean;
  /** How it follows the pipeline before it; empty for the first one. */
  readonly operator: ListOperator;
  readonly isInSubshell: boolean;
  readonly layer: number;
  readonly tricks: readonly Trick[];
}

export interface Assignment {
  readonly name: string;
  readonly value: string;
}

export type RedirectionOperator =
  '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '&>' | '&>>' | '<<' | '<<-' | '<<<';

export interface Redirection {
  readonly op: RedirectionOperator;
  /** 0 or 1 where none is written. */
  readonly fd: number;
  /** A path, a descriptor, or the text of a here-document. */
  readonly target: string;
}

export type IndicatorKind =
  'url' | 'domain' | 'ipv4' | 'ipv6' | 'port' | 'path' | 'user' | 'hash' | 'email';

/** Something an analyst would search for elsewhere. */
export interface Indicator {
  readonly kind: IndicatorKind;
  readonly value: string;
  /** Of addresses, and of URLs with an address: not reachable from the internet. */
  readonly isPrivate?: boolean;
  /** Index of the first layer that holds it. */
  readonly layer: number;
}
