import type { HttpSetup } from '@kbn/core/public';
import { z } from 'zod';
import type { Alert } from '../../common/alert/alert';
import { toApiError } from '../api/api_error';
import { toPath } from '../api/to_path';
import type { CaseAccess } from './case_access';

/** Cases' public API; its version is a date in every Kibana. */
const API_VERSION = '2023-10-31';
const CASES_PATH = '/api/cases';
/** As many as Kibana answers at once. */
const MOST_CASES = 100;

const caseSchema = z.object({ id: z.string().min(1), title: z.string(), status: z.string() });
export type CaseFacts = z.infer<typeof caseSchema>;

/** What a new case starts with. */
export interface CaseDraft {
  /** At most 160 characters. */
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly severity: Alert['severity'];
}

/** Kibana's cases of one owner with the reader's own rights. Every call throws ApiError. */
export interface CasesClient {
  /** Those not closed, the last changed first. */
  listOpen(): Promise<readonly CaseFacts[]>;
  listOfAlert(alertId: string): Promise<readonly CaseFacts[]>;
  create(draft: CaseDraft): Promise<CaseFacts>;
  /** @param index the one that holds the alert: an alias may stand for several */
  addAlert(caseId: string, alert: Alert, index: string): Promise<void>;
  /** @param comment Markdown, at most 30,000 characters */
  addComment(caseId: string, comment: string): Promise<void>;
}

export const createCasesClient = (http: HttpSetup, owner: CaseAccess['owner']): CasesClient => {
  const get = (path: string, query: Record<string, string | number>): Promise<unknown> =>
    http.fetch(path, { method: 'GET', version: API_VERSION, query: { ...query, owner } });
  const post = (path: string, body: object): Promise<unknown> =>
    http.fetch(path, {
      method: 'POST',
      version: API_VERSION,
      body: JSON.stringify({ ...body, owner }),
    });
  const addTo = async (caseId: string, attachment: object): Promise<void> => {
    await post(toPath(`${CASES_PATH}/{caseId}/comments`, { caseId }), attachment);
  };
  return {
    listOpen: () =>
      orApiError(async () => {
        const query = { sortField: 'updatedAt', sortOrder: 'desc', perPage: MOST_CASES };
        const answer = await get(`${CASES_PATH}/_find`, query);
        const { cases } = z.object({ cases: z.array(caseSchema) }).parse(answer);
        return cases.filter(({ status }) => status !== 'closed');
      }),
    listOfAlert: (alertId) =>
      orApiError(async () =>
        z
          .array(caseSchema)
          .parse(await get(toPath(`${CASES_PATH}/alerts/{alertId}`, { alertId }), {}))
      ),
    create: (draft) =>
      orApiError(async () =>
        caseSchema.parse(
          await post(CASES_PATH, {
            ...draft,
            tags: ['web-server-rce'],
            connector: { id: 'none', name: 'none', type: '.none', fields: null },
            // Kibana would write the case's status into the alert with rights on its index that readers don't have.
            settings: { syncAlerts: false },
          })
        )
      ),
    addAlert: (caseId, { id, ruleUuid, ruleName }, index) =>
      orApiError(() =>
        addTo(caseId, { type: 'alert', alertId: id, index, rule: { id: ruleUuid, name: ruleName } })
      ),
    addComment: (caseId, comment) => orApiError(() => addTo(caseId, { type: 'user', comment })),
  };
};

const orApiError = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    throw toApiError(cause);
  }
};
