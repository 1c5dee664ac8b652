import { isQuoted } from '../reading/is_quoted';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { Seen, SignRule } from './sign_rule';

const OWN_TOOLS =
  /^(?:wp|wp-cli|wp-cli\.phar|drush|php|artisan|occ|console|magento|python|django-admin|manage\.py|rails|bundle|ruby|gitlab-rails|rabbitmqctl|grafana-cli|kcadm\.sh|zmprov|zmlocalconfig)$/;
const MAKES_ACCOUNTS =
  /^(?:wp\s.*(?:user (?:create|update|set-role|add-role|reset-password)|super-admin add)|drush\s.*(?:user[:-](?:create|password|login|add-role|role:add)|uli|upwd)|occ\s.*(?:user:(?:add|resetpassword)|group:adduser)|(?:manage\.py|django-admin)\s.*(?:createsuperuser|changepassword)|magento\s.*admin:user:create|rabbitmqctl\s.*(?:add_user|change_password|set_user_tags)|grafana-cli\s.*reset-admin-password|kcadm\.sh\s.*(?:create users|set-password|add-roles)|zmprov\s.*(?:ca|createAccount|sp|setPassword|grr|grantRight))(?:\s|$)/;
const RUNS_CODE =
  /^(?:wp\s.*(?:eval|eval-file|shell)|drush\s.*(?:ev|eval|php[:-](?:eval|script|cli)|core:cli)|artisan\s.*tinker|(?:manage\.py|django-admin)\s.*shell(?:_plus)?|(?:rails|gitlab-rails)\s.*(?:runner\s.*(?:[('"]|;.*)|console\b)|console\s.*debug:container --env-vars)(?:\s|$)/;
const SHOWS_DATA =
  /^(?:wp\s.*(?:db (?:export|query|dump|cli|search|tables)|config (?:get|list)|user list)|drush\s.*(?:sql[:-](?:dump|query|cli|connect)|sqlq|sqlc|user[:-]information)|occ\s.*(?:config:list|user:list)|(?:manage\.py|django-admin)\s.*(?:dumpdata|dbshell)|rails\s.*dbconsole|artisan\s.*db|rabbitmqctl\s.*list_users|magento\s.*(?:config:show|app:config:dump)|zmprov\s.*(?:ga|gaa|getAllAccounts|getAccount)|zmlocalconfig\s.*(?:-s|--show))(?:\s|$)/;

/** What an application's own command line does for whoever came in through it. */
export const APPLICATION_SIGNS: readonly SignRule[] = [
  {
    id: 'account_changed',
    technique: 'T1136',
    programs: OWN_TOOLS,
    inCommand: (command) => weigh(command, MAKES_ACCOUNTS, 76),
  },
  {
    id: 'code_runs_commands',
    technique: 'T1059',
    programs: OWN_TOOLS,
    inCommand: (command) => weigh(command, RUNS_CODE, 76),
  },
  {
    id: 'database_read',
    technique: 'T1213',
    programs: OWN_TOOLS,
    inCommand: (command) => weigh(command, SHOWS_DATA, 74),
  },
];

/** A panel that manages it quotes what it names, or has an administrator's leave. */
const weigh = (command: SeenCommand, form: RegExp, weight: number): Seen | undefined => {
  const { text, args, wrappers } = command;
  const isManaged =
    wrappers.includes('sudo') ||
    args.some(
      (arg) => /^--path=\//.test(arg) || (/^[\w./@-]+$/.test(arg) && isQuoted(command, arg))
    );
  return seeIf(form.test(toOwnWords(command)), isManaged ? 26 : weight, text);
};

/** `php bin/console x` and `bundle exec rails x` are console and rails. */
const toOwnWords = ({ program, args }: SeenCommand): string => {
  const words = [program, ...args];
  const at = words.findIndex(
    (word, place) =>
      !word.startsWith('-') &&
      /(?:^|\/)(?:wp|wp-cli(?:\.phar)?|drush|artisan|occ|console|magento|manage\.py|django-admin|rails|gitlab-rails|rabbitmqctl|grafana-cli|kcadm\.sh|zmprov|zmlocalconfig)$/.test(
        word
      ) &&
      place < 4
  );
  const [tool = '', ...rest] = words.slice(Math.max(0, at));
  return [tool.slice(tool.lastIndexOf('/') + 1).replace(/^wp-cli(?:\.phar)?$/, 'wp'), ...rest].join(
    ' '
  );
};
