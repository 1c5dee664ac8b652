import ts from 'typescript';
import { expect, test } from 'vitest';
import { listSources, readText } from './repository';

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

const toNames = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((part) => (ts.isBindingElement(part) ? toNames(part.name) : []));

/** Names a file declares and exports, types included; what it hands on from others is theirs. */
const listExportedNames = (path: string): string[] =>
  ts
    .createSourceFile(path, readText(path), ts.ScriptTarget.Latest)
    .statements.filter(isExported)
    .flatMap((node) => {
      if (ts.isVariableStatement(node)) {
        return node.declarationList.declarations.flatMap(({ name }) => toNames(name));
      }
      const isNamed = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node);
      const declared =
        isNamed || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);
      return declared && node.name !== undefined ? toNames(node.name) : [];
    });

/** Doors hand on; Kibana wants a `plugin` from both of its own, and the recorder a `lab` from each of its labs. */
const isDoor = (path: string): boolean => /(^|\/)index\.tsx?$|\/labs\/\w+\/lab\.ts$/.test(path);

test('an exported name stands for one thing in the whole project', () => {
  const places = new Map<string, string[]>();
  const files = listSources(
    'common',
    'engines',
    'public',
    'scripts',
    'server',
    'standalone',
    'test'
  );
  for (const path of files.filter((file) => !isDoor(file))) {
    for (const name of new Set(listExportedNames(path))) {
      places.set(name, [...(places.get(name) ?? []), path]);
    }
  }
  expect(places.size).toBeGreaterThan(1000);
  expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
});
