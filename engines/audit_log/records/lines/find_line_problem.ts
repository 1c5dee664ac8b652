import type { MalformedLine } from '../../audit_stats';

/** What `ausearch` and `journalctl` write between events: `----`, `time->…`, `-- Boot … --`. */
const BETWEEN_EVENTS = /^(?:-{2,}(?: .* --)?|time->.*)?\s*$/;
/** `ausearch -i` writes dates and names in the place of numbers: `msg=audit(09/21/2026 14:13:20.150:50) :`. */
const INTERPRETED = /\btype=\S+ msg=audit\([^)]{0,20}[/. -][^)]{0,20}:\d\d:\d\d/;

/** `ausearch --format csv` and `text`, `aureport`: without process ids. */
const SUMMARY =
  /^(?:NODE,EVENT,DATE,TIME,|At \d\d:\d\d:\d\d \S+ .*(?:successfully|unsuccessfully) |\d+\. \S+ \d\d:\d\d:\d\d |.* Report$)/;
/** `journalctl -o export`, `verbose`, `json-seq`, `json-sse` and `short-monotonic`, whose lines stand for less than a record or name no time. */
const JOURNAL_FORM =
  /^(?:_{1,2}[A-Z][A-Z_]*=|\s+_[A-Z][A-Z_]*=|\s*"_{1,2}[A-Z_]+" ?:|\S.* \[s=[0-9a-f]+;|\x1e\{|data: \{|\[ *\d+\.\d+\] \S+ audit(?:\[\d+\])?: )/;
const LAUREL = /^\{\s*"ID"\s*:\s*"\d+\.\d{3}:\d+"/;
const SEPARATED_VALUES = /^\ufeff?"?[\w@. ]+"?([,;|\t])"?[\w@. ]+"?(?:\1"?[\w@. ]+"?)*$/;

/**
 * Why a line gives no audit record.
 * @param head the beginning of the line
 * @returns undefined for lines that need not be one
 */
export const findLineProblem = (head: string): MalformedLine | undefined => {
  if (BETWEEN_EVENTS.test(head)) return undefined;
  return PROBLEMS.find(({ form }) => form.test(head))?.problem ?? 'no_audit_record';
};

const PROBLEMS: readonly { readonly form: RegExp; readonly problem: MalformedLine }[] = [
  { form: INTERPRETED, problem: 'interpreted' },
  { form: SUMMARY, problem: 'summary' },
  { form: JOURNAL_FORM, problem: 'journal_form' },
  { form: LAUREL, problem: 'laurel' },
  { form: SEPARATED_VALUES, problem: 'separated_values' },
  { form: /^\s*[{[]/, problem: 'json' },
];
