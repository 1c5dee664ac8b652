import { i18n } from '@kbn/i18n';

/** The evidence that `labels.parent_guess` names. */
export const toEvidenceText = (guess: string): string => EVIDENCE[guess]?.() ?? guess;

const EVIDENCE: Readonly<Record<string, () => string>> = {
  failed_exec: () =>
    i18n.translate('webServerRce.chain.evidenceFailedExec', {
      defaultMessage: 'a program it tried in vain to start',
    }),
  user_record: () =>
    i18n.translate('webServerRce.chain.evidenceUserRecord', {
      defaultMessage: 'what it reported to audit itself',
    }),
  memory_layout: () =>
    i18n.translate('webServerRce.chain.evidenceMemory', {
      defaultMessage: 'memory addresses that only forks of one program share',
    }),
  neighbour: () =>
    i18n.translate('webServerRce.chain.evidenceNeighbour', {
      defaultMessage: 'the nearest process of the same session',
    }),
  precedent: () =>
    i18n.translate('webServerRce.chain.evidencePrecedent', {
      defaultMessage: 'forks of the same program that started the same before',
    }),
  sole_server: () =>
    i18n.translate('webServerRce.chain.evidenceSoleServer', {
      defaultMessage: 'the only server that can have forked it',
    }),
};
