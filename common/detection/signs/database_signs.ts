import { isWritablePath } from '../reading/paths';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const CLIENTS =
  /^(?:redis-cli|mysql|mariadb|psql|sqlite3|mongo|mongosh|etcdctl|consul|sqlcmd|cqlsh|sqlplus|clickhouse-client|mysqlshow|mysqlbinlog)$/;
const DUMPERS = /^(?:mongodump|mongoexport|pg_dumpall|elasticdump|redis-cli|sqlite3)$/;
const OF_REDIS =
  /config\s+set|config\s+get\s+["']?(?:dir|dbfilename|requirepass|masterauth|\*)|slaveof|replicaof|module\s+load|save|keys|eval|flushall|client\s+list|\bmonitor$|migrate|--scan(?!.*--pattern)|--rdb/i;
const CURIOUS =
  /(?:^|\s|\()select\s*\(?\s*(?:@@)?(?:user|current_user|session_user|database|current_database|hostname|datadir)\b|show\s+(?:databases|dbs|collections|tables|grants)|describe\s+(?:keyspaces|tables)|information_schema|from\s+\S*(?:user|account|admin|member|customer|card|wp_users)|load_file|into\s+outfile|pg_(?:shadow|read_file)|\\(?:dt|l|du|d)\b|\bget\b.*--prefix|\bkv\b.*-recurse|listDatabases|getDBNames|(?:^|\s)(?:-l|--list)$|get(?:Users|Collection)|\.find\(|\.(?:tables|schema)\b|copy\s.*program|\\!/i;
/** How many there are is what reports are made of. */
const SUM = /\b(?:count|sum|avg|min|max)\s*\(|group\s+by/i;
/** Columns and no frame: who asks takes the answer apart. */
const FOR_PROGRAMS = /(?:^|\s)-(?:json|csv|batch|[NBAt]+)\b|--(?:json|csv|batch|tuples-only)/;
const WHOLE_TABLE = /\bselect\s+\*\s+from\s+[\w."`]+\s*;?\s*["']?$/i;
/** Options after which a client has something to do, or only says who it is. */
const HAS_WORK =
  /^(?:-e|-c|-f|-l|-B|-D|-[VI?]|--(?:execute|command|file|list|database|dbname|defaults\S*|login-path|eval|version|help|pipe|stat|latency\S*|scan|bigkeys|rdb|cluster)(?:=.*)?|-e.+|-f.+)$/;
/** Letters of options that take the next word. */
const VALUED: Readonly<Record<string, RegExp>> = {
  mysql: /^-[uhPS]$/,
  mariadb: /^-[uhPS]$/,
  psql: /^-[Uhp]$/,
  'redis-cli': /^(?:-[hpasnu]|--(?:user|pass))$/,
};

/** Data taken out of databases, by their own clients. */
export const DATABASE_SIGNS: readonly SignRule[] = [
  {
    id: 'database_read',
    technique: 'T1213',
    programs: new RegExp(`${CLIENTS.source}|${DUMPERS.source}`),
    inCommand: (command) => {
      const { program, args, redirections, isPipedInto, text } = command;
      const joined = args.join(' ');
      const isAside = /dump|export/.test(program);
      // Of all that it holds into a file where anybody writes.
      if (isAside || /\.(?:backup|clone|output|once|save|dump)\b|--rdb/.test(joined)) {
        if (args.flatMap((arg) => arg.split(/[\s=]/)).some(isWritablePath))
          return seeIf(true, 80, text);
      }
      if (isAside) return seeIf(args.length === 0, 74, text);
      if (program === 'redis-cli' && OF_REDIS.test(joined)) return seeIf(true, 80, text);
      if (isOpened(command)) return seeIf(true, 74, text);
      if (program === 'redis-cli') return undefined;
      if (/^mysql(?:show|binlog)$/.test(program))
        return seeIf(!args.every((arg) => /^-V$|^--(?:version|help)$/.test(arg)), 74, text);
      const isCurious = CURIOUS.test(joined);
      // All of it, to whoever reads the answer.
      const isShown =
        !isPipedInto &&
        redirections.length === 0 &&
        !FOR_PROGRAMS.test(joined) &&
        ((program === 'sqlite3' && /\.dump\b/.test(joined)) || WHOLE_TABLE.test(joined));
      return seeIf(isCurious || isShown, SUM.test(joined) ? 40 : isCurious ? 76 : 74, text);
    },
  },
];

/** A session that waits for what somebody types: no statement, no file, no database of an application's. */
const isOpened = ({ program, args, isPipedFrom, redirections }: SeenCommand): boolean => {
  if (isPipedFrom || redirections.some(({ op }) => op.startsWith('<'))) return false;
  if (args.some((arg) => HAS_WORK.test(arg))) return false;
  // An administrator of it, or whoever the system knows.
  if (program === 'sqlplus') return args.some((arg) => /^\/$|\/.*@|sysdba/i.test(arg));
  const valued = VALUED[program];
  return (
    valued !== undefined &&
    args.every((arg, at) => arg.startsWith('-') || valued.test(args[at - 1] ?? ''))
  );
};
