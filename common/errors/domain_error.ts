import type { ErrorCode, ErrorValues } from './errors';

/**
 * The only error thrown on purpose. It carries a code and the values of its sentence, not the sentence:
 * the two edges (route wrapper, executor's caller) word it in the language of whoever reads it.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string>>;

  constructor(code: Code, values: ErrorValues<Code>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.code = code;
    this.values = values;
  }
}
