const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAY_MS = 86_400_000;

/**
 * The time before a line of a system log, in milliseconds since 1970 and UTC where it names no other zone.
 * @param readAt a date without a year is the last one of its kind before this moment
 * @returns undefined for times that count from the start of the machine, and where the year isn't known
 */
export const parseLogTime = (text: string, readAt: number | undefined): number | undefined => {
  const [, name = '', day, year, clock, yearBehind] =
    /^([A-Z][a-z]{2}) ([ \d]\d)(?: (\d{4}))? (\d\d:\d\d:\d\d(?:\.\d+)?)(?: (\d{4}))?$/.exec(text) ??
    [];
  const month = MONTHS.indexOf(name) + 1;
  if (clock !== undefined && month > 0) {
    const toTime = (inYear: number | string): number =>
      Date.parse(`${String(inYear)}-${pad(month)}-${pad(Number(day))}T${clock}Z`);
    const known = year ?? yearBehind;
    if (known !== undefined) return toDefined(toTime(known));
    if (readAt === undefined) return undefined;
    const latest = new Date(readAt + DAY_MS).getUTCFullYear();
    const time = toTime(latest);
    return toDefined(time > readAt + DAY_MS ? toTime(latest - 1) : time);
  }
  if (/^\d{9,11}\.\d+$/.test(text)) return Math.floor(Number(text) * 1000);
  const [, date, time, zone = 'Z'] =
    /^(?:[A-Z][a-z]{2} )?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d+)?)(Z|[+-]\d\d:?\d\d)?(?: UTC| GMT)?$/.exec(
      text
    ) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  return toDefined(Date.parse(`${date}T${time.replace(',', '.')}${offset}`));
};

const pad = (value: number): string => String(value).padStart(2, '0');

const toDefined = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time);
