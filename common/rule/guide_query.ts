/** The Osquery queries of the rule's guide, as the customer gave them; labels differ by language. */
export const GUIDE_SQL = {
  listeningPorts: 'SELECT pid, address, port, socket, protocol, path FROM listening_ports',
  openSockets:
    'SELECT pid, family, remote_address, remote_port, socket, state FROM process_open_sockets',
  processes: 'SELECT name, cmdline, parent, path, uid FROM processes',
  processesOfUser:
    'SELECT name, cmdline, parent, path, uid FROM processes WHERE uid = {{process.user.id}}',
  crontab: 'SELECT * FROM crontab',
} as const;

/** A query as a guide's markdown holds it. It must begin its own line, or Kibana reads it as prose. */
export const toOsqueryBlock = (label: string, query: string): string =>
  `!{osquery${JSON.stringify({ label, query })}}`;
