import type { EqlFunction } from './eql_function';
import { ipFunctions } from './ip_functions';
import { numberFunctions } from './number_functions';
import { textFunctions } from './text_functions';
import { textTestFunctions } from './text_test_functions';

const functions: ReadonlyMap<string, EqlFunction> = new Map(
  [...numberFunctions, ...textFunctions, ...textTestFunctions, ...ipFunctions].map((known) => [
    known.name.toLowerCase(),
    known,
  ])
);

/** The function of this name in any case, or undefined. */
export const findFunction = (name: string): EqlFunction | undefined =>
  functions.get(name.toLowerCase());

/** Names of all functions as documented. */
export const FUNCTION_NAMES: readonly string[] = [...functions.values()].map(({ name }) => name);
