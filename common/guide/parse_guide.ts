import { z } from 'zod';
import { toSchemaProblem } from '../errors/to_schema_problem';
import { ecsMappingSchema } from '../osquery/ecs_mapping';
import { findGuideBlocks, type GuideBlock } from './find_guide_blocks';
import type { BlockProblem, GuidePart } from './guide_part';
import { replaceInvestigations } from './replace_investigations';

const blockSchema = z.object({
  label: z.string().optional(),
  query: z.string().refine((query) => query.trim() !== '', 'is empty'),
  ecs_mapping: ecsMappingSchema.optional(),
});

/**
 * Splits a guide into prose and queries. A broken block becomes a part of its own that says what is wrong,
 * where Kibana would refuse the whole guide.
 * Of the text only the markers of a block's own line and, behind a block, the indent of a list it ended are left out.
 */
export const parseGuide = (markdown: string): GuidePart[] => {
  const parts: GuidePart[] = [];
  let textStart = 0;
  for (const block of findGuideBlocks(markdown)) {
    parts.push(...toMarkdownParts(markdown.slice(textStart, block.start), textStart > 0));
    parts.push(toQueryPart(markdown, block));
    textStart = block.end;
  }
  parts.push(...toMarkdownParts(markdown.slice(textStart), textStart > 0));
  return parts;
};

const toMarkdownParts = (written: string, isBehindBlock: boolean): GuidePart[] => {
  const text = replaceInvestigations(written);
  return text.trim() === ''
    ? []
    : [{ kind: 'markdown', text: isBehindBlock ? dedent(text) : text }];
};

/** The rest of a list item would read as an indented code block once it stands alone. */
const dedent = (text: string): string => {
  const indent = /^(?:[ \t]*\r?\n)*([ \t]+)\S/.exec(text)?.[1]?.length ?? 0;
  const lines = text.split('\n');
  const isShallow = (line: string): boolean => line.slice(0, indent).trim() !== '';
  const end = lines.findIndex(isShallow);
  return lines
    .map((line, index) => (end === -1 || index < end ? line.slice(toIndent(line, indent)) : line))
    .join('\n');
};

const toIndent = (line: string, most: number): number =>
  Math.min(most, line.length - line.trimStart().length);

const toQueryPart = (markdown: string, block: GuideBlock): GuidePart => {
  const toBroken = (code: BlockProblem['code'], message: string, offset: number): GuidePart => ({
    kind: 'broken_query',
    text: markdown.slice(block.bang, block.end).trimEnd(),
    problem: { code, message, ...toPosition(markdown, block.bang + offset) },
  });
  if (block.json === undefined) return toBroken('unclosed', 'The block has no closing "}}".', 0);

  const configuration = parseJson(block.json);
  if (!configuration.ok) {
    return toBroken('invalid_json', configuration.message, JSON_OFFSET + configuration.offset);
  }
  const parsed = blockSchema.safeParse(configuration.value);
  if (!parsed.success) return toBroken('invalid_block', toSchemaProblem(parsed.error), JSON_OFFSET);

  const { label, query, ecs_mapping: ecsMapping } = parsed.data;
  return {
    kind: 'query',
    label: label?.trim() ?? '',
    template: query,
    ...(ecsMapping && { ecsMapping }),
  };
};

const JSON_OFFSET = '!{osquery'.length;

type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly offset: number };

const parseJson = (json: string): ParsedJson => {
  // `!{osquery}` is Kibana's form of a block without configuration.
  if (json === '') return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Engines tell the position in the message only, and not for every mistake.
    return { ok: false, message, offset: Number(/position (\d+)/.exec(message)?.[1] ?? 0) };
  }
};

const toPosition = (markdown: string, offset: number): { line: number; column: number } => {
  const before = markdown.slice(0, offset);
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
};
