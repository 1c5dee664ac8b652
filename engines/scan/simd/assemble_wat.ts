import { assembleFunction, toSignature } from './assemble_function';
import type { FunctionNames } from './assemble_function';
import { parseWat } from './parse_wat';
import type { Wat } from './parse_wat';
import { concatBytes, toName, toUnsigned, toVector } from './wasm_bytes';

const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

/**
 * Translates a module from WebAssembly's text format to its binary form. It knows what the scanner's kernel needs and no
 * more: one imported memory, exported functions, folded instructions. There is no package for this that is not a compiler.
 * @throws SyntaxError for anything it does not know
 */
export const assembleWat = (text: string): Uint8Array<ArrayBuffer> => {
  const functions = parseWat(text).map(toFunction);
  const names: FunctionNames = new Map(functions.map(({ name }, index) => [name, index]));
  const memory = [...toName('env'), ...toName('memory'), 0x02, 0x00, ...toUnsigned(1)];
  return concatBytes([
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    toSection(
      SECTION.type,
      functions.map(({ form }) => toSignature(form))
    ),
    toSection(SECTION.import, [memory]),
    toSection(
      SECTION.function,
      functions.map((_, index) => toUnsigned(index))
    ),
    toSection(
      SECTION.export,
      functions.map(({ name }, index) => [...toName(name.slice(1)), 0x00, ...toUnsigned(index)])
    ),
    toSection(
      SECTION.code,
      functions.map(({ form }) => assembleFunction(form, names))
    ),
  ]);
};

interface FunctionForm {
  /** With its dollar. */
  readonly name: string;
  readonly form: readonly Wat[];
}

const toFunction = (form: Wat): FunctionForm => {
  const [keyword, name] = form;
  if (keyword !== 'func' || typeof name !== 'string')
    throw new SyntaxError('expected (func $name …)');
  return { name, form: typeof form === 'string' ? [] : form.slice(2) };
};

const toSection = (id: number, items: readonly (readonly number[])[]): number[] => {
  const body = toVector(items);
  return [id, ...toUnsigned(body.length), ...body];
};
