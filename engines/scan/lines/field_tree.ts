/** Which keys of an object matter, and what of their values. */
export interface FieldTree {
  readonly keys: ReadonlyMap<string, FieldTree>;
  /** Whether values that are no objects matter. */
  readonly isLeaf: boolean;
}

interface GrowingTree {
  readonly keys: Map<string, GrowingTree>;
  isLeaf: boolean;
}

/** Joins dotted paths to a tree of keys. A path may be cut at any of its dots, since `{"a.b": 1}` equals `{"a": {"b": 1}}`. */
export const toFieldTree = (paths: readonly string[]): FieldTree => {
  const root = createTree();
  for (const path of paths) addPath(root, path);
  return root;
};

const createTree = (): GrowingTree => ({ keys: new Map(), isLeaf: false });

const getKey = (tree: GrowingTree, key: string): GrowingTree => {
  const known = tree.keys.get(key) ?? createTree();
  tree.keys.set(key, known);
  return known;
};

const addPath = (tree: GrowingTree, path: string): void => {
  getKey(tree, path).isLeaf = true;
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    if (dot > 0) addPath(getKey(tree, path.slice(0, dot)), path.slice(dot + 1));
  }
};
