let second = Number.NaN;
let prefix = '';

/** `new Date(time).toISOString()` for times after 1970, faster where many share their second, as in a log. */
export const toIsoTime = (time: number): string => {
  const millis = time % 1000;
  if (time - millis !== second) {
    second = time - millis;
    prefix = new Date(second).toISOString().slice(0, -4);
  }
  return `${prefix}${String(millis).padStart(3, '0')}Z`;
};
