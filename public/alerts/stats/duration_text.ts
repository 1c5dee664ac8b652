import { spaceDigits } from '../../text/space_digits';

const UNITS: readonly [unit: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
];

/** How long something took, in its largest unit, e.g. `4.5 min`. @param ms not negative */
export const toDurationText = (ms: number, locale: string): string => {
  const [unit, size] = UNITS.find(([, least]) => ms >= least) ?? (['millisecond', 1] as const);
  const format = new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit, unitDisplay: 'short' },
    maximumFractionDigits: unit === 'millisecond' ? 0 : 1,
  });
  return spaceDigits(format.format(ms / size));
};
