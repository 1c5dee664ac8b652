import {
  createSourceFile,
  forEachChild,
  isBinaryExpression,
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isStringLiteralLike,
  ScriptTarget,
  type Expression,
  type Node,
  type ObjectLiteralExpression,
} from 'typescript';
import { readText } from './repository';

/** A call of `translate` as it stands in a source file. A part that is computed, not written out, is undefined. */
export interface Message {
  readonly path: string;
  readonly id: string | undefined;
  readonly defaultMessage: string | undefined;
  readonly valueNames: readonly string[] | undefined;
}

/** Finds the messages of a source file by its syntax tree. */
export const findMessages = (path: string): Message[] => {
  const messages: Message[] = [];
  const visit = (node: Node): void => {
    forEachChild(node, visit);
    if (!isCallExpression(node) || !isTranslate(node.expression)) return;
    const [id, message] = node.arguments;
    const parts = message !== undefined && isObjectLiteralExpression(message) ? message : undefined;
    messages.push({
      path,
      id: findText(id),
      defaultMessage: findText(findProperty(parts, 'defaultMessage')),
      valueNames: findValueNames(parts),
    });
  };
  visit(createSourceFile(path, readText(path), ScriptTarget.Latest));
  return messages;
};

const isTranslate = (callee: Expression): boolean =>
  isPropertyAccessExpression(callee)
    ? callee.name.text === 'translate'
    : isIdentifier(callee) && callee.text === 'translate';

/** A literal, or literals joined by `+`. */
const findText = (node: Expression | undefined): string | undefined => {
  if (node === undefined) return undefined;
  if (isStringLiteralLike(node)) return node.text;
  if (!isBinaryExpression(node)) return undefined;
  const [left, right] = [findText(node.left), findText(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
};

const findProperty = (
  parts: ObjectLiteralExpression | undefined,
  name: string
): Expression | undefined =>
  parts?.properties
    .filter(isPropertyAssignment)
    .find((property) => isIdentifier(property.name) && property.name.text === name)?.initializer;

const findValueNames = (parts: ObjectLiteralExpression | undefined): string[] | undefined => {
  const values = findProperty(parts, 'values');
  if (values === undefined)
    return parts?.properties.some(isShorthandPropertyAssignment) ? undefined : [];
  if (!isObjectLiteralExpression(values)) return undefined;
  const names = values.properties.map((property) =>
    (isPropertyAssignment(property) || isShorthandPropertyAssignment(property)) &&
    isIdentifier(property.name)
      ? property.name.text
      : undefined
  );
  return names.every((name) => name !== undefined) ? names : undefined;
};
