/** What Kibana's clients throw for an id that is taken, in the shape of a Boom error. */
export class RuleConflictError extends Error {
  readonly output = { statusCode: 409 };

  constructor(id: string) {
    super(`There is a rule ${id} already.`);
  }
}
