import { compareCodePoints } from './compare_code_points';

/** A version in parts; `main` is undefined where the text is none, and such texts come last. */
export interface Version {
  readonly text: string;
  readonly main: readonly bigint[] | undefined;
  /** Undefined for a release; a pre-release comes before it. */
  readonly preRelease: readonly string[] | undefined;
  readonly build: string;
}

const NUMBER = '(?:0|[1-9][0-9]*)';
const IDENTIFIER = `(?:${NUMBER}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)`;
const VERSION = new RegExp(
  `^(${NUMBER}(?:\\.${NUMBER})*)(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`
);

/** Any number of main parts is fine, unlike in strict semantic versioning. */
export const parseVersion = (text: string): Version => {
  const [, main, preRelease, build = ''] = VERSION.exec(text) ?? [];
  return {
    text,
    main: main?.split('.').map(BigInt),
    preRelease: preRelease?.split('.'),
    build,
  };
};

export const compareVersions = (a: Version, b: Version): number => {
  if (a.main === undefined || b.main === undefined) return compareInvalid(a, b);
  return (
    compareLists(a.main, b.main, (left, right) => (left < right ? -1 : left > right ? 1 : 0)) ||
    comparePreReleases(a.preRelease, b.preRelease) ||
    compareCodePoints(a.build, b.build)
  );
};

const compareInvalid = (a: Version, b: Version): number => {
  if (a.main !== undefined) return -1;
  return b.main === undefined ? compareCodePoints(a.text, b.text) : 1;
};

const comparePreReleases = (
  a: readonly string[] | undefined,
  b: readonly string[] | undefined
): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareLists(a, b, compareIdentifiers);
};

/** Numbers come before names; numbers by value, names by code points. */
const compareIdentifiers = (a: string, b: string): number => {
  const [isNumberA, isNumberB] = [/^[0-9]+$/.test(a), /^[0-9]+$/.test(b)];
  if (!isNumberA || !isNumberB) {
    return isNumberA === isNumberB ? compareCodePoints(a, b) : isNumberA ? -1 : 1;
  }
  return a.length - b.length || compareCodePoints(a, b);
};

/** The first difference decides, then the shorter list comes first. */
const compareLists = <Item>(
  a: readonly Item[],
  b: readonly Item[],
  compare: (a: Item, b: Item) => number
): number => {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};
