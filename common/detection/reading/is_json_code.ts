/** What a one-liner calls that takes values out of JSON and prints them. */
const CALLS =
  /^(?:print|puts|log|write|loads?|dumps|read|get|len|str|int|join|keys|values|items|sorted|json_(?:de|en)code|(?:file|stream)_get_contents|implode|isset|empty|parse|stringify|readFileSync|require|fetch|dig|for|in|if|and|or|not)$/;
/** What runs the text it is given without a call, or brings in what does. */
const RUNS =
  /[`@]|%x|\b(?:eval|exec|system|include\w*|send|from|as|os|popen\w*|subprocess|pty|ctypes|builtins|importlib|pickle|marshal|code|runpy)\b|\brequire\w*\b(?!\s*\(?\s*["'](?:fs|node:fs|json)["'])/;

/** `import sys,json; print(json.load(sys.stdin)["version"])`: it can do nothing but read JSON. */
export const isJsonCode = (text: string): boolean =>
  /json/i.test(text) &&
  !RUNS.test(text) &&
  [...text.matchAll(/([\w$]+)\s*\(/g)].every(([, call = '']) => CALLS.test(call)) &&
  // A call of what another call gave has no name.
  !/[)\]]\s*\(/.test(text);
