import type { Translate } from '../i18n/translate';

/** A query of this product, where the customer's guide has only words. It is never part of an alert's note. */
export interface OwnQuery {
  readonly id: string;
  /** The step of the customer's guide that it answers. */
  readonly step: string;
  readonly label: (translate: Translate) => string;
  /** What the rows mean. */
  readonly reading: (translate: Translate) => string;
  /** SQL with places for an alert's facts: see `toTreeFacts`. */
  readonly template: string;
}
