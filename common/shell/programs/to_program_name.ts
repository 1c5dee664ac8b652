import { rememberNames } from '../remember_names';

/** Names that distributions give to one program. */
const ALIASES: Readonly<Record<string, string>> = {
  mawk: 'awk',
  gawk: 'awk',
  nawk: 'awk',
  'original-awk': 'awk',
  ncat: 'nc',
  netcat: 'nc',
  nodejs: 'node',
  pypy: 'python',
  'php-cli': 'php',
  'php-cgi': 'php',
  luajit: 'lua',
  vi: 'vim',
  nvim: 'vim',
  gmake: 'make',
  gsed: 'sed',
  gtar: 'tar',
  bsdtar: 'tar',
  egrep: 'grep',
  fgrep: 'grep',
  zgrep: 'grep',
  rgrep: 'grep',
};
const VERSIONED =
  /^(python|pypy|perl|php|php-cgi|ruby|lua|luajit|node|nodejs|java|gcc|g\+\+|cc|clang|awk|tclsh)[-.]?\d[\w.]*$/;
/** nc.traditional, vim.basic, iptables-legacy. */
const FLAVOUR =
  /(?:[.-](?:traditional|openbsd|distrib|real|orig|basic|tiny|nox|gtk3|legacy|nft|gnu|static))+$/;

/** The name people know a program by: `awk` for /usr/bin/mawk, `python` for python3.11, `nc` for nc.traditional. */
export const toProgramName = rememberNames((path) => {
  // Servers write a title there (`nginx: worker process`), login shells a hyphen, the kernel what was removed.
  const written = path.replace(/ \(deleted\)$/, '').replace(/^([\w./-]{1,200}): [^]*$/, '$1');
  const name = written.slice(written.lastIndexOf('/') + 1).replace(/^-(?=[a-z]*sh$)/, '');
  const plain = name.replace(FLAVOUR, '');
  const unversioned = VERSIONED.exec(plain)?.[1] ?? plain;
  return ALIASES[unversioned] ?? unversioned;
});
