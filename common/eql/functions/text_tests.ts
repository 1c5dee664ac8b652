/** Functions that say yes or no about two texts. */
export type TextTestName = 'startsWith' | 'endsWith' | 'stringContains';

export const TEXT_TESTS: Readonly<Record<TextTestName, (text: string, wanted: string) => boolean>> =
  {
    startsWith: (text, wanted) => text.startsWith(wanted),
    endsWith: (text, wanted) => text.endsWith(wanted),
    /** An empty text contains nothing and is contained in nothing, unlike in JavaScript. */
    stringContains: (text, wanted) => wanted !== '' && text.includes(wanted),
  };

export const TEXT_TEST_NAMES: readonly TextTestName[] = [
  'startsWith',
  'endsWith',
  'stringContains',
];

/** The name as documented, for one written in any case. */
export const findTextTestName = (name: string): TextTestName | undefined =>
  TEXT_TEST_NAMES.find((known) => known.toLowerCase() === name.toLowerCase());
