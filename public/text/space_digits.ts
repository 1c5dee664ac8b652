/** A blank between digits and Chinese words, which the browser's own formats of times leave out. */
export const spaceDigits = (text: string): string =>
  text.replace(/(\d)(?=\p{Script=Han})/gu, '$1 ').replace(/(\p{Script=Han})(?=\d)/gu, '$1 ');
