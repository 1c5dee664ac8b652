import type { RuleDefinition } from './rule_definition';
import { extendedRule } from './extended_rule';
import { webServerRule } from './web_server_rule';

/** Every rule this product ships, in the order in which they are listed. */
export const RULES: readonly RuleDefinition[] = [webServerRule, extendedRule];
