/** A program's own way to run what it is told, and the words that ask for it. */
interface Escape {
  readonly programs: RegExp;
  /** Of the arguments, joined by blanks. */
  readonly form: RegExp;
  readonly unless?: RegExp;
}

const SHELL = /(?:^|[/"'\s:,=])(?:ba|da|z|k|a)?sh\b/;
const COMPRESSOR =
  '(?:/usr/bin/)?(?:pigz|gzip|zstd|zstdmt|xz|bzip2|lz4|lzop|lbzip2|pbzip2|brotli)\\b';

/** gtfobins.github.io and what is published of injected arguments. */
export const ESCAPES: readonly Escape[] = [
  {
    programs: /^tar$/,
    form: new RegExp(
      `--checkpoint-action=?\\s*exec|--(?:to|rsh)-command\\b|(?:^|\\s)(?:-I\\s*|--use-compress-program[=\\s]+)['"]?(?!${COMPRESSOR})\\S`
    ),
  },
  { programs: /^python[\d.]*$/, form: /(?:^|\s)-m\s*(?:pty|code)(?=\s|$)/ },
  { programs: /^zip$/, form: /(?:^|\s)-TT\b|--unzip-command/ },
  { programs: /^sort$/, form: new RegExp(`--compress-program[=\\s]+(?!${COMPRESSOR})\\S`) },
  { programs: /^split$/, form: new RegExp(`--filter[=\\s]+['"]?(?!${COMPRESSOR})\\S`) },
  {
    programs: /^(?:vim?|view|ex|ed|nano|less|more|man|ftp|gdb|rvim)$/,
    form: /:?!|-c\s*:|shell/,
  },
  { programs: /^man$/, form: /(?:^|\s)(?:-P|--pager)/ },
  {
    programs: /^git$/,
    form: /config\s.{0,200}core\.(?:sshCommand|pager|editor|fsmonitor)\s+\S|config\s.{0,200}alias\.\S+\s+['"]?!|-c\s+(?:core\.(?:pager|sshCommand|fsmonitor=[^f]|editor)|alias\.)|ext::|--(?:upload-pack|receive-pack|open-files-in-pager)|^(?:archive|clone|fetch|pull|ls-remote)\s.{0,200}--exec[=\s]|^clone\s(?:.{0,200}\s)?-u\s|^grep\s(?:.{0,200}\s)?-O/,
  },
  {
    programs: /^sed$/,
    // A command by itself, or a substitution whose result is one; the mark between its parts is no letter.
    form: /(?:^|\s)['"]?\d*e\s|(?:^|[\s;{'"\d$/])s([^\w\s\\])(?:\\.|(?!\1)[^\\]){0,200}\1(?:\\.|(?!\1)[^\\]){0,200}\1[\dgpiImM]*e[\dgpiImM]*(?=$|[\s;'"}])/,
  },
  { programs: /^nmap$/, form: /--interactive|--script[= ]\/|--script=<|os\.execute/ },
  { programs: /^rsync$/, form: /-e\s+['"]?\S{0,200}sh\b(?!\s)/, unless: /ssh/ },
  {
    programs: /^(?:ssh|scp|sftp)$/,
    form: /ProxyCommand|LocalCommand|(?:^|\s)-S\s*\/(?:tmp|var|dev)/i,
  },
  {
    programs: /^find$/,
    form: /-exec(?:dir)?\s+\S{0,200}\b(?:ba|da)?sh\b.{0,400}(?:-quit|-maxdepth 0)|-maxdepth 0.{0,400}-exec(?:dir)?\s+\S{0,200}\b(?:ba|da)?sh\b/,
  },
  { programs: /^start-stop-daemon$/, form: SHELL },
  {
    programs: /^(?:expect|tclsh|gimp|irb|jjs|jrunscript|cpan|rview|run-mailcap|zsoelim)$/,
    form: /exec|spawn|system/,
  },
  // Printers take pages so.
  { programs: /^(?:gs|ps2pdf\w*|epstopdf)$/, form: /%pipe%(?!lpr?\b)/ },
  {
    programs: /^(?:gnuplot|exiftool)$/,
    form: /\bsystem\b|`|(?:-config|-load)\s+\/(?:tmp|var\/tmp|dev\/shm)\//,
  },
  {
    programs: /^(?:convert|magick|identify|mogrify|composite|montage)$/,
    form: /\b(?:msl|mvg|ephemeral):|"\|/,
  },
  {
    programs: /^(?:(?:pdf|xe|lua)?(?:la)?tex|latexmk)$/,
    form: /\\(?:immediate\\)?write18|\\input\s*\{?\||(?:^|\s)--?(?:shell-escape|enable-write18|luaonly)(?=\s|$)/,
  },
  { programs: /^pandoc$/, form: /(?:-F|-L|filter)[=\s]*\/(?:tmp|var\/tmp|dev\/shm)\// },
  { programs: /^sendmail$/, form: /(?:^|\s)-X\s*\/|(?:^|\s)-be\b|-OQueueDirectory=|\$\{run/ },
  { programs: /^sqlite3$/, form: /\.(?:shell|system)\b/ },
  { programs: /^wget2?$/, form: /--use-askpass/ },
  { programs: /^mailx?$/, form: /-E\s*set\b|~!/ },
];
