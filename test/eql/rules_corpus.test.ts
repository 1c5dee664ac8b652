import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkEql } from '../../common/eql/check_eql';
import { formatEql } from '../../common/eql/format_eql';
import { parseEql } from '../../common/eql/parse_eql';
import { withoutRanges } from './arbitraries';
import { readJsonLines } from './suite';

const FILE = fileURLToPath(new URL('../../../shared/eql/rules_corpus.jsonl', import.meta.url));

describe('real rules', () => {
  if (!existsSync(FILE)) {
    console.warn('SKIPPED: ../shared/eql/rules_corpus.jsonl is not there');
    test.skip('skipped because ../shared/eql/rules_corpus.jsonl is not there', () => {});
    return;
  }
  const rules = readJsonLines<{ file: string; query: string }>(FILE);

  test.each(rules)(
    '$file parses, is free of mistakes, and prints to the same tree',
    ({ query }) => {
      const tree = parseEql(query);
      expect(checkEql(tree)).toEqual([]);
      const printed = formatEql(tree);
      expect(withoutRanges(parseEql(printed))).toEqual(withoutRanges(tree));
      expect(formatEql(parseEql(printed))).toBe(printed);
    }
  );
});
