import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Alert } from '../../common/alert/alert';
import { findText } from '../../common/event/get_values';
import { toHostMoment, type HostMoment } from '../../common/osquery/run_filter';
import { toApiError } from '../api/api_error';
import { useHost } from '../app/host';
import { useGuide } from '../guide/use_guide';
import { toOwnQueryLabels } from '../guide/own_query_labels';
import { toQueryLabels } from '../guide/query_labels';
import { useChangeTriage } from '../triage/use_triage';
import { mergeRuns } from './known/merge_runs';
import type { Attempt, RunRequest, SentRun } from './run';
import { findRememberedRuns, rememberRun } from './known/run_memory';
import { useAvailability, type Availability } from './agent/use_availability';
import { toRunChange } from './to_run_change';
import { useLiveQueryClient } from './use_live_query_client';

/** The runs of the alert that is open, for the guide and for the list of runs alike. */
export interface Runs {
  readonly alert: Alert;
  readonly availability: Availability;
  /** On their way or refused, newest first. */
  readonly attempts: readonly Attempt[];
  /** Newest first. */
  readonly sent: readonly SentRun[];
  /** Whether `sent` holds what others and rules sent; `unread`: Kibana's list could not be read. */
  readonly history: 'loading' | 'read' | 'unread';
  readonly start: (request: RunRequest) => void;
}

const RunsContext = createContext<Runs | undefined>(undefined);

export const useRuns = (): Runs => {
  const runs = useContext(RunsContext);
  if (runs === undefined) throw new Error('useRuns needs a RunsProvider above it.');
  return runs;
};

/** Must be given a `key` of the alert's id: the runs of one alert are nothing to another. */
export const RunsProvider = ({
  alert,
  children,
}: {
  alert: Alert;
  children: ReactNode;
}): ReactElement => {
  const availability = useAvailability(alert);
  const { sent, history, remember } = useSentRuns(alert);
  const { attempts, start } = useAttempts(alert, availability, remember);
  const runs = useMemo(
    () => ({ alert, availability, attempts, sent, history, start }),
    [alert, availability, attempts, sent, history, start]
  );
  return <RunsContext.Provider value={runs}>{children}</RunsContext.Provider>;
};

const useSentRuns = (
  alert: Alert
): Pick<Runs, 'sent' | 'history'> & { remember: (run: SentRun) => void } => {
  const { osqueryInstalled, osqueryRights, mayWrite } = useHost();
  const client = useLiveQueryClient();
  const [remembered, setRemembered] = useState(() => findRememberedRuns(alert.id));
  const guide = useGuide(alert.id);
  // No right to read the list, or none kept: then only what this browser started is listed.
  const known = useQuery({
    queryKey: ['runHistory', alert.id],
    queryFn: ({ signal }) => client.history({ alertId: alert.id, host: toMoment(alert) }, signal),
    enabled: osqueryInstalled && osqueryRights.mayRead,
  });
  const labels = useMemo(
    () => new Map([...toOwnQueryLabels(alert.event), ...toQueryLabels(guide.data ?? [])]),
    [alert.event, guide.data]
  );
  const sent = useMemo(
    () => mergeRuns(remembered, known.data ?? [], alert.id, labels),
    [remembered, known.data, alert.id, labels]
  );
  const { change } = useChangeTriage(alert);
  const remember = useCallback(
    (run: SentRun) => {
      rememberRun(run);
      setRemembered((runs) => [run, ...runs]);
      if (mayWrite) change(toRunChange(run));
    },
    [change, mayWrite]
  );
  const history = known.isInitialLoading ? 'loading' : known.isError ? 'unread' : 'read';
  return { sent, history, remember };
};

const toMoment = ({ event, raisedAt }: Alert): HostMoment | undefined => {
  const agentId = findText(event, 'agent.id');
  return agentId === undefined ? undefined : toHostMoment(agentId, raisedAt);
};

const useAttempts = (
  alert: Alert,
  availability: Availability,
  remember: (run: SentRun) => void
): { attempts: readonly Attempt[]; start: (request: RunRequest) => void } => {
  const { now } = useHost();
  const client = useLiveQueryClient();
  const queryClient = useQueryClient();
  const count = useRef(0);
  // Not the state: of a double click both see the same one.
  const onTheirWay = useRef(new Set<string>());
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const agentId = availability.kind === 'available' ? availability.agentId : undefined;
  const start = useCallback(
    (request: RunRequest) => {
      if (agentId === undefined || onTheirWay.current.has(request.sql)) return;
      onTheirWay.current.add(request.sql);
      count.current += 1;
      const attempt: Attempt = {
        ...request,
        id: `attempt-${count.current}`,
        startedAt: now().getTime(),
      };
      // A new try takes the place of a refused one of the same query.
      setAttempts((known) => [
        attempt,
        ...known.filter(({ sql, refusal }) => sql !== request.sql || refusal === undefined),
      ]);
      client
        .create({
          query: request.sql,
          agent_ids: [agentId],
          alert_ids: [alert.id],
          ...(request.ecsMapping === undefined ? {} : { ecs_mapping: request.ecsMapping }),
        })
        .then(
          (created) => {
            remember({
              ...request,
              ...created,
              alertId: alert.id,
              agentId,
              startedAt: attempt.startedAt,
            });
            setAttempts((known) => known.filter(({ id }) => id !== attempt.id));
            void queryClient.invalidateQueries({ queryKey: ['agent', agentId] });
          },
          (cause: unknown) => {
            const { status, message } = toApiError(cause);
            setAttempts((known) =>
              known.map((other) =>
                other.id === attempt.id ? { ...other, refusal: { status, message } } : other
              )
            );
          }
        )
        .finally(() => onTheirWay.current.delete(request.sql));
    },
    [agentId, alert.id, client, now, queryClient, remember]
  );
  return { attempts, start };
};
