/** What marks a live query as sent by a rule when it raised an alert; kept with it wherever live queries are kept. */
export const EVIDENCE_MARK = { web_server_rce: 'evidence' } as const;

/** Whether the `metadata` of a live query has the mark. */
export const hasEvidenceMark = (metadata: unknown): boolean =>
  typeof metadata === 'object' &&
  metadata !== null &&
  'web_server_rce' in metadata &&
  metadata.web_server_rce === EVIDENCE_MARK.web_server_rce;
