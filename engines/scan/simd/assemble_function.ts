import { opcodes } from './opcodes';
import type { Wat } from './parse_wat';
import { toSigned, toUnsigned, toVector } from './wasm_bytes';

/** Where each function stands, by name with its dollar. */
export type FunctionNames = ReadonlyMap<string, number>;

const TYPES: Readonly<Record<string, number>> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };
const END = 0x0b;
const ELSE = 0x05;
const NO_RESULT = 0x40;

/** The type of a function: what it takes and gives. */
export const toSignature = (form: readonly Wat[]): number[] => [
  0x60,
  ...toVector(getDeclared(form, 'param').map(({ type }) => [type])),
  ...toVector(form.filter((part) => part[0] === 'result').map((part) => [getType(part[1])])),
];

/** Locals and instructions of a function, with their length in front. */
export const assembleFunction = (form: readonly Wat[], functions: FunctionNames): number[] => {
  const params = getDeclared(form, 'param');
  const locals = getDeclared(form, 'local');
  const names = [...params, ...locals].map(({ name }) => name);
  const scope: Scope = { functions, locals: names, labels: [] };
  const body = form
    .filter((part) => !['param', 'local', 'result'].includes(String(part[0])))
    .flatMap((part) => assemble(part, scope));
  const code = [...toVector(locals.map(({ type }) => [1, type])), ...body, END];
  return [...toUnsigned(code.length), ...code];
};

interface Scope {
  readonly functions: FunctionNames;
  readonly locals: readonly string[];
  /** Of the blocks around an instruction, the innermost first. */
  readonly labels: readonly string[];
}

const getDeclared = (form: readonly Wat[], keyword: string): { name: string; type: number }[] =>
  form
    .filter((part) => part[0] === keyword)
    .map(([, name, type]) => ({ name: String(name), type: getType(type) }));

const getType = (name: Wat | undefined): number => {
  const type = TYPES[String(name)];
  if (type === undefined) throw new SyntaxError(`no type: ${String(name)}`);
  return type;
};

/** Operands first, then the instruction itself with its immediates. */
const assemble = (form: Wat, scope: Scope): number[] => {
  if (typeof form === 'string') throw new SyntaxError(`not in brackets: ${form}`);
  const [keyword, ...parts] = form;
  if (keyword === 'block' || keyword === 'loop') return assembleBlock(keyword, parts, scope);
  if (keyword === 'if') return assembleIf(parts, scope);
  const name = String(keyword);
  const opcode = opcodes[name];
  if (opcode === undefined) throw new SyntaxError(`no instruction: ${name}`);
  const immediates = parts.filter((part) => typeof part === 'string');
  const operands = parts.filter((part) => typeof part !== 'string');
  return [
    ...operands.flatMap((operand) => assemble(operand, scope)),
    ...opcode,
    ...toImmediates(name, immediates, scope),
  ];
};

const assembleBlock = (
  keyword: string,
  [label, ...body]: readonly Wat[],
  scope: Scope
): number[] => {
  const inner = { ...scope, labels: [String(label), ...scope.labels] };
  const code = body.flatMap((part) => assemble(part, inner));
  return [keyword === 'loop' ? 0x03 : 0x02, NO_RESULT, ...code, END];
};

/** `(if condition (then …) (else …))`; counts as a block without label. */
const assembleIf = (
  [condition = '', then = '', otherwise]: readonly Wat[],
  scope: Scope
): number[] => {
  const inner = { ...scope, labels: ['', ...scope.labels] };
  const toBranch = (part: Wat): number[] =>
    typeof part === 'string' ? [] : part.slice(1).flatMap((step) => assemble(step, inner));
  const second = otherwise === undefined ? [] : [ELSE, ...toBranch(otherwise)];
  return [...assemble(condition, scope), 0x04, NO_RESULT, ...toBranch(then), ...second, END];
};

const toImmediates = (name: string, immediates: readonly string[], scope: Scope): number[] => {
  if (name === 'call') return toUnsigned(scope.functions.get(immediates[0] ?? '') ?? fail(name));
  if (name.startsWith('local.')) return toUnsigned(indexIn(scope.locals, immediates[0]));
  if (name === 'br' || name === 'br_if') return toUnsigned(indexIn(scope.labels, immediates[0]));
  if (name === 'i32.const' || name === 'i64.const') return toSigned(BigInt(immediates[0] ?? ''));
  if (name.includes('load') || name.includes('store'))
    return [0, ...toUnsigned(toOffset(immediates[0]))];
  if (name === 'v128.const') return immediates.slice(1).map((byte) => Number(byte) & 0xff);
  return immediates.map(Number);
};

/** `offset=16`; nothing is assumed of alignment. */
const toOffset = (immediate = 'offset=0'): number => Number(immediate.replace('offset=', ''));

const indexIn = (names: readonly string[], name = ''): number => {
  const index = names.indexOf(name);
  return index === -1 ? fail(name) : index;
};

const fail = (name: string): never => {
  throw new SyntaxError(`unknown name: ${name}`);
};
