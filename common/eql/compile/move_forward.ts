/**
 * Lets an item change places with the one before it. Done with each test that fails, it brings to the front what fails most
 * often, so that the others need not be asked.
 */
export const moveForward = <Item>(items: Item[], index: number): void => {
  const item = items[index];
  const before = items[index - 1];
  if (item === undefined || before === undefined) return;
  items[index - 1] = item;
  items[index] = before;
};
