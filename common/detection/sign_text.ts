import type { Translate } from '../i18n/translate';
import type { Sign } from './grading/sign';
import type { SignId } from './grading/sign_id';
import { ACTING_SENTENCES } from './text/acting_sentences';
import { FORM_SENTENCES } from './text/form_sentences';
import { RUNNING_SENTENCES } from './text/running_sentences';
import { SEEKING_SENTENCES } from './text/seeking_sentences';
import type { SignSentence } from './text/sign_sentence';

/** What a sign says of its tree, in the language of `translate`: words that follow “The command …”. */
export const toSignText = (
  { id, params }: Pick<Sign, 'id' | 'params'>,
  translate: Translate
): string => SENTENCES[id](translate, params);

/** A sign without a sentence does not compile. */
const SENTENCES: Readonly<Record<SignId, SignSentence>> = {
  ...RUNNING_SENTENCES,
  ...SEEKING_SENTENCES,
  ...ACTING_SENTENCES,
  ...FORM_SENTENCES,
};
