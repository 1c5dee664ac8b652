/** A backing index of a data stream: `.ds-<data stream>-<day>-<generation>`. */
const BACKING_INDEX = /^\.ds-(.+)-\d{4}\.\d{2}\.\d{2}-\d{6}$/;

/**
 * Whether an index is one of those a list of patterns names, read as Elasticsearch reads it: `*` stands for anything,
 * a `-` before a pattern takes away again, commas separate, and a data stream's name stands for its backing indices.
 * A pattern of another cluster (`cluster:index`) names nothing here.
 */
export const createIndexTest = (patterns: readonly string[]): ((index: string) => boolean) => {
  const steps = patterns
    .flatMap((pattern) => pattern.split(','))
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map((pattern) => {
      const excludes = pattern.startsWith('-');
      return { excludes, test: toTest(excludes ? pattern.slice(1) : pattern) };
    });
  const known = new Map<string, boolean>();
  const test = (index: string): boolean => {
    const name = BACKING_INDEX.exec(index)?.[1] ?? index;
    return steps.reduce(
      (isNamed, step) => (step.test(name) || step.test(index) ? !step.excludes : isNamed),
      false
    );
  };
  return (index) => {
    const result = known.get(index) ?? test(index);
    if (known.size < 1000) known.set(index, result);
    return result;
  };
};

const toTest = (pattern: string): ((name: string) => boolean) => {
  if (pattern === '_all') return () => true;
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (name) => expression.test(name);
};
