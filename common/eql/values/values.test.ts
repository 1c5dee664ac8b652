import { describe, expect, test } from 'vitest';
import { compareCodePoints } from './compare_code_points';
import { compareScalarOrder } from './compare_scalar_order';
import { toDateParser } from './date_format';
import { createDateType, parseDefaultDate } from './date_type';
import { parseCidr, parseIp, toIpText } from './ip_address';
import { longType, parseDecimal } from './number_type';
import { toNumberScalar, toScalarText } from './scalar';
import { compareVersions, parseVersion } from './version';

const MILLI = 1_000_000n;
const utc = (...parts: [number, number, number?, number?, number?, number?, number?]): bigint =>
  BigInt(Date.UTC(...parts)) * MILLI;

describe('dates', () => {
  test.each([
    ['2017', utc(2017, 0), utc(2018, 0) - 1n],
    ['2016-02', utc(2016, 1), utc(2016, 2) - 1n],
    ['2017-12-31', utc(2017, 11, 31), utc(2018, 0, 1) - 1n],
    ['2017-08-30T20', utc(2017, 7, 30, 20), utc(2017, 7, 30, 21) - 1n],
    ['2017-08-30T23:59', utc(2017, 7, 30, 23, 59), utc(2017, 7, 31) - 1n],
    ['2017-08-30T20:47:33Z', utc(2017, 7, 30, 20, 47, 33), utc(2017, 7, 30, 20, 47, 34) - 1n],
    ['2017-08-30T20:47:33+02:00', utc(2017, 7, 30, 18, 47, 33), utc(2017, 7, 30, 18, 47, 34) - 1n],
    ['2017-08-30T20:47:33-0330', utc(2017, 7, 31, 0, 17, 33), utc(2017, 7, 31, 0, 17, 34) - 1n],
  ])('%s stands for all its moments', (text, first, last) => {
    expect(parseDefaultDate(text)).toEqual({ first, last });
  });

  test('a fraction makes one moment, to the nanosecond', () => {
    const moment = utc(2017, 7, 30, 20, 47, 33) + 123_456_789n;
    expect(parseDefaultDate('2017-08-30T20:47:33.123456789Z')).toEqual({
      first: moment,
      last: moment,
    });
  });

  test('years long ago are themselves', () => {
    const { first } = parseDefaultDate('0050-01-01') ?? { first: 0n };
    expect(new Date(Number(first / MILLI)).toISOString()).toBe('0050-01-01T00:00:00.000Z');
    expect(parseDefaultDate('1969-12-31T23:59:59.999Z')?.first).toBe(-MILLI);
  });

  test.each([
    '2017-13',
    '2017-02-29',
    '2017-04-31',
    '2017-08-30T24',
    '2017-08-30T20:60',
    '201',
    'soon',
    '2017-08-30T20:47:33+25:00',
  ])('%s is no date', (text) => {
    const range = parseDefaultDate(text);
    expect(range === undefined || text === '201').toBe(true);
  });

  test('whole numbers are milliseconds, or nanoseconds if too large for that', () => {
    expect(parseDefaultDate('201')?.first).toBe(201n * MILLI);
    expect(parseDefaultDate('131485996510000000')?.first).toBe(131485996510000000n);
  });

  test('a date field cuts off what is finer than milliseconds', () => {
    const text = '2017-08-30T20:47:33.123456789Z';
    expect(createDateType('date').toScalar(text)).toBe('2017-08-30T20:47:33.123Z');
    expect(createDateType('date_nanos').toScalar(text)).toBe('2017-08-30T20:47:33.123456789Z');
    expect(createDateType('date').toScalar('1969-12-31T23:59:59.9999Z')).toBe(
      '1969-12-31T23:59:59.999Z'
    );
  });

  test.each([
    ['dd-MM-yyyy', '17-12-2022', utc(2022, 11, 17)],
    ["yyyy/MM/dd'T'HH:mm:ss.SSS", '2022/12/17T01:02:03.456', utc(2022, 11, 17, 1, 2, 3, 456)],
    ['yyyy-MM-dd HH:mm[:ss]', '2022-12-17 01:02', utc(2022, 11, 17, 1, 2)],
    ['epoch_second', '1671235200', utc(2022, 11, 17)],
    ['basic_date', '20221217', utc(2022, 11, 17)],
    ['dd-MM-yyyy||epoch_millis', '1671235200000', utc(2022, 11, 17)],
    ['dd-MM-yyyy', '2022-12-17', utc(2022, 11, 17)],
    ['EEE, d MMM yyyy', '2022-12-17', utc(2022, 11, 17)],
    ['strict_date_optional_time||epoch_millis', '2022-12-17', utc(2022, 11, 17)],
  ])('%s reads %s', (format, text, first) => {
    expect(toDateParser(format)(text)?.first).toBe(first);
  });
});

describe('addresses', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['FE80::1', 'fe80::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['1:0:3:4:5:6:7:8', '1:0:3:4:5:6:7:8'],
    ['1:2:3:4:5:6:10.0.0.1', '1:2:3:4:5:6:a00:1'],
  ])('%s is %s', (text, shown) => {
    const address = parseIp(text);
    expect(address === undefined ? undefined : toIpText(address)).toBe(shown);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '1:2:3',
    '::1::',
    '12345::',
    ':::',
    '1:2:3:4:5:6:7:8:9',
    'g::',
  ])('%s is none', (text) => {
    expect(parseIp(text)).toBeUndefined();
  });

  test('a block reaches from its first to its last address, whatever stands behind the prefix', () => {
    const block = parseCidr('10.6.48.157/8');
    expect([block?.first, block?.last].map((end) => toIpText(end ?? 0n))).toEqual([
      '10.0.0.0',
      '10.255.255.255',
    ]);
    expect(parseCidr('::/0')?.first).toBe(0n);
    expect(parseCidr('10.0.0.1')).toEqual(parseCidr('10.0.0.1/32'));
  });

  test.each(['10.0.0.0/33', '::/129', '10.0.0.0/', '/8', 'x/8', '10.0.0.0/-1'])(
    '%s is no block',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    }
  );
});

describe('versions', () => {
  test('have the order of semantic versioning, what is none comes last', () => {
    const sorted = [
      '0.9',
      '1.2.4-1',
      '1.2.4-alpha',
      '1.2.4-alpha.1',
      '1.2.4-alpha.beta',
      '1.2.4-beta.2',
      '1.2.4-beta.11',
      '1.2.4',
      '1.2.4+build',
      '1.2.4.1',
      '1.2.10',
      '1.11',
      '01.2',
      'bad',
    ];
    const shuffled = [...sorted].reverse();
    expect(shuffled.sort((a, b) => compareVersions(parseVersion(a), parseVersion(b)))).toEqual(
      sorted
    );
  });
});

describe('numbers', () => {
  test.each([
    ['12', 12n],
    [' +12 ', 12n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['9223372036854775808', 2 ** 63],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['', undefined],
    ['1x', undefined],
    ['0x10', undefined],
    ['Infinity', undefined],
  ])('%s is read as %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  test.each([
    [1n, '1'],
    [1, '1.0'],
    [42.5, '42.5'],
    [1e7, '1.0E7'],
    [12345678.5, '1.23456785E7'],
    [0.001, '0.001'],
    [0.0001, '1.0E-4'],
    [-0, '-0.0'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [true, 'true'],
  ])('%s is shown as %s', (value, text) => {
    expect(toScalarText(value)).toBe(text);
  });

  test('whole JSON numbers are longs as far as longs reach', () => {
    expect(toNumberScalar(7)).toBe(7n);
    expect(toNumberScalar(7.5)).toBe(7.5);
    expect(toNumberScalar(2 ** 60)).toBe(2n ** 60n);
    expect(toNumberScalar(2 ** 63)).toBe(2 ** 63);
  });

  test('a long field compares large constants exactly', () => {
    const test = longType.toComparison('==', 9007199254740993n);
    expect(test?.('9007199254740993')).toBe(true);
    expect(test?.('9007199254740992')).toBe(false);
  });
});

describe('order', () => {
  test('of texts is that of code points', () => {
    const sorted = ['', 'A', 'a', 'aa', 'é', '\ue000', '\uffff', '😀', '😁'];
    expect([...sorted].reverse().sort(compareCodePoints)).toEqual(sorted);
  });

  test('of all values is total', () => {
    const sorted = [null, false, true, -1n, 0.5, 2n, 'a', 'b'];
    expect([...sorted].reverse().sort(compareScalarOrder)).toEqual(sorted);
  });
});
