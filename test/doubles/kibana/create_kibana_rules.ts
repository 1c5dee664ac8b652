import type {
  AlertingServerSetup,
  AlertingServerStart,
  Rule,
  RulesClient,
  RuleType,
} from '@kbn/alerting-plugin/server';
import { createBulkEdit } from './create_bulk_edit';
import type { KibanaLine } from './kibana_line';

type StoredRule = { -readonly [Key in keyof Rule]: Rule[Key] } & { alertTypeId: string };

const createBoomError = (statusCode: number, message: string): Error =>
  Object.assign(new Error(message), { isBoom: true, output: { statusCode } });

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Alerting's rules: what it refuses, and how it changes them. */
export const createKibanaRules = (line: KibanaLine) => {
  const types = new Map<string, RuleType<unknown, unknown>>();
  const rules = new Map<string, StoredRule>();
  const get = async (id: string): Promise<StoredRule> => {
    await later();
    const rule = rules.get(id);
    if (!rule) throw createBoomError(404, `Saved object [alert/${id}] not found`);
    return rule;
  };
  const validate = (typeId: string, params: unknown): void => {
    try {
      types.get(typeId)?.validate.params.validate(params);
    } catch (error) {
      throw createBoomError(400, `params invalid: ${String(error)}`);
    }
  };
  const switchTo =
    (enabled: boolean) =>
    async ({ id }: { id: string }): Promise<void> => {
      (await get(id)).enabled = enabled;
    };
  const methods = {
    async find({ options }: Parameters<RulesClient['find']>[0]) {
      await later();
      const typeId = /alertTypeId: "(.+)"/.exec(options.filter)?.[1];
      const data = [...rules.values()].filter(({ alertTypeId }) => alertTypeId === typeId);
      return { data };
    },
    async create({ data, options: { id } }: Parameters<RulesClient['create']>[0]) {
      await later();
      if (rules.has(id)) throw createBoomError(409, 'version conflict, document already exists');
      validate(data.alertTypeId, data.params);
      const executionStatus = { lastExecutionDate: new Date() };
      const rule: StoredRule = { id, ...data, executionStatus };
      rules.set(id, rule);
      return rule;
    },
    bulkEdit: createBulkEdit({
      list: () => rules.values(),
      find: (id) => rules.get(id),
      put: (rule: StoredRule) => void rules.set(rule.id, rule),
      validate: ({ alertTypeId }, params) => {
        validate(alertTypeId, params);
      },
      givesRule: line.editGivesRule,
    }),
    async runSoon({ id }: { id: string }) {
      return (await get(id)).enabled ? undefined : 'Error running rule: rule is disabled';
    },
  };
  const client: RulesClient = line.hasNewRulesClient
    ? { ...methods, enableRule: switchTo(true), disableRule: switchTo(false) }
    : { ...methods, enable: switchTo(true), disable: switchTo(false) };

  const setup: AlertingServerSetup = {
    registerType(type) {
      if (!/^[a-zA-Z0-9_\-.]+$/.test(type.id)) throw new Error(`Invalid rule type id ${type.id}`);
      if (types.has(type.id)) throw new Error(`Rule type ${type.id} is registered already.`);
      // The newer refuse a type that would recover alerts of a run that was cut short.
      if (line.hasNewRulesClient && !type.cancelAlertsOnRuleTimeout && type.autoRecoverAlerts)
        throw new Error('Rule types that don’t cancel alerts can’t recover them.');
      types.set(type.id, toAnyType(type));
    },
  };
  const start: AlertingServerStart = {
    getRulesClientWithRequest: () => (line.hasNewRulesClient ? Promise.resolve(client) : client),
  };
  return { setup, start, types, rules };
};

/** Alerting hands a type what it kept as JSON: what the type makes of it is the type's affair. */
const toAnyType = <Params, State>(type: RuleType<Params, State>): RuleType<unknown, unknown> => ({
  ...type,
  executor: (options) =>
    type.executor({
      ...options,
      params: type.validate.params.validate(options.params),
      state: options.state as State,
    }),
});
