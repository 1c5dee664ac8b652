/** Whether two host names mean different machines: `web-01` and `WEB-01.example.com` may well be the same. */
export const isOtherHost = (one: string, other: string): boolean => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== b && !a.startsWith(`${b}.`) && !b.startsWith(`${a}.`);
};
