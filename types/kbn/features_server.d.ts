/** The slice of `@kbn/features-plugin/server` this plugin calls. Holds for Kibana 8.12.2 and, where marked, 9.x. */
declare module '@kbn/features-plugin/server' {
  /** Up to 8.17: the rule type's id. From 8.18 on: id with the consumers it may be used by. */
  export type FeatureAlerting = string | { ruleTypeId: string; consumers: string[] };

  export interface FeaturePrivilege {
    app: string[];
    management: Record<string, string[]>;
    api: string[];
    ui: string[];
    savedObject: { all: string[]; read: string[] };
    alerting: {
      rule: { all?: FeatureAlerting[]; read?: FeatureAlerting[] };
      alert: { all?: FeatureAlerting[]; read?: FeatureAlerting[] };
    };
  }

  export interface KibanaFeatureConfig {
    id: string;
    name: string;
    category: { id: string; label: string; order?: number; euiIconType?: string };
    app: string[];
    management: Record<string, string[]>;
    alerting: FeatureAlerting[];
    privileges: { all: FeaturePrivilege; read: FeaturePrivilege };
  }

  export interface FeaturesPluginSetup {
    registerKibanaFeature(feature: KibanaFeatureConfig): void;
  }
}
