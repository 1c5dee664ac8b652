import { z } from 'zod';

const MARK = '!{investigate{';

const investigationSchema = z.object({
  label: z.string().catch(''),
  description: z.string().catch(''),
});

/**
 * Puts the label of each `!{investigate{…}}` block, a Timeline search of Elastic Security, in its place: as JSON with unfilled
 * placeholders it tells a reader nothing. A block that can't be read is left out.
 */
export const replaceInvestigations = (markdown: string): string => {
  let text = '';
  let from = 0;
  for (let at = markdown.indexOf(MARK); at !== -1; at = markdown.indexOf(MARK, from)) {
    const jsonStart = at + MARK.length - 1;
    const jsonEnd = findObjectEnd(markdown, jsonStart);
    // Without an end only the line is the block's.
    const lineEnd = markdown.indexOf('\n', at);
    const end = jsonEnd ?? (lineEnd === -1 ? markdown.length : lineEnd);
    text += markdown.slice(from, at);
    text += jsonEnd === undefined ? '' : toSentence(markdown.slice(jsonStart, jsonEnd));
    from = markdown[end] === '}' ? end + 1 : end;
  }
  return text + markdown.slice(from);
};

const toSentence = (json: string): string => {
  const { label, description } = parse(json);
  const parts = [label === '' ? '' : `**${escapeMarkdown(label)}**`, escapeMarkdown(description)];
  return parts.filter((part) => part !== '').join(': ');
};

const parse = (json: string): z.infer<typeof investigationSchema> => {
  try {
    return investigationSchema.parse(JSON.parse(json));
  } catch {
    return { label: '', description: '' };
  }
};

const escapeMarkdown = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#!|<>~]/g, '\\$&');

/** Behind the brace that closes the object that begins at `start`. */
const findObjectEnd = (text: string, start: number): number | undefined => {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isInText) {
      if (character === '\\') at++;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
};
