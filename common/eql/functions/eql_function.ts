import type { Scalar } from '../values/scalar';

export type ParameterType = 'string' | 'number' | 'boolean' | 'ip' | 'any';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly optional?: boolean;
  /** Must not depend on the event. */
  readonly constant?: boolean;
}

/** A function of the language. Evaluating never throws: what has no result is null. */
export interface EqlFunction {
  /** As documented; queries may write it in any case. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** The last parameter may stand any number of times. */
  readonly isVariadic?: boolean;
  /** Whether `name~` exists. */
  readonly hasCaseVariant?: boolean;
  readonly result: 'string' | 'integer' | 'number' | 'boolean';
  /** Missing optional arguments are simply absent. */
  evaluate(args: readonly Scalar[], ignoreCase: boolean): Scalar;
}
