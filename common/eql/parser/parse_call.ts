import type { Call, Expression } from '../ast';
import type { TokenCursor } from './token_cursor';

/** `name "(" [ expr { "," expr } ] ")"`, where the name may end in a tilde. */
export const parseCall = (cursor: TokenCursor): Call => {
  const name = cursor.next();
  cursor.expect('(');
  const args = cursor.at(')') ? [] : parseArguments(cursor);
  cursor.expect(')', { token: ',' });
  return {
    kind: 'call',
    name: name.text,
    ignoreCase: name.kind === 'tilde_name',
    args,
    range: cursor.rangeFrom(name.range.start),
  };
};

const parseArguments = (cursor: TokenCursor): Expression[] => {
  const args = [cursor.expression()];
  while (cursor.skip(',')) args.push(cursor.expression());
  return args;
};
