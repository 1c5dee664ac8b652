import { z } from 'zod';

/** What becomes of an action on a host once it has been asked for. */
type Outcome = 'successful' | 'failed' | 'pending' | 'expired';

export interface DefendRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface DefendAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface SentAction {
  readonly id: string;
  readonly command: 'isolate' | 'kill-process';
  readonly agents: readonly string[];
  readonly comment: string | undefined;
  readonly parameters: unknown;
  /** The host is not asked at once: the first look finds an action that waits. */
  looks: number;
}

interface DefendState {
  readonly rights?: readonly string[];
  readonly licence?: string;
  readonly outcome?: Outcome;
  /** What the host says of a failure. */
  readonly errors?: readonly string[];
  readonly now?: () => Date;
}

const words = z.array(z.string().min(1)).min(1);
const base = z.object({
  endpoint_ids: words,
  alert_ids: words.optional(),
  case_ids: words.optional(),
  comment: z.string().optional(),
});
const COMMANDS = {
  isolate: {
    command: 'isolate',
    right: 'writeHostIsolation',
    licences: ['platinum', 'enterprise'],
    schema: base.extend({ parameters: z.object({}).strict().optional() }).strict(),
  },
  kill_process: {
    command: 'kill-process',
    right: 'writeProcessOperations',
    licences: ['enterprise'],
    schema: base
      .extend({
        parameters: z.union([
          z.object({ pid: z.number().min(1) }).strict(),
          z.object({ entity_id: z.string().min(1) }).strict(),
        ]),
      })
      .strict(),
  },
} as const;

const REFUSAL: DefendAnswer = {
  status: 403,
  body: { statusCode: 403, error: 'Forbidden', message: 'Endpoint authorization failure' },
};

/** The endpoints of Elastic Defend's response actions by their public contract: request, refusal and state of one action. */
export const createDefend = ({
  rights = ['writeHostIsolation', 'writeProcessOperations'],
  licence = 'enterprise',
  outcome = 'successful',
  errors = [],
  now = () => new Date('2026-11-24T03:00:00.000Z'),
}: DefendState = {}) => {
  const sent: SentAction[] = [];

  const send = (name: keyof typeof COMMANDS, body: unknown): DefendAnswer => {
    const { command, right, licences, schema } = COMMANDS[name];
    const parsed = schema.safeParse(body);
    if (!parsed.success) {
      const message = `[request body]: ${parsed.error.message}`;
      return { status: 400, body: { statusCode: 400, error: 'Bad Request', message } };
    }
    const isLicensed = licences.some((one) => one === licence);
    if (!isLicensed || !rights.includes(right)) return REFUSAL;
    const { endpoint_ids: agents, comment, parameters } = parsed.data;
    const action = { id: `action-${sent.length + 1}`, command, agents, comment, parameters };
    sent.push({ ...action, looks: 0 });
    return { status: 200, body: { action: action.id, data: toDetails({ ...action, looks: 0 }) } };
  };

  const toDetails = ({ id, command, agents, comment, parameters, looks }: SentAction): object => {
    const isCompleted = looks > 1 && (outcome === 'successful' || outcome === 'failed');
    const isExpired = looks > 1 && outcome === 'expired';
    const wasSuccessful = isCompleted && outcome === 'successful';
    return {
      id,
      agents,
      hosts: Object.fromEntries(agents.map((agent) => [agent, { name: '' }])),
      command,
      startedAt: now().toISOString(),
      isCompleted,
      ...(isCompleted && { completedAt: now().toISOString() }),
      wasSuccessful,
      ...(isCompleted && !wasSuccessful && { errors }),
      isExpired,
      status: wasSuccessful ? 'successful' : isCompleted || isExpired ? 'failed' : 'pending',
      outputs: {},
      agentState: {},
      createdBy: 'elastic',
      comment,
      parameters,
    };
  };

  return {
    sent: sent as readonly SentAction[],
    answer({ method, path, body }: DefendRequest): DefendAnswer {
      const name = /^\/api\/endpoint\/action\/(.+)$/.exec(path)?.[1] ?? '';
      if (method === 'POST' && (name === 'isolate' || name === 'kill_process'))
        return send(name, body);
      const action = sent.find(({ id }) => id === name);
      if (method !== 'GET' || action === undefined) {
        const message = `Action with id '${name}' not found.`;
        return { status: 404, body: { statusCode: 404, error: 'Not Found', message } };
      }
      action.looks += 1;
      return { status: 200, body: { data: toDetails(action) } };
    },
  };
};
