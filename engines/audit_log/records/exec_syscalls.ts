/** How a system call starts a program: which argument holds the file name, the vectors follow it. */
interface ExecSyscall {
  readonly firstPointer: 0 | 1;
}

const EXECVE: ExecSyscall = { firstPointer: 0 };
/** Its first argument is a directory descriptor. */
const EXECVEAT: ExecSyscall = { firstPointer: 1 };

/** Marks x32 calls, which share the architecture word of x86_64. */
const X32_BIT = 0x4000_0000;

/** Numbers by AUDIT_ARCH word (`linux/audit.h`), as the audit log writes it. */
const NUMBERS = new Map<string, readonly [execve: number, execveat: number]>([
  ['c000003e', [59, 322]],
  ['40000003', [11, 358]],
  ['c00000b7', [221, 281]],
  ['40000028', [11, 387]],
  ['c00000f3', [221, 281]],
  ['c0000102', [221, 281]],
  ['c0000015', [11, 362]],
  ['80000015', [11, 362]],
  ['80000016', [11, 354]],
]);
const X32: readonly [number, number] = [X32_BIT + 520, X32_BIT + 545];

/** Undefined when the call is not an exec or the architecture unknown. */
export const findExecSyscall = (written: string, number: number): ExecSyscall | undefined => {
  const arch = toArchitecture(written);
  const [execve, execveat] = NUMBERS.get(arch) ?? [-1, -1];
  if (number === execve) return EXECVE;
  if (number === execveat) return EXECVEAT;
  if (arch !== 'c000003e') return undefined;
  if (number === X32[0]) return EXECVE;
  return number === X32[1] ? EXECVEAT : undefined;
};

export const isKnownArchitecture = (written: string): boolean =>
  NUMBERS.has(toArchitecture(written));

/** Some writers quote the word or say in front that it is hexadecimal. */
const toArchitecture = (written: string): string =>
  NUMBERS.has(written) ? written : written.replace(/^"?(?:0x)?(\w*)"?$/, '$1').toLowerCase();
