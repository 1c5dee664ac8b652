import { findCodeTexts } from '../code/find_code_texts';
import type { Reading } from './reading';

/** Reads one layer of program code: what it runs and decodes becomes further layers. */
export const readCode = (layer: number, reading: Reading): void => {
  const draft = reading.layers[layer];
  if (draft === undefined || draft.language === 'text') return;
  if (!reading.budget.spend(draft.text.length)) return;
  const carrier = draft.command === undefined ? {} : { command: draft.command };
  for (const text of findCodeTexts(draft.text, draft.language, reading.limits.textLength)) {
    reading.addLayer({ ...text, from: layer, ...carrier });
  }
};
