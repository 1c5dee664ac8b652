import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { addExceptions } from '../../common/api/exceptions/add_exceptions';
import {
  previewException,
  type ExceptionPreview,
} from '../../common/api/exceptions/preview_exception';
import { removeException } from '../../common/api/exceptions/remove_exception';
import type { RuleList } from '../../common/api/rule_status';
import type { ExceptionDraft } from '../../common/exception/exception';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { RULES_KEY } from '../rule/use_rules';

export interface ExceptionControl {
  /** `onAdded` is called once the rule has them. */
  readonly add: (exceptions: readonly ExceptionDraft[], onAdded?: () => void) => void;
  readonly remove: (exceptionId: string) => void;
  readonly isBusy: boolean;
}

/** Changes a rule's exceptions, and says how that went. */
export const useExceptionControl = (ruleUuid: string): ExceptionControl => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const params = { id: ruleUuid };
  const show = (rules: RuleList, title: string): void => {
    queryClient.setQueryData(RULES_KEY, rules);
    notify({ tone: 'success', title });
  };
  const onError = (error: unknown): void =>
    notify({ tone: 'danger', title: failedText(), text: toApiError(error).message });
  const adding = useMutation({
    mutationFn: (exceptions: readonly ExceptionDraft[]) =>
      callEndpoint(http, addExceptions, { params, body: { exceptions: [...exceptions] } }),
    onSuccess: (rules, { length: count }) => show(rules, toAddedText(count)),
    onError,
  });
  const removing = useMutation({
    mutationFn: (exceptionId: string) =>
      callEndpoint(http, removeException, { params, body: { exceptionId } }),
    onSuccess: (rules) => show(rules, removedText()),
    onError,
  });
  return {
    add: (exceptions, onAdded) =>
      adding.mutate(exceptions, onAdded ? { onSuccess: () => onAdded() } : {}),
    remove: (exceptionId) => removing.mutate(exceptionId),
    isBusy: adding.isLoading || removing.isLoading,
  };
};

/** What an exception would have hidden; nothing is asked while it has a mistake. */
export const useExceptionPreview = (
  ruleUuid: string,
  draft: Pick<ExceptionDraft, 'query' | 'upToRisk'> | undefined
): UseQueryResult<ExceptionPreview> => {
  const { http } = useHost();
  return useQuery({
    queryKey: ['exception_preview', ruleUuid, draft],
    queryFn: ({ signal }) => {
      const body = draft ?? { query: '' };
      return callEndpoint(http, previewException, { params: { id: ruleUuid }, body, signal });
    },
    enabled: draft !== undefined,
  });
};

const failedText = (): string =>
  i18n.translate('webServerRce.exception.notSaved', {
    defaultMessage: 'The exceptions were not changed',
  });
const toAddedText = (count: number): string =>
  i18n.translate('webServerRce.exception.added', {
    defaultMessage:
      '{count, plural, one {# exception holds} other {# exceptions hold}} from the next run on',
    values: { count },
  });
const removedText = (): string =>
  i18n.translate('webServerRce.exception.removed', {
    defaultMessage: 'The exception is removed: what it hid is raised from the next run on',
  });
