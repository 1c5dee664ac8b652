/** What is asked with a body but changes nothing. Whatever is not listed is taken for a change, so that a new route is never left out. */
const READING = /\/_(find|count|group|stats|preview)$|^\/internal\/search\//;

export const isReadingPath = (path: string): boolean => READING.test(path);
