/** The one space there is. */
export const SPACE_ID = 'default';
