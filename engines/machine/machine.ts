import { machine, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { runSystemctl } from './systemd/run_systemctl';
import type { Socket } from './proc/parse_socket_list';
import { createMachineFiles, type MachineFiles, type MachineRoots } from './files/machine_files';

/** The machine the tables describe, as one query sees it. */
export interface Machine {
  readonly files: MachineFiles;
  /** Sockets read so far, by the inode of their network namespace's list of unix sockets. */
  readonly socketLists: Map<bigint, readonly Socket[]>;
  /** When the machine started, in Unix seconds; undefined where that can't be read. Read once. */
  bootTime(): number | undefined;
  /** Addresses by interface name, as `os.networkInterfaces()` gives them. */
  networkInterfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** What `systemctl show` says of all units; undefined where systemd does not run. */
  readSystemdUnits(): string | undefined;
  /** As `uname -m` prints it. */
  readonly machine: string;
}

const findBootTime = (files: MachineFiles): number | undefined => {
  const found = /^btime (\d+)$/m.exec(files.readText('/proc/stat') ?? '');
  return found ? Number(found[1]) : undefined;
};

const createBootTime = (files: MachineFiles): (() => number | undefined) => {
  let found: { readonly time: number | undefined } | undefined;
  return () => (found ??= { time: findBootTime(files) }).time;
};

/** This machine; other roots show a fixture tree instead. */
export const createMachine = (roots: Partial<MachineRoots> = {}): Machine => {
  const files = createMachineFiles(roots);
  return {
    files,
    socketLists: new Map(),
    bootTime: createBootTime(files),
    networkInterfaces,
    readSystemdUnits: Object.keys(roots).length === 0 ? runSystemctl : () => undefined,
    machine: machine(),
  };
};
