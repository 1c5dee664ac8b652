import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGuideBlocks } from './find_guide_blocks';
import type { GuidePart } from './guide_part';
import { parseGuide } from './parse_guide';

const block = (query: string, label = 'Run it') =>
  `!{osquery{"label":${JSON.stringify(label)},"query":${JSON.stringify(query)}}}`;
const queryPart = (template: string, label = 'Run it'): GuidePart => ({
  kind: 'query',
  label,
  template,
});
const markdown = (text: string): GuidePart => ({ kind: 'markdown', text });

describe('a guide', () => {
  it('without blocks is one piece of markdown, an empty one nothing', () => {
    expect(parseGuide('# Title\n\nText\n')).toEqual([markdown('# Title\n\nText\n')]);
    expect(parseGuide('')).toEqual([]);
    expect(parseGuide(' \n\n')).toEqual([]);
  });

  it('is split at blocks that begin their own line', () => {
    expect(parseGuide(`- Look\n\n${block('SELECT 1')}\n\n- Look again`)).toEqual([
      markdown('- Look\n\n'),
      queryPart('SELECT 1'),
      markdown('\n- Look again'),
    ]);
  });

  it.each(['- ', '  - ', '* ', '+ ', '1. ', '12) ', '    ', '\t- ', '> ', '- - '])(
    'is split at a block behind %j',
    (prefix) => {
      const guide = `Look:\r\n${prefix}${block('SELECT 1')}  \r\n${prefix}${block('SELECT 2')}`;
      expect(parseGuide(guide)).toEqual([
        markdown('Look:\r\n'),
        queryPart('SELECT 1'),
        queryPart('SELECT 2'),
      ]);
    }
  );

  it('keeps what stands behind a block on its line', () => {
    expect(parseGuide(`- ${block('SELECT 1')} and read it\nNext`)).toEqual([
      queryPart('SELECT 1'),
      markdown('and read it\nNext'),
    ]);
  });

  it('does not turn the rest of a list item into an indented code block', () => {
    const guide = `1. Step\n    - ${block('SELECT 1')}\n    - Deeper\n      more\n\n2. Step`;
    expect(parseGuide(guide)).toEqual([
      markdown('1. Step\n'),
      queryPart('SELECT 1'),
      markdown('- Deeper\n  more\n\n2. Step'),
    ]);
  });
});

describe('a block', () => {
  it('may hold single braces and block-like text inside its strings', () => {
    for (const query of ["SELECT '}'", "SELECT '{{{'", "SELECT '!{osquery{'", 'SELECT "\\"}"']) {
      expect(parseGuide(block(query))).toEqual([queryPart(query)]);
    }
  });

  it('may span lines and leave out its label', () => {
    expect(parseGuide('!{osquery{\n  "query": "SELECT 1"\n}}\nText')).toEqual([
      queryPart('SELECT 1', ''),
      markdown('Text'),
    ]);
  });

  it('passes its ecs_mapping on', () => {
    const mapping = { 'process.pid': { field: 'pid' }, tags: { value: ['a', 'b'] } };
    const guide = `!{osquery{"query":"SELECT 1","ecs_mapping":${JSON.stringify(mapping)}}}`;
    expect(parseGuide(guide)).toEqual([{ ...queryPart('SELECT 1', ''), ecsMapping: mapping }]);
  });

  it.each([
    ['inside fenced code', `\`\`\`\n${block('SELECT 1')}\n\`\`\``],
    [
      'inside a fence of tildes',
      `~~~ json\n${block('SELECT 1')}\n\`\`\`\n${block('SELECT 2')}\n~~~~`,
    ],
    ['inside a fence that is never closed', `\`\`\`\`\n${block('SELECT 1')}\n\`\`\``],
    ['inside fenced code of a list', `- Like so:\n  \`\`\`\n  ${block('SELECT 1')}\n  \`\`\``],
    ['inside inline code', `Write \`${block('SELECT 1')}\` here`],
    [
      'inside inline code that spans lines',
      `Write \`\`so \\\` \`\n${block('SELECT 1')}\n\`\` here`,
    ],
    ['in the middle of a line', `Write ${block('SELECT 1')} here`],
    ['with another word before its braces', '!{osqueryd{"query":"SELECT 1"}}'],
  ])('%s is text', (_name, guide) => {
    expect(parseGuide(guide)).toEqual([markdown(guide)]);
  });

  it.each([
    ['behind a closed fence', `\`\`\`\ncode\n\`\`\`\n`],
    ['behind inline code', 'Some `code` and a lone ` tick\n'],
    ['behind a lone backtick of an earlier paragraph', 'A lone ` tick\n\n'],
    ['behind three ticks that are inline code', '``` a ``` b\n'],
  ])('%s is a query', (_name, before) => {
    const guide = `${before}${block('SELECT 1')}\n\nAnother \` tick`;
    expect(parseGuide(guide)).toContainEqual(queryPart('SELECT 1'));
  });
});

describe('a broken block', () => {
  it.each([
    ['single quotes', "!{osquery{'query':'SELECT 1'}}", 'invalid_json'],
    ['a comma too many', '!{osquery{"query":"SELECT 1",}}', 'invalid_json'],
    ['no query', '!{osquery{"label":"Run"}}', 'invalid_block'],
    ['an empty query', '!{osquery{"query":"  "}}', 'invalid_block'],
    ['a query that is no text', '!{osquery{"query":1}}', 'invalid_block'],
    [
      'an ecs_mapping of another shape',
      '!{osquery{"query":"a","ecs_mapping":{"a":"b"}}}',
      'invalid_block',
    ],
    ['nothing in it', '!{osquery}', 'invalid_block'],
    ['a brace too few', '!{osquery{"query":"SELECT 1"}', 'unclosed'],
    ['a quote too few', '!{osquery{"query":"SELECT 1}}', 'unclosed'],
  ])('with %s keeps its text and tells where it stands', (_name, text, code) => {
    const guide = `Before\n\n- ${text}\n- After\n\n${block('SELECT 2')}`;
    expect(parseGuide(guide)).toEqual([
      markdown('Before\n\n'),
      {
        kind: 'broken_query',
        text,
        problem: { code, message: expect.any(String), line: 3, column: expect.any(Number) },
      },
      markdown('- After\n\n'),
      queryPart('SELECT 2'),
    ]);
  });

  it('is located where its JSON breaks', () => {
    const [part] = parseGuide('!{osquery{\n"query": "SELECT 1",\n}}');
    expect(part).toMatchObject({ problem: { line: 3, column: 1 } });
  });
});

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

describe('property', () => {
  const line = fc.string({ unit: fc.constantFrom('a', ' ', '*', '{', '}', '"', '!', '你', '[') });
  const prose = fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((lines) => `x${lines.join('\n')}\n`)
    .filter((text) => !text.includes('!{osquery'));
  const query = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '');

  it('prose and queries come back as they were put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(prose, query, fc.string({ unit: 'binary' })), { maxLength: 6 }),
        prose,
        (steps, ending) => {
          const guide = steps.map(([text, sql, label]) => `${text}${block(sql, label)}\n`).join('');
          expect(parseGuide(guide + ending)).toEqual([
            ...steps.flatMap(([text, sql, label]) => [
              markdown(text),
              queryPart(sql, label.trim()),
            ]),
            markdown(ending),
          ]);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('any text is split without losing anything but white space and the marker of a block', () => {
    const piece = fc.constantFrom(
      '!{osquery{',
      '}}',
      '{',
      '}',
      '"query":',
      '"SELECT 1"',
      '"',
      '\\',
      '\n',
      '\n\n',
      '- ',
      '  ',
      '```',
      '`',
      '~~~',
      'text',
      ',',
      '!'
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const guide = pieces.join('');
        const blocks = findGuideBlocks(guide);
        const prose = blocks.map(({ start }, index) =>
          guide.slice(blocks[index - 1]?.end ?? 0, start)
        );
        const rest = guide.slice(blocks.at(-1)?.end ?? 0);
        for (const { start, bang, end } of blocks) {
          expect(guide.slice(start, bang)).toMatch(/^[\s>*+-]*$/);
          expect(guide.slice(bang, end)).toMatch(/^!\{osquery\{/);
        }
        const texts = parseGuide(guide).flatMap((part) =>
          part.kind === 'markdown' ? [part.text] : []
        );
        expect(withoutSpace(texts.join(''))).toBe(withoutSpace([...prose, rest].join('')));
        expect(parseGuide(guide).filter(({ kind }) => kind !== 'markdown')).toHaveLength(
          blocks.length
        );
      }),
      { numRuns: 2000 }
    );
  });
});
