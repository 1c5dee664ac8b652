/** What opens the page with a session. The code stands behind the #, which browsers send to no server and keep out of `Referer`. */
export const toLink = (url: string, code: string): string => `${url}/#code=${code}`;
