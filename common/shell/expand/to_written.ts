import type { WordPart } from '../parse/script';

/** A part of a word as it was written, for what can't be expanded. */
export const toWritten = (part: WordPart): string => {
  switch (part.kind) {
    case 'literal':
      return part.text;
    case 'parameter': {
      const isPlain = part.operation === '' && /^(?:\w+|[@*#?$!-])$/.test(part.name);
      return isPlain ? `$${part.name}` : `\${${part.name}${part.operation}}`;
    }
    case 'substitution':
      return part.mark === '`' ? `\`${part.script}\`` : `${part.mark}${part.script})`;
  }
};
