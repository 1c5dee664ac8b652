import type { MachineFiles } from '../files/machine_files';
import {
  FAMILY,
  parseInetSockets,
  parsePacketSockets,
  parseUnixSockets,
  type Socket,
} from './parse_socket_list';

/** Internet protocols with a list of their own under `/proc/net`. */
const PROTOCOLS = { icmp: 1, tcp: 6, udp: 17, udplite: 136, raw: 255 };

/** All sockets of the network namespace that `directory` (`/proc/PID/net`) shows; lists that can't be read are left out. */
export const readSockets = (files: MachineFiles, directory: string): Socket[] => {
  const read = (list: string): string => files.readText(`${directory}/${list}`) ?? '';
  return [
    ...Object.entries(PROTOCOLS).flatMap(([name, protocol]) => [
      ...parseInetSockets(read(name), FAMILY.inet, protocol),
      ...parseInetSockets(read(`${name}6`), FAMILY.inet6, protocol),
    ]),
    ...parseUnixSockets(read('unix')),
    ...parsePacketSockets(read('packet')),
  ];
};
