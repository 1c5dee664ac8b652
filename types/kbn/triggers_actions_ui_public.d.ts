/** The slice of `@kbn/triggers-actions-ui-plugin/public` this plugin calls, the same in 8.12 and 9.x. */
declare module '@kbn/triggers-actions-ui-plugin/public' {
  import type { ComponentType, LazyExoticComponent } from 'react';

  export interface RuleTypeFormProps {
    /** Saved-object id of the rule that is edited; undefined for a new one. */
    id?: string;
    /** Empty for a new rule. */
    ruleParams: Readonly<Record<string, unknown>>;
    setRuleProperty(property: 'params', value: Record<string, unknown>): void;
  }

  /** How the page of rules in Stack Management shows and edits rules of one type. */
  export interface RuleTypeModel {
    id: string;
    description: string;
    iconClass: string;
    documentationUrl: null;
    /** By field of the parameters; a rule with any can't be saved. */
    validate(params: Readonly<Record<string, unknown>>): { errors: Record<string, string[]> };
    ruleParamsExpression: LazyExoticComponent<ComponentType<RuleTypeFormProps>>;
    /** A rule of a type that requires it can't be edited there. */
    requiresAppContext: false;
    defaultActionMessage: string;
    defaultSummaryMessage: string;
  }

  export interface TriggersActionsUiSetup {
    ruleTypeRegistry: { register(model: RuleTypeModel): void };
  }
}
