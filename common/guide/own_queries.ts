import { HOST_QUERIES } from './host_queries';
import type { OwnQuery } from './own_query';
import { TREE_QUERIES } from './tree_queries';

/** Every query of this product's own, in the order of the steps. */
export const OWN_QUERIES: readonly OwnQuery[] = [...TREE_QUERIES, ...HOST_QUERIES];
