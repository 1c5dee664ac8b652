import type { Translate } from '../i18n/translate';
import type { Sign } from './grading/sign';
import { toSignText } from './sign_text';

type Said = Pick<Sign, 'id' | 'params'>;

/**
 * Signs in words, in their order. Several signs are often seen in the same piece of a command: it is quoted by the first of
 * them, so that nobody reads it again and again.
 * @param longest quotations of more characters are left out
 */
export const toSignTexts = (
  signs: readonly Said[],
  translate: Translate,
  longest = Infinity
): readonly string[] => {
  const quoted = new Set<string>();
  return signs.map(({ id, params }) => {
    const what = String(params['what'] ?? '');
    const isQuoted = what.length <= longest && !quoted.has(what);
    if (what === '' || isQuoted) {
      quoted.add(what);
      return toSignText({ id, params }, translate);
    }
    return toSignText({ id, params: { ...params, what: '' } }, translate).replace(/[\s:：]+$/u, '');
  });
};
