/** `event`, `kibana` and `@timestamp` belong to alerting's framework; `tags` and `signal` would be read as the rule's. */
const FRAMEWORK_ROOTS: ReadonlySet<string> = new Set([
  '@timestamp',
  'event',
  'kibana',
  'tags',
  'signal',
]);

/** Whether a top-level key of a document, dotted or not, is in an alert not the event's own. */
export const isFrameworkField = (key: string): boolean =>
  FRAMEWORK_ROOTS.has(key.split('.', 1)[0] ?? key);
