import { machine, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { runSystemctl } from '../systemd/run_systemctl';
import type { Socket } from '../proc/parse_socket_list';
import { createHostFiles, type HostFiles, type HostRoots } from './host_files';

/** The machine the tables describe, as one query sees it. */
export interface Host {
  readonly files: HostFiles;
  /** Socket lists read so far, by network namespace: a join must not read them again for each process. */
  readonly socketLists: Map<string, readonly Socket[]>;
  /** Addresses by interface name, as `os.networkInterfaces()` gives them. */
  networkInterfaces(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  /** What `systemctl show` says of all units; undefined where systemd does not run. */
  readSystemdUnits(): string | undefined;
  /** As `uname -m` prints it. */
  readonly machine: string;
}

/** This machine; other roots show a fixture tree instead. */
export const createHost = (roots: Partial<HostRoots> = {}): Host => ({
  files: createHostFiles(roots),
  socketLists: new Map(),
  networkInterfaces,
  readSystemdUnits: Object.keys(roots).length === 0 ? runSystemctl : () => undefined,
  machine: machine(),
});
