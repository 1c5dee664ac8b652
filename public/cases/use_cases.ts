import { i18n } from '@kbn/i18n';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Alert } from '../../common/alert/alert';
import type { CaseReport } from '../../common/report/case_report';
import { toMarkdownText } from '../../common/report/markdown_escape';
import { ApiError, toApiError } from '../api/api_error';
import { useHost } from '../app/host';
import type { CaseAccess } from './case_access';
import { createCasesClient, type CaseFacts, type CasesClient } from './cases_client';
import { toCaseComment } from './to_case_comment';

const CASES_KEY = 'cases';

const useCasesClient = ({ owner }: CaseAccess): CasesClient => {
  const { http } = useHost();
  return useMemo(() => createCasesClient(http, owner), [http, owner]);
};

/** The cases an alert is in. */
export const useCasesOfAlert = (
  access: CaseAccess,
  alertId: string
): UseQueryResult<readonly CaseFacts[]> => {
  const client = useCasesClient(access);
  return useQuery({
    queryKey: [CASES_KEY, 'of', alertId],
    queryFn: () => client.listOfAlert(alertId),
  });
};

/** The cases that an alert can be added to. */
export const useOpenCases = (access: CaseAccess): UseQueryResult<readonly CaseFacts[]> => {
  const client = useCasesClient(access);
  return useQuery({ queryKey: [CASES_KEY, 'open'], queryFn: () => client.listOpen() });
};

/** Where an alert goes: a case that is there, or a new one of this title. */
export type CaseTarget = CaseFacts | { readonly newTitle: string };

export interface AddToCase {
  readonly add: (target: CaseTarget) => void;
  readonly isAdding: boolean;
}

/** Adds an alert and its report to a case, and says how that went. */
export const useAddToCase = (
  access: CaseAccess,
  {
    alert,
    index,
    getReport,
  }: { alert: Alert; index: string; getReport: (() => CaseReport) | undefined }
): AddToCase => {
  const client = useCasesClient(access);
  const { notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: async ({ target, report }: { target: CaseTarget; report: CaseReport }) => {
      const theCase =
        'id' in target
          ? target
          : await client.create({
              title: target.newTitle,
              description: toMarkdownText(report.sentence),
              severity: alert.severity,
            });
      try {
        await client.addAlert(theCase.id, alert, index);
        await client.addComment(theCase.id, toCaseComment(report, access.toAlertUrl(alert.id)));
      } catch (cause) {
        throw 'id' in target ? cause : toHalfMade(theCase, cause);
      }
      return theCase;
    },
    onSuccess: (theCase) => {
      queryClient.setQueryData<readonly CaseFacts[]>([CASES_KEY, 'of', alert.id], (known = []) => [
        ...known.filter(({ id }) => id !== theCase.id),
        theCase,
      ]);
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.case.added', {
          defaultMessage: 'The alert and its report are in the case “{title}”',
          values: { title: theCase.title },
        }),
      });
    },
    onError: (error) =>
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.case.failed', {
          defaultMessage: 'The alert was not added to a case',
        }),
        text: toApiError(error).message,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [CASES_KEY, 'open'] }),
  });
  return {
    add: (target) => {
      if (getReport !== undefined) mutate({ target, report: getReport() });
    },
    isAdding: isLoading,
  };
};

/** A case that was begun stays: what is missing in it can be added like to any other. */
const toHalfMade = ({ title }: CaseFacts, cause: unknown): ApiError => {
  const { message, status } = toApiError(cause);
  return new ApiError(
    i18n.translate('webServerRce.case.halfMade', {
      defaultMessage:
        'The case “{title}” was begun, but not everything could be added to it. {message} Try again with “Add to existing case”.',
      values: { title, message },
    }),
    status,
    undefined,
    { cause }
  );
};
