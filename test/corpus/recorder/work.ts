import type { Job } from './lab';

/** Work of the site, by one of its own pages. `more` are further arguments for curl. */
export const page = (technique: string, url: string, ...more: string[]): Job => {
  const { pathname, search } = new URL(url);
  const method = more.some((argument) => /^(-d|-F|--data.*)$/.test(argument)) ? 'POST' : 'GET';
  return {
    kind: 'benign',
    technique,
    command: `${method} ${pathname}${search}`,
    how: 'http',
    act: { kind: 'http', curl: [...more, url] },
  };
};

/** A line that an administrator types into a root shell. */
export const admin = (technique: string, line: string): Job => ({
  kind: 'benign',
  technique,
  command: line,
  how: 'admin-shell',
  act: { kind: 'admin-shell', line },
});
