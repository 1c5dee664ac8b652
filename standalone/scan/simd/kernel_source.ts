/**
 * The inner loops of scanning, in WebAssembly's text format: 16 bytes at a step, which JavaScript can not do.
 * All functions read memory at `$at` and on, and may read up to 32 bytes past `$end`; what they find there is not used.
 */

const ZERO = '(v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)';

const forward = (bytes: number): string =>
  `(local.set $at (i32.add (local.get $at) (i32.const ${bytes})))`;

const repeat = (char: string): string => `(i8x16.splat (i32.const ${char.charCodeAt(0)}))`;

/** Where the first byte of a kind stands, or `$end`. */
const findByte = `
(func $findByte (param $at i32) (param $end i32) (param $byte i32) (result i32)
  (local $wanted v128) (local $hits v128)
  (local.set $wanted (i8x16.splat (local.get $byte)))
  (loop $step
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
    (local.set $hits (i8x16.eq (v128.load (local.get $at)) (local.get $wanted)))
    (if (v128.any_true (local.get $hits)) (then
      (local.set $at (i32.add (local.get $at) (i32.ctz (i8x16.bitmask (local.get $hits)))))
      (return (select (local.get $at) (local.get $end) (i32.lt_u (local.get $at) (local.get $end))))))
    ${forward(16)}
    (br $step))
  (local.get $end))`;

/** Where the last byte of a kind before \`$at\` stands, or one before \`$start\`. Reads up to 16 bytes before \`$start\`. */
const findByteBefore = `
(func $findByteBefore (param $start i32) (param $at i32) (param $byte i32) (result i32)
  (local $wanted v128) (local $hits v128)
  (local.set $wanted (i8x16.splat (local.get $byte)))
  (loop $step
    (if (i32.le_u (local.get $at) (local.get $start)) (then (return (i32.sub (local.get $start) (i32.const 1)))))
    (local.set $at (i32.sub (local.get $at) (i32.const 16)))
    (local.set $hits (i8x16.eq (v128.load (local.get $at)) (local.get $wanted)))
    (br_if $step (i32.eqz (v128.any_true (local.get $hits)))))
  (local.set $at (i32.add (local.get $at) (i32.sub (i32.const 31) (i32.clz (i8x16.bitmask (local.get $hits))))))
  (select (local.get $at) (i32.sub (local.get $start) (i32.const 1)) (i32.ge_u (local.get $at) (local.get $start))))`;

/** How many bytes of a kind there are. */
const countByte = `
(func $countByte (param $at i32) (param $end i32) (param $byte i32) (result i32)
  (local $wanted v128) (local $count i32)
  (local.set $wanted (i8x16.splat (local.get $byte)))
  (loop $step
    (if (i32.le_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)) (then
      (local.set $count (i32.add (local.get $count)
        (i32.popcnt (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $wanted))))))
      ${forward(16)}
      (br $step))))
  (loop $rest
    (if (i32.lt_u (local.get $at) (local.get $end)) (then
      (local.set $count (i32.add (local.get $count) (i32.eq (i32.load8_u (local.get $at)) (local.get $byte))))
      ${forward(1)}
      (br $rest))))
  (local.get $count))`;

const bucketsOf = (place: number): string => `
  (v128.and
    (i8x16.swizzle (local.get $low${place}) (v128.and (local.get $bytes${place}) (local.get $nibble)))
    (i8x16.swizzle (local.get $high${place}) (i8x16.shr_u (local.get $bytes${place}) (i32.const 4))))`;

const loadTable = (place: number): string => `
  (local.set $low${place} (v128.load offset=${32 * place} (local.get $table)))
  (local.set $high${place} (v128.load offset=${32 * place + 16} (local.get $table)))`;

/**
 * Where a fingerprint of three bytes may stand next, or \`$end\`: the "Teddy" search of Hyperscan. The table says for each
 * of the three places, by low and by high half of a byte, which of 8 buckets of fingerprints allow it.
 */
const findFingerprint = `
(func $findFingerprint (param $at i32) (param $end i32) (param $table i32) (result i32)
  (local $low0 v128) (local $low1 v128) (local $low2 v128)
  (local $high0 v128) (local $high1 v128) (local $high2 v128)
  (local $bytes0 v128) (local $bytes1 v128) (local $bytes2 v128)
  (local $nibble v128) (local $hits v128)
  (local.set $nibble (i8x16.splat (i32.const 15)))
  ${loadTable(0)} ${loadTable(1)} ${loadTable(2)}
  (loop $step
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
    (local.set $bytes0 (v128.load (local.get $at)))
    (local.set $bytes1 (v128.load offset=1 (local.get $at)))
    (local.set $bytes2 (v128.load offset=2 (local.get $at)))
    (local.set $hits (v128.and ${bucketsOf(0)} (v128.and ${bucketsOf(1)} ${bucketsOf(2)})))
    (if (v128.any_true (local.get $hits)) (then
      (local.set $at (i32.add (local.get $at) (i32.ctz (i8x16.bitmask (i8x16.ne (local.get $hits) ${ZERO})))))
      (return (select (local.get $at) (local.get $end) (i32.lt_u (local.get $at) (local.get $end))))))
    ${forward(16)}
    (br $step))
  (local.get $end))`;

const byte = '(i32.load8_u (local.get $at))';
const isByte = (char: string): string => `(i32.eq ${byte} (i32.const ${char.charCodeAt(0)}))`;

/** Whether \`$byte\` lies from one character to another. */
const isBetween = (first: string, last: string): string =>
  `(i32.le_u (i32.sub (local.get $byte) (i32.const ${first.charCodeAt(0)})) (i32.const ${last.charCodeAt(0) - first.charCodeAt(0)}))`;

/** The end of a run of digits, or 0 if there is not a single one. */
const skipDigits = `
(func $skipDigits (param $at i32) (result i32)
  (local $byte i32) (local $start i32)
  (local.set $start (local.get $at))
  (loop $step
    (local.set $byte ${byte})
    (if ${isBetween('0', '9')} (then ${forward(1)} (br $step))))
  (select (local.get $at) (i32.const 0) (i32.ne (local.get $at) (local.get $start))))`;

/** The end of a number, or 0 if there is none. */
const skipNumber = `
(func $skipNumber (param $at i32) (result i32)
  (if ${isByte('-')} (then ${forward(1)}))
  (if ${isByte('0')}
    (then ${forward(1)})
    (else
      (local.set $at (call $skipDigits (local.get $at)))
      (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))))
  (if ${isByte('.')} (then
    (local.set $at (call $skipDigits (i32.add (local.get $at) (i32.const 1))))
    (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))))
  (if (i32.eq (i32.or ${byte} (i32.const 32)) (i32.const 101)) (then
    ${forward(1)}
    (if (i32.or ${isByte('+')} ${isByte('-')}) (then ${forward(1)}))
    (return (call $skipDigits (local.get $at)))))
  (local.get $at))`;

/** The end of what follows a backslash, or 0 if it is no escape. */
const skipEscape = `
(func $skipEscape (param $at i32) (result i32)
  (local $byte i32) (local $end i32)
  (local.set $byte ${byte})
  ${forward(1)}
  (if (i32.eq (local.get $byte) (i32.const ${'u'.charCodeAt(0)})) (then
    (local.set $end (i32.add (local.get $at) (i32.const 4)))
    (loop $digit
      (local.set $byte ${byte})
      (if (i32.eqz ${isBetween('0', '9')}) (then
        (local.set $byte (i32.or (local.get $byte) (i32.const 32)))
        (if (i32.eqz ${isBetween('a', 'f')}) (then (return (i32.const 0))))))
      ${forward(1)}
      (br_if $digit (i32.lt_u (local.get $at) (local.get $end))))
    (return (local.get $at))))
  ${[...'"\\/bfnrt']
    .map(
      (char) =>
        `(if (i32.eq (local.get $byte) (i32.const ${char.charCodeAt(0)})) (then (return (local.get $at))))`
    )
    .join('\n  ')}
  (i32.const 0))`;

/** The place behind the closing quote of a string, or 0 if it does not end on its line. \`$at\` is behind the opening quote. */
const skipString = `
(func $skipString (param $at i32) (result i32)
  (local $bytes v128) (local $hits i32) (local $byte i32)
  (loop $step
    (local.set $bytes (v128.load (local.get $at)))
    (local.set $hits (i8x16.bitmask (v128.or
      (i8x16.eq (i8x16.min_u (local.get $bytes) (i8x16.splat (i32.const 31))) (local.get $bytes))
      (v128.or
        (i8x16.eq (local.get $bytes) ${repeat('"')})
        (i8x16.eq (local.get $bytes) ${repeat('\\')})))))
    (if (i32.eqz (local.get $hits)) (then ${forward(16)} (br $step)))
    (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $hits))))
    (local.set $byte ${byte})
    ${forward(1)}
    (if (i32.eq (local.get $byte) (i32.const 34)) (then (return (local.get $at))))
    (if (i32.eq (local.get $byte) (i32.const 92)) (then
      (local.set $at (call $skipEscape (local.get $at)))
      (br_if $step (local.get $at)))))
  (i32.const 0))`;

/** The first place that is no blank within a line. */
const skipBlanks = `
(func $skipBlanks (param $at i32) (result i32)
  (local $byte i32)
  (loop $step
    (local.set $byte ${byte})
    (if (i32.or (i32.eq (local.get $byte) (i32.const 32))
          (i32.or (i32.eq (local.get $byte) (i32.const 9)) (i32.eq (local.get $byte) (i32.const 13))))
      (then ${forward(1)} (br $step))))
  (local.get $at))`;

const passBlanks = `(if (i32.le_u ${byte} (i32.const 32)) (then (local.set $at (call $skipBlanks (local.get $at)))))`;
const fail = '(return (i32.const 0))';

const isWord = (word: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = [...word].map((char) => char.charCodeAt(0));
  return `(i32.eq (i32.load (local.get $at)) (i32.const ${a | (b << 8) | (c << 16) | (d << 24)}))`;
};

/**
 * The end of a JSON value, or 0 if it is not valid, by the grammar of \`JSON.parse\`. A newline behind the line must be
 * there: it stops every loop. \`$stack\` is room for \`$deepest\` bytes, one for each container that is open; what is
 * nested deeper counts as not valid.
 */
const skipValue = `
(func $skipValue (param $at i32) (param $stack i32) (param $deepest i32) (result i32)
  (local $depth i32) (local $isObject i32) (local $byte i32)
  (loop $value
    (if (local.get $isObject) (then
      ${passBlanks}
      (if (i32.eqz ${isByte('"')}) (then ${fail}))
      (local.set $at (call $skipString (i32.add (local.get $at) (i32.const 1))))
      (if (i32.eqz (local.get $at)) (then ${fail}))
      ${passBlanks}
      (if (i32.eqz ${isByte(':')}) (then ${fail}))
      ${forward(1)}))
    ${passBlanks}
    (local.set $byte ${byte})
    (block $done
      (if (i32.eq (local.get $byte) (i32.const 34)) (then
        (local.set $at (call $skipString (i32.add (local.get $at) (i32.const 1))))
        (if (i32.eqz (local.get $at)) (then ${fail}))
        (br $done)))
      (if (i32.eq (i32.or (local.get $byte) (i32.const 32)) (i32.const 123)) (then
        ;; 123 is an opening brace, 91 an opening bracket: they differ by 32
        (if (i32.ge_u (local.get $depth) (local.get $deepest)) (then ${fail}))
        (i32.store8 (i32.add (local.get $stack) (local.get $depth)) (local.get $isObject))
        (local.set $depth (i32.add (local.get $depth) (i32.const 1)))
        (local.set $isObject (i32.eq (local.get $byte) (i32.const 123)))
        ${forward(1)}
        ${passBlanks}
        (br_if $value (i32.ne ${byte} (i32.add (local.get $byte) (i32.const 2))))
        ;; an empty container is closed below like any other
        (br $done)))
      (if ${isWord('true')} (then ${forward(4)} (br $done)))
      (if ${isWord('null')} (then ${forward(4)} (br $done)))
      (if ${isWord('fals')} (then
        ${forward(4)}
        (if (i32.eqz ${isByte('e')}) (then ${fail}))
        ${forward(1)}
        (br $done)))
      (local.set $at (call $skipNumber (local.get $at)))
      (if (i32.eqz (local.get $at)) (then ${fail})))
    (loop $after
      (if (i32.eqz (local.get $depth)) (then (return (local.get $at))))
      ${passBlanks}
      (local.set $byte ${byte})
      ${forward(1)}
      (br_if $value (i32.eq (local.get $byte) (i32.const 44)))
      (if (i32.ne (local.get $byte) (select (i32.const 125) (i32.const 93) (local.get $isObject))) (then ${fail}))
      (local.set $depth (i32.sub (local.get $depth) (i32.const 1)))
      (local.set $isObject (i32.load8_u (i32.add (local.get $stack) (local.get $depth))))
      (br $after)))
  (i32.const 0))`;

/** Checks line after line that it holds one object or nothing; gives the start of the first that does not, or \`$end\`. */
const findWrongLine = `
(func $findWrongLine (param $at i32) (param $end i32) (param $stack i32) (param $deepest i32) (result i32)
  (local $line i32)
  (loop $next
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
    (local.set $line (local.get $at))
    (local.set $at (call $skipBlanks (local.get $at)))
    (if (i32.ne ${byte} (i32.const 10)) (then
      (if (i32.eqz ${isByte('{')}) (then (return (local.get $line))))
      (local.set $at (call $skipValue (local.get $at) (local.get $stack) (local.get $deepest)))
      (if (i32.eqz (local.get $at)) (then (return (local.get $line))))
      (local.set $at (call $skipBlanks (local.get $at)))
      (if (i32.ne ${byte} (i32.const 10)) (then (return (local.get $line))))))
    ${forward(1)}
    (br $next))
  (local.get $end))`;

export const kernelSource = [
  findByte,
  findByteBefore,
  countByte,
  findFingerprint,
  skipDigits,
  skipNumber,
  skipEscape,
  skipString,
  skipBlanks,
  skipValue,
  findWrongLine,
].join('\n');
