import { expect, test } from 'vitest';
import { findGuideBlocks } from './find_guide_blocks';

const BLOCK = '!{osquery{"query":"SELECT 1"}}';

/** How many blocks are seen in a text in which § stands for one. */
const count = (text: string): number => findGuideBlocks(text.replaceAll('§', BLOCK)).length;

test.each([
  ['a `b\n§\nc` d', 'between the backticks of one code span'],
  ['a ``b ` c\n§\nd `` e', 'in a span of two backticks, which one does not end'],
  ['a `b` `c\n§\nd` e', 'in the second span of a paragraph'],
  ['```\n§\n```', 'in a fence'],
  ['~~~ a`b\n§\n~~~', 'in a fence of tildes, whose words may have backticks'],
  ['```\n``` x\n§\n```', 'in a fence that words behind its marks do not end'],
  ['`````\n```\n§\n`````', 'in a fence that fewer marks do not end'],
  ['prose §', 'within a line'],
])('takes no block in code or prose: %j, %s', (text) => {
  expect(count(text)).toBe(0);
});

test.each([
  ['a `b` c\n§', 'behind a span'],
  ['a ` b\n§\n\nc ` d', 'where the paragraph ends before a second backtick'],
  ['a ` b\n\n§\nc ` d', 'in the paragraph behind one with a backtick'],
  ['a ` b\n \t\r\n§\nc ` d', 'where blanks make the line between them'],
  ['a \\` b\n§\nc ` d', 'behind a backtick that is escaped'],
  ['a `b `` c\n§', 'where no backticks have a pair'],
  ['§\na `b` c', 'before a span'],
  ['~~~\n`\n~~~\n§\n`', 'behind a fence with a backtick'],
  ['```\n`````  \n§', 'behind a fence that more marks end'],
  ['``` a`b\n§', 'behind what is no fence, for the backtick in its words'],
  ['a ` b\n§\n§\nc ` d\n\n§', 'one that stands apart, after two in code'],
  ['- a ` b\n- §\n- c ` d', 'in a list item of its own, whatever stands in the others'],
])('takes a block: %j, %s', (text) => {
  expect(count(text)).toBe(1);
});

test('ends a block with its line, unless more stands there', () => {
  const [alone, followed] = [`${BLOCK}  \r\nnext`, `${BLOCK} x\nnext`].map(
    (text) => findGuideBlocks(text)[0]?.end
  );
  expect(alone).toBe(BLOCK.length + 4);
  expect(followed).toBe(BLOCK.length + 0);
});
