import { gradeTree, toTrees, type Grade, type Tree } from '../../common/detection';
import type { SourceEvent } from '../../common/event/source_event';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { CorpusLabel } from '../corpus/corpus_label';

export interface RequestTree {
  readonly tree: Tree;
  readonly grade: Grade;
}

/** A request or job of the corpus with the trees that came of it. */
export interface GradedRequest {
  readonly label: CorpusLabel;
  readonly trees: readonly RequestTree[];
  /** Of the gravest tree; 0 where nothing ran below a server. */
  readonly risk: number;
  /** The seed's rule finds one of its execs. */
  readonly isSeedHit: boolean;
}

const seed = parseEql(webServerRule.query);

/** Jobs that started no program are left out: there was nothing to be wrong about. */
export const gradeRequests = (
  labels: readonly CorpusLabel[],
  events: readonly SourceEvent[]
): GradedRequest[] => {
  const graded = toTrees(events).map((tree) => ({ tree, grade: gradeTree(tree) }));
  const bySerial = new Map(
    graded.flatMap((each) => each.tree.starts.map(({ event }) => [toSerial(event), each] as const))
  );
  const seedHits = new Set(searchEvents(seed, events).map(({ source }) => toSerial({ source })));
  return labels
    .filter(({ exec_serials }) => exec_serials.length > 0)
    .map((label) => {
      const trees = [...new Set(label.exec_serials.map((serial) => bySerial.get(serial)))].filter(
        (tree) => tree !== undefined
      );
      return {
        label,
        trees,
        risk: Math.max(0, ...trees.map(({ grade }) => grade.risk)),
        isSeedHit: label.exec_serials.some((serial) => seedHits.has(serial)),
      };
    });
};

const toSerial = ({ source }: Pick<SourceEvent, 'source'>): number =>
  Number((source['event'] as { readonly sequence: number }).sequence);
