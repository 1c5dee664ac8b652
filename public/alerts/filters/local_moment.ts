const pad = (value: number): string => String(value).padStart(2, '0');

/** A moment as `<input type="datetime-local">` wants it: local wall time to the second, no zone. */
export const toInputValue = (iso: string | undefined): string => {
  if (iso === undefined) return '';
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  const date = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-');
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join(':');
  return `${date}T${time}`;
};

/** The reverse, as ISO 8601; undefined for an empty or half-filled input. */
export const toMoment = (value: string): string | undefined => {
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
};
