import type { CasesPluginStart } from '@kbn/cases-plugin/public';
import type { CoreStart } from '@kbn/core/public';
import { PLUGIN_ID } from '../../common/product';

/** Whose cases the reader works with, Elastic Security's before Kibana's own; each has an app that shows them. */
const OWNERS = [
  { owner: 'securitySolution', app: 'securitySolutionUI' },
  { owner: 'cases', app: 'management' },
] as const;

/** What the reader may do with cases. */
export interface CaseAccess {
  readonly owner: (typeof OWNERS)[number]['owner'];
  /** Whether he may begin cases, beside adding to those that are there. */
  readonly mayCreate: boolean;
  readonly toCaseUrl: (caseId: string) => string;
  /** With protocol and host: it is read in the case. */
  readonly toAlertUrl: (alertId: string) => string;
}

/** @returns undefined without the plugin, or where the reader may not add to anybody's cases */
export const findCaseAccess = (
  application: CoreStart['application'],
  cases: CasesPluginStart | undefined
): CaseAccess | undefined => {
  if (cases === undefined) return undefined;
  for (const { owner, app } of OWNERS) {
    const { read, create, createComment = create } = cases.helpers.canUseCases([owner]);
    if (read && createComment) {
      return {
        owner,
        mayCreate: create,
        toCaseUrl: (caseId) =>
          application.getUrlForApp(app, {
            deepLinkId: 'cases',
            path: `/${encodeURIComponent(caseId)}`,
          }),
        toAlertUrl: (alertId) =>
          application.getUrlForApp(PLUGIN_ID, {
            path: `/alerts/${encodeURIComponent(alertId)}`,
            absolute: true,
          }),
      };
    }
  }
  return undefined;
};
