import type { FilledGuidePart } from './guide_part';

/** A query of a guide, or what should have been one. */
export type StepQueryPart = Exclude<FilledGuidePart, { kind: 'markdown' }>;

export interface StepQuery {
  readonly part: StepQueryPart;
  /** Markdown: what the rows mean, as the guide says it below the query. */
  readonly reading: string;
}

/** One thing the guide asks for: an item of its lists, with the queries that stand below it. */
export interface GuideStep {
  /** `investigation-3`: phase and place, from 1. An alert keeps its guide, so a place stays the same step. */
  readonly id: string;
  /** Markdown; empty for queries that no item stands above. */
  readonly text: string;
  /** From 0. */
  readonly depth: number;
  readonly queries: readonly StepQuery[];
}

/** A guide as work to be done, and what is only to be read. */
export interface GuideSteps {
  readonly investigation: readonly GuideStep[];
  readonly response: readonly GuideStep[];
  /** Markdown of everything that is no step. */
  readonly prose: string;
}

type Phase = 'investigation' | 'response';

/** Elastic's guides, and those written like them, end with "Response and remediation". */
const RESPONSE_HEADING = /respon|remediat|响应|补救|处置/i;
const HEADING = /^ {0,3}#{1,6}\s/;
const FENCE = /^\s*(?:`{3,}|~{3,})/;
const ITEM = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
const SPACES_PER_LEVEL = 2;
const DEEPEST = 5;

interface Draft {
  readonly id: string;
  readonly depth: number;
  readonly lines: string[];
  readonly queries: { readonly part: StepQueryPart; readonly lines: string[] }[];
}

/** Reads a filled guide as steps: each item of a list is one, and a paragraph below a query says what its rows mean. */
export const toGuideSteps = (parts: readonly FilledGuidePart[]): GuideSteps => {
  const drafts: Record<Phase, Draft[]> = { investigation: [], response: [] };
  const prose: string[] = [];
  let phase: Phase = 'investigation';
  const addStep = (depth: number, text: string): Draft => {
    const id = `${phase}-${drafts[phase].length + 1}`;
    const draft = { id, depth, lines: [text], queries: [] };
    drafts[phase].push(draft);
    return draft;
  };
  /** Where a line goes that begins nothing new. */
  let open = prose;
  const read = (markdown: string): void => {
    let isInCode = false;
    let isBehindBlank = false;
    for (const line of markdown.split('\n')) {
      const item = isInCode ? null : ITEM.exec(line);
      if (FENCE.test(line)) isInCode = !isInCode;
      if (!isInCode && HEADING.test(line)) {
        phase = RESPONSE_HEADING.test(line) ? 'response' : phase;
        open = prose;
        open.push(line);
      } else if (item) {
        const [, indent = '', text = ''] = item;
        const depth = Math.min(DEEPEST, Math.floor(indent.length / SPACES_PER_LEVEL));
        open = addStep(depth, text).lines;
      } else {
        const isOfStep = open === drafts[phase].at(-1)?.lines;
        // A paragraph that is not indented ends the item before it.
        if (isOfStep && isBehindBlank && /^\S/.test(line)) open = prose;
        open.push(isOfStep ? line.trim() : line);
      }
      isBehindBlank = line.trim() === '';
    }
  };
  for (const part of parts) {
    if (part.kind === 'markdown') read(part.text);
    else {
      const lines: string[] = [];
      (drafts[phase].at(-1) ?? addStep(0, '')).queries.push({ part, lines });
      open = lines;
    }
  }
  return {
    investigation: drafts.investigation.map(toStep),
    response: drafts.response.map(toStep),
    prose: toText(prose),
  };
};

const toStep = ({ id, depth, lines, queries }: Draft): GuideStep => ({
  id,
  depth,
  text: toText(lines),
  queries: queries.map(({ part, lines: reading }) => ({ part, reading: toText(reading) })),
});

const toText = (lines: readonly string[]): string => lines.join('\n').trim();
