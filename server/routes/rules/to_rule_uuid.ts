import { createHash } from 'node:crypto';

/**
 * The id in alerting of a shipped rule in a space, a UUID of version 5. Whoever enables the rule gives it the same id,
 * so that two who do so at once make one rule; Kibana takes no other ids than UUIDs for a rule.
 */
export const toRuleUuid = (spaceId: string, ruleId: string): string => {
  const digits = createHash('sha1').update(`webServerRce:${spaceId}:${ruleId}`).digest('hex');
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
};
