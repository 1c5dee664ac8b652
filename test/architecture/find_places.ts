import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** Element types of the ICU parser that hold no value: text, and the `#` of a plural. */
const WITHOUT_VALUE = [0, 7];

/** Names of the values an ICU message has places for, sorted. Throws when the text is not one. */
export const findPlaces = (message: string, locale: string): string[] => {
  const places = new Set<string>();
  const visit = (elements: Elements): void => {
    for (const element of elements) {
      if (!WITHOUT_VALUE.includes(element.type) && 'value' in element) places.add(element.value);
      if ('options' in element) Object.values(element.options).forEach(({ value }) => visit(value));
    }
  };
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return [...places].sort();
};
