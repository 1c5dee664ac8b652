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
import { isOtherAgent } from './agent/is_other_agent';
import { toRunChange } from './to_run_change';
import { useLiveQueryClient } from './use_live_query_client';

/** The runs of the alert that is open, for the guide and for the list of runs alike. */
export interface Runs {
  readonly alert: Alert;
  readonly availability: Availability;
  /** On their way or refused, newest first. */
  readonly attempts: readonly Attempt[];
  /** On the alert's own host, newest first. */
  readonly sent: readonly SentRun[];
  /** On other hosts, newest first: their rows are nothing of the alert's host. */
  readonly elsewhere: readonly SentRun[];
  /** Whether `sent` holds what others and rules sent; `unread`: Kibana's list could not be read. */
  readonly history: 'loading' | 'read' | 'unread';
  /** Agents that queries are sent to: the alert's own, or others that the reader chose. */
  readonly targets: readonly string[];
  readonly setTargets: (agentIds: readonly string[]) => void;
  /** @param agentIds the `targets` if left out */
  readonly start: (request: RunRequest, agentIds?: readonly string[]) => void;
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
  const { history, remember, ...known } = useSentRuns(alert);
  const ownAgentId = availability.kind === 'available' ? availability.agentId : undefined;
  const [chosen, setTargets] = useState<readonly string[]>([]);
  const targets = useMemo(
    () => (chosen.length === 0 && ownAgentId !== undefined ? [ownAgentId] : chosen),
    [chosen, ownAgentId]
  );
  const { attempts, start } = useAttempts(alert, targets, remember);
  const { sent, elsewhere } = useMemo(() => {
    const isElsewhere = ({ agentId }: SentRun): boolean => isOtherAgent(alert, agentId);
    return {
      sent: known.sent.filter((run) => !isElsewhere(run)),
      elsewhere: known.sent.filter(isElsewhere),
    };
  }, [alert, known.sent]);
  const runs = useMemo(
    () => ({
      ...{ alert, availability, attempts, sent, elsewhere, history },
      ...{ targets, setTargets, start },
    }),
    [alert, availability, attempts, sent, elsewhere, history, targets, start]
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
  targets: readonly string[],
  remember: (run: SentRun) => void
): Pick<Runs, 'attempts' | 'start'> => {
  const { now } = useHost();
  const client = useLiveQueryClient();
  const queryClient = useQueryClient();
  const count = useRef(0);
  // Not the state: of a double click both see the same one.
  const onTheirWay = useRef(new Set<string>());
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const send = useCallback(
    (request: RunRequest, agentId: string) => {
      const key = JSON.stringify([agentId, request.sql]);
      if (onTheirWay.current.has(key)) return;
      onTheirWay.current.add(key);
      count.current += 1;
      const attempt: Attempt = {
        ...request,
        id: `attempt-${count.current}`,
        agentId,
        startedAt: now().getTime(),
      };
      // A new try takes the place of a refused one of the same query.
      setAttempts((known) => [
        attempt,
        ...known.filter(
          (other) =>
            other.sql !== request.sql || other.agentId !== agentId || other.refusal === undefined
        ),
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
        .finally(() => onTheirWay.current.delete(key));
    },
    [alert.id, client, now, queryClient, remember]
  );
  const start = useCallback(
    (request: RunRequest, agentIds = targets) => {
      for (const agentId of agentIds) send(request, agentId);
    },
    [send, targets]
  );
  return { attempts, start };
};
