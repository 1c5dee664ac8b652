import { RULES } from '../../rule/rules';

/**
 * Rules of Elastic Security about commands that a web server runs, by the id that stays the same in every Kibana: those that it
 * ships, and ours where somebody made them there.
 */
export const WEB_SERVER_RULE_IDS: readonly string[] = [
  ...RULES.map(({ signatureId }) => signatureId),
  // Suspicious command; unusual child; unusual command; the same inside of containers.
  '6148b9f5-5b12-4704-9ef7-f4b4c5dd9bb5',
  'b2f0ea08-2b60-4a2d-93d7-fe996a30031a',
  '65f28c4d-cfc8-4847-9cca-f2fb1e319151',
  '497a7091-0ebd-44d7-88c4-367ab4d4d852',
];

/** ATT&CK's web shell: what all other rules of this kind are tagged with, those that are still to be written among them. */
export const WEB_SHELL_TECHNIQUE = 'T1505.003';
