import { createGrader, type Grader } from '../../common/detection';
import { createKnownMatches, type KnownMatches } from './known_matches';
import { createQuietTrees, type QuietTrees } from './trees/quiet_trees';
import { createReportedTrees, type ReportedTrees } from './trees/reported_trees';

/** What this process remembers of a rule beside its state; another process does without. */
export interface RuleMemory {
  readonly known: KnownMatches;
  readonly quiet: QuietTrees;
  readonly grade: Grader;
  readonly reportedTrees: ReportedTrees;
  /** The earliest moment it was ever asked with: a rule that is changed while its first runs fail was switched on before. */
  getFirstStart(start: Date): Date;
}

export const createRuleMemories = (): { get(ruleUuid: string): RuleMemory } => {
  const memories = new Map<string, RuleMemory>();
  return {
    get(ruleUuid) {
      const memory = memories.get(ruleUuid) ?? createRuleMemory(ruleUuid);
      memories.set(ruleUuid, memory);
      return memory;
    },
  };
};

const createRuleMemory = (ruleUuid: string): RuleMemory => {
  let first: Date | undefined;
  return {
    known: createKnownMatches(ruleUuid),
    quiet: createQuietTrees(),
    grade: createGrader(),
    reportedTrees: createReportedTrees(),
    getFirstStart(start) {
      first = first && first < start ? first : start;
      return first;
    },
  };
};
