import { expect, it } from 'vitest';
import { findExecSyscall } from './exec_syscalls';

it.each([
  ['x86_64 execve', 'c000003e', 59, 0],
  ['x86_64 execveat', 'c000003e', 322, 1],
  ['x32 execve', 'c000003e', 0x4000_0000 + 520, 0],
  ['x32 execveat', 'c000003e', 0x4000_0000 + 545, 1],
  ['32-bit execve', '40000003', 11, 0],
  ['32-bit execveat', '40000003', 358, 1],
  ['aarch64 execve', 'c00000b7', 221, 0],
])('knows %s and where its file name stands', (_what, arch, number, firstPointer) => {
  expect(findExecSyscall(arch, number)).toEqual({ firstPointer });
});

it('does not take the number of another architecture', () => {
  // 11 is munmap on x86_64, 59 is oldolduname on i386.
  expect(findExecSyscall('c000003e', 11)).toBeUndefined();
  expect(findExecSyscall('40000003', 59)).toBeUndefined();
  expect(findExecSyscall('c00000b7', 0x4000_0000 + 520)).toBeUndefined();
  expect(findExecSyscall('constructor', 59)).toBeUndefined();
});
