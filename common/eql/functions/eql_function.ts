import type { Scalar } from '../values/scalar';

export type ParameterType = 'string' | 'number' | 'boolean' | 'ip' | 'any';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: boolean;
  /** Must not depend on the event. */
  readonly constant?: boolean;
}

/** Computes a result; missing optional arguments are simply absent. */
export type EvaluateCall = (args: readonly Scalar[], ignoreCase: boolean) => Scalar;

/** A function of the language. Evaluating never throws: what has no result is null. */
export type EqlFunction = FunctionSignature &
  (
    | { readonly evaluate: EvaluateCall }
    /** Looks at the constant arguments once per query; others are undefined there. */
    | { readonly prepare: (constants: readonly (Scalar | undefined)[]) => EvaluateCall }
  );

interface FunctionSignature {
  /** As documented; queries may write it in any case. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The last parameter may stand any number of times. */
  readonly isVariadic?: boolean;
  /** Whether `name~` exists. */
  readonly hasCaseVariant?: boolean;
  readonly result: 'string' | 'integer' | 'number' | 'boolean';
}
