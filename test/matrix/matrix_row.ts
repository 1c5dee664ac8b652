/** One seam met by one version. */
export interface MatrixRow {
  readonly seam: string;
  readonly line: string;
  /** Undefined: it holds. */
  readonly problem: string | undefined;
}
