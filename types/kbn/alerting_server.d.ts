/** The slice of `@kbn/alerting-plugin/server` this plugin calls. Holds for Kibana 8.12.2 and, where marked, 9.x. */
declare module '@kbn/alerting-plugin/server' {
  import type { ElasticsearchClient, KibanaRequest, Logger } from '@kbn/core/server';

  export interface AlertsClient {
    /** Throws on the second call with one id within a run. */
    report(alert: { id: string; actionGroup: string; payload: Record<string, unknown> }): {
      /** Id of the document that is written. */
      uuid: string;
    };
    /** Replaces payload and context of an alert that was reported in this run. */
    setAlertData(alert: {
      id: string;
      payload: Record<string, unknown>;
      /** What templates of actions read as `{{context.…}}`. */
      context: Record<string, string>;
    }): void;
    getAlertLimitValue(): number;
    /** Must be called once `getAlertLimitValue` was, or the run fails. */
    setAlertLimitReached(reached: boolean): void;
  }

  export interface RuleExecutorServices {
    readonly scopedClusterClient: {
      readonly asCurrentUser: ElasticsearchClient;
      readonly asInternalUser: ElasticsearchClient;
    };
    /** Null when framework alerts are switched off or their indices could not be installed. */
    readonly alertsClient: AlertsClient | null;
    shouldStopExecution(): boolean;
    readonly ruleResultService?: {
      addLastRunWarning(message: string): void;
      addLastRunError(message: string): void;
      setLastRunOutcomeMessage(message: string): void;
    };
  }

  export interface RuleExecutorOptions<Params, State> {
    readonly executionId: string;
    readonly logger: Logger;
    readonly params: Params;
    readonly state: State;
    readonly startedAt: Date;
    readonly previousStartedAt: Date | null;
    readonly spaceId: string;
    readonly rule: {
      readonly id: string;
      readonly name: string;
      readonly schedule: { readonly interval: string };
      /** When it was made, switched on or changed last. */
      readonly updatedAt?: Date;
    };
    readonly services: RuleExecutorServices;
  }

  export interface FieldDefinition {
    type: string;
    array: boolean;
    required: boolean;
    ignore_above?: number;
  }

  export interface RuleType<Params, State> {
    id: string;
    name: string;
    actionGroups: Array<{ id: string; name: string }>;
    defaultActionGroupId: string;
    /** Alerting adds this group to every type; a type can but name it. */
    recoveryActionGroup?: { id: 'recovered'; name: string };
    actionVariables?: {
      context: Array<{ name: string; description: string; usesPublicBaseUrl?: boolean }>;
    };
    minimumLicenseRequired: 'basic';
    isExportable: boolean;
    category: string;
    producer: string;
    validate: { params: { validate(params: unknown): Params } };
    /** 9.x: required by type. */
    solution?: 'security';
    autoRecoverAlerts: boolean;
    cancelAlertsOnRuleTimeout: boolean;
    ruleTaskTimeout?: string;
    defaultScheduleInterval: string;
    getViewInAppRelativeUrl?(options: { rule: { id: string } }): string;
    alerts: {
      context: string;
      mappings: { fieldMap: Record<string, FieldDefinition> };
      shouldWrite: true;
      useEcs: boolean;
      useLegacyAlerts: boolean;
    };
    executor(options: RuleExecutorOptions<Params, State>): Promise<{ state: State }>;
  }

  export interface AlertingServerSetup {
    registerType<Params, State>(ruleType: RuleType<Params, State>): void;
  }

  export interface Rule {
    readonly id: string;
    readonly name: string;
    readonly enabled: boolean;
    readonly schedule: { readonly interval: string };
    readonly params: Record<string, unknown>;
    readonly executionStatus: { readonly lastExecutionDate: Date };
    readonly lastRun?: {
      readonly outcome: 'succeeded' | 'warning' | 'failed';
      readonly outcomeMsg?: string[] | string | null;
    } | null;
    readonly nextRun?: Date | null;
    readonly tags: string[];
  }

  /** A change of rules that loses none made meanwhile: each rule is read, modified and written again where somebody else wrote it in between. */
  export interface RuleEdit {
    /** In KQL. */
    filter: string;
    operations: Array<{ operation: 'set'; field: 'schedule'; value: { interval: string } }>;
    /** Is given the parameters, by newer Kibanas the whole rule; what it throws becomes one of the errors. */
    paramsModifier(
      given: Record<string, unknown> | Pick<Rule, 'id' | 'params'>
    ): Promise<{ modifiedParams: Record<string, unknown>; isParamsUpdateSkipped: boolean }>;
  }

  export type RulesClient = RulesClientMethods & (RuleSwitchOf8 | RuleSwitchOf9);

  /** 8.12. */
  export interface RuleSwitchOf8 {
    enable(params: { id: string }): Promise<unknown>;
    disable(params: { id: string }): Promise<unknown>;
  }

  /** 9.x. */
  export interface RuleSwitchOf9 {
    enableRule(params: { id: string }): Promise<unknown>;
    disableRule(params: { id: string }): Promise<unknown>;
  }

  export interface RulesClientMethods {
    find(params: {
      options: { filter: string; sortField: string; sortOrder: 'asc' | 'desc'; perPage: number };
    }): Promise<{ data: Rule[] }>;
    create(params: {
      data: {
        name: string;
        alertTypeId: string;
        consumer: string;
        schedule: { interval: string };
        params: Record<string, unknown>;
        enabled: boolean;
        tags: string[];
        actions: [];
      };
      /** A UUID of version 1 to 5. Rejects with a Boom error of status 409 where there is such a rule. */
      options: { id: string };
    }): Promise<Rule>;
    bulkEdit(edit: RuleEdit): Promise<{
      errors: Array<{ message: string; rule: { id: string } }>;
      /** Rules that the filter finds. */
      total: number;
    }>;
    /** Answers a sentence where the rule does not run, as it is disabled or running. */
    runSoon(params: { id: string }): Promise<string | void>;
  }

  export interface AlertingServerStart {
    /** 9.x answers a Promise. */
    getRulesClientWithRequest(request: KibanaRequest): RulesClient | Promise<RulesClient>;
  }
}
