import type { ErrorCode } from './error_code';

/**
 * The only error thrown on purpose. It carries a code and the values of its sentence, not the sentence:
 * the two edges (route wrapper, executor's caller) word it in the language of whoever reads it.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions
  ) {
    super(`${code} ${JSON.stringify(values)}`, options);
    this.code = code;
    this.values = values;
  }
}
