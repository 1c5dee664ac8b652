import type { Translate } from '../../i18n/translate';
import type { SignParams } from '../grading/sign';

/** Words that follow “The command …”, in the language of `translate`. */
export type SignSentence = (translate: Translate, params: SignParams) => string;

/** A sign that lacks a value still makes a sentence. */
export const toParam = (params: SignParams, name: string): string | number => params[name] ?? '';
