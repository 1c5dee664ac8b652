import type { Translate } from '../i18n/translate';
import type { Grade } from './grading/grade';
import { toSignTexts } from './sign_texts';
import type { Tree } from './tree/tree';

/** Signs that a reason names; the flyout shows all of them. */
const MOST_SIGNS = 3;
/** Elasticsearch refuses an alert whose reason is too long. */
const LONGEST_COMMAND = 160;

/** `kibana.alert.reason` of a tree: one sentence of what ran and what speaks for an attack. */
export const toTreeReason = (tree: Tree, { signs }: Grade, translate: Translate): string => {
  const unknown = translate('webServerRce.reason.unknown', { defaultMessage: 'unknown' });
  const { root, server } = tree;
  const command = root.args
    .join(' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const texts = toSignTexts(
    signs.filter(({ weight }) => weight > 0).slice(0, MOST_SIGNS),
    translate
  );
  return translate('webServerRce.treeReason.sentence', {
    defaultMessage: '{server} on {host} ran a command as {user} that {signs}. Command: {command}',
    values: {
      server: server.kind,
      host: root.hostName ?? root.hostId,
      user: root.user ?? unknown,
      signs: texts.length === 0 ? unknown : joinTexts(texts, translate),
      command:
        command.length <= LONGEST_COMMAND
          ? command
          : `${command.slice(0, LONGEST_COMMAND - 1).replace(/\p{Cs}$/u, '')}…`,
    },
  });
};

const joinTexts = (texts: readonly string[], translate: Translate): string =>
  texts.reduce((text, next) =>
    translate('webServerRce.treeReason.join', {
      defaultMessage: '{text}; {next}',
      values: { text, next },
    })
  );
