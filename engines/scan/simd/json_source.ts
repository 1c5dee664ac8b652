import { LAYOUT } from './memory_layout';
import { byte, forward, isByte, repeat } from './wat_parts';

/** Whether `$byte` lies from one character to another. */
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

/** Which of 16 bytes end a run of plain characters: quotes, backslashes and what must not stand in a string. */
const toStops = `
  (i8x16.bitmask (v128.or
    (i8x16.eq (i8x16.min_u (local.get $bytes) (i8x16.splat (i32.const 31))) (local.get $bytes))
    (v128.or
      (i8x16.eq (local.get $bytes) ${repeat('"')})
      (i8x16.eq (local.get $bytes) ${repeat('\\')}))))`;

/** The place behind the closing quote of a string, or 0 if it does not end on its line. `$at` is behind the opening quote. */
const skipString = `
(func $skipString (param $at i32) (result i32)
  (local $bytes v128) (local $stops i32) (local $byte i32)
  (loop $step
    (local.set $bytes (v128.load (local.get $at)))
    (local.set $stops ${toStops})
    (if (i32.eqz (local.get $stops)) (then ${forward(16)} (br $step)))
    (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $stops))))
    (local.set $byte ${byte})
    ${forward(1)}
    (if (i32.eq (local.get $byte) (i32.const 34)) (then (return (local.get $at))))
    (if (i32.eq (local.get $byte) (i32.const 92)) (then
      (local.set $at (call $skipEscape (local.get $at)))
      (br_if $step (local.get $at)))))
  (i32.const 0))`;

/** Moves behind a string whose opening quote is at `$at`. */
const passString = `
  (local.set $at (call $skipString (i32.add (local.get $at) (i32.const 1))))
  (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))`;

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
 * The end of a JSON value, or 0 if it is not valid, by the grammar of `JSON.parse`. A newline behind the line must be
 * there: it stops every loop. What is nested deeper than there is memory for counts as not valid.
 */
const skipValue = `
(func $skipValue (param $at i32) (result i32)
  (local $depth i32) (local $isObject i32) (local $byte i32)
  (loop $value
    (if (local.get $isObject) (then
      ${passBlanks}
      (if (i32.eqz ${isByte('"')}) (then ${fail}))
      ${passString}
      ${passBlanks}
      (if (i32.eqz ${isByte(':')}) (then ${fail}))
      ${forward(1)}))
    ${passBlanks}
    (local.set $byte ${byte})
    (block $done
      (if (i32.eq (local.get $byte) (i32.const 34)) (then
        ${passString}
        (br $done)))
      (if (i32.eq (i32.or (local.get $byte) (i32.const 32)) (i32.const 123)) (then
        ;; 123 is an opening brace, 91 an opening bracket: they differ by 32
        (if (i32.ge_u (local.get $depth) (i32.const ${LAYOUT.deepest})) (then ${fail}))
        (i32.store8 (i32.add (i32.const ${LAYOUT.stack}) (local.get $depth)) (local.get $isObject))
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
      (local.set $isObject (i32.load8_u (i32.add (i32.const ${LAYOUT.stack}) (local.get $depth))))
      (br $after)))
  (i32.const 0))`;

/** Whether \`$length\` bytes at two places are the same; 16 bytes may be read of each. */
const isSame = `
(func $isSame (param $a i32) (param $b i32) (param $length i32) (result i32)
  (local $wanted i32)
  (loop $step
    (local.set $wanted (select (i32.const 65535)
      (i32.sub (i32.shl (i32.const 1) (local.get $length)) (i32.const 1))
      (i32.ge_u (local.get $length) (i32.const 16))))
    (if (i32.ne (local.get $wanted) (i32.and (local.get $wanted)
          (i8x16.bitmask (i8x16.eq (v128.load (local.get $a)) (v128.load (local.get $b))))))
      (then (return (i32.const 0))))
    (if (i32.le_u (local.get $length) (i32.const 16)) (then (return (i32.const 1))))
    (local.set $a (i32.add (local.get $a) (i32.const 16)))
    (local.set $b (i32.add (local.get $b) (i32.const 16)))
    (local.set $length (i32.sub (local.get $length) (i32.const 16)))
    (br $step))
  (i32.const 0))`;

/**
 * Within a valid object, from its opening brace or the end of a value: the value of the next member whose key is in the
 * table, its place in which is stored as the found key; the closing brace if there is no more. A key that is not plain ASCII is
 * left to the caller: the found key is 255 then, and its opening quote is given. The table has for each key one byte of length
 * and the key, and ends with a zero.
 */
const findMember = `
(func $findMember (param $at i32) (param $keys i32) (result i32)
  (local $start i32) (local $bytes v128) (local $quotes i32) (local $odd i32) (local $length i32) (local $key i32) (local $index i32) (local $keyLength i32)
  (loop $member
    (local.set $at (call $skipBlanks (local.get $at)))
    (if ${isByte(',')} (then (local.set $at (call $skipBlanks (i32.add (local.get $at) (i32.const 1))))))
    (if ${isByte('}')} (then (return (local.get $at))))
    ${forward(1)}
    (local.set $start (local.get $at))
    (loop $text
      (local.set $bytes (v128.load (local.get $at)))
      (local.set $quotes (i8x16.bitmask (i8x16.eq (local.get $bytes) ${repeat('"')})))
      (local.set $odd (i8x16.bitmask (v128.or (local.get $bytes) (i8x16.eq (local.get $bytes) ${repeat('\\')}))))
      ;; only what stands before the first quote counts
      (local.set $odd (i32.and (local.get $odd) (i32.sub (i32.and (local.get $quotes) (i32.sub (i32.const 0) (local.get $quotes))) (i32.const 1))))
      (if (local.get $odd) (then
        (i32.store8 (i32.const ${LAYOUT.foundKey}) (i32.const 255))
        (return (i32.sub (local.get $start) (i32.const 1)))))
      (if (i32.eqz (local.get $quotes)) (then ${forward(16)} (br $text))))
    (local.set $at (i32.add (local.get $at) (i32.ctz (local.get $quotes))))
    (local.set $length (i32.sub (local.get $at) (local.get $start)))
    ;; behind the quote and the colon
    (local.set $at (i32.add (call $skipBlanks (i32.add (local.get $at) (i32.const 1))) (i32.const 1)))
    (local.set $key (local.get $keys))
    (local.set $index (i32.const 0))
    (loop $next
      (local.set $keyLength (i32.load8_u (local.get $key)))
      (local.set $key (i32.add (local.get $key) (i32.const 1)))
      (if (i32.and (i32.eq (local.get $keyLength) (local.get $length)) (i32.ne (local.get $length) (i32.const 0))) (then
        (if (call $isSame (local.get $key) (local.get $start) (local.get $length)) (then
          (i32.store8 (i32.const ${LAYOUT.foundKey}) (local.get $index))
          (return (call $skipBlanks (local.get $at)))))))
      (local.set $key (i32.add (local.get $key) (local.get $keyLength)))
      (local.set $index (i32.add (local.get $index) (i32.const 1)))
      (br_if $next (local.get $keyLength)))
    (local.set $at (call $skipValue (local.get $at)))
    (br $member))
  (i32.const 0))`;

/** The newline of a line that holds one object or nothing, or 0 if it holds anything else. */
const skipLine = `
(func $skipLine (param $at i32) (result i32)
  (local.set $at (call $skipBlanks (local.get $at)))
  (if (i32.ne ${byte} (i32.const 10)) (then
    (if (i32.eqz ${isByte('{')}) (then ${fail}))
    (local.set $at (call $skipValue (local.get $at)))
    (if (i32.eqz (local.get $at)) (then ${fail}))
    (local.set $at (call $skipBlanks (local.get $at)))
    (if (i32.ne ${byte} (i32.const 10)) (then ${fail}))))
  (local.get $at))`;

export const jsonSource = [
  skipDigits,
  skipNumber,
  skipEscape,
  skipString,
  skipBlanks,
  skipValue,
  isSame,
  findMember,
  skipLine,
].join('\n');
