import type { FeaturesPluginSetup, KibanaFeatureConfig } from '@kbn/features-plugin/server';

type Capabilities = Record<string, Record<string, boolean>>;

/** Takes features as Kibana does. The one local user has every privilege, so what a feature's `all` shows is what the user may do. */
export const createFeatures = (): {
  setup: FeaturesPluginSetup;
  getCapabilities(): Capabilities;
} => {
  const features = new Map<string, KibanaFeatureConfig>();
  return {
    setup: {
      registerKibanaFeature(feature) {
        if (features.has(feature.id)) throw new Error(`Feature ${feature.id} is registered twice.`);
        features.set(feature.id, feature);
      },
    },
    getCapabilities: () =>
      Object.fromEntries(
        [...features].map(([id, { privileges }]) => [
          id,
          Object.fromEntries(privileges.all.ui.map((capability) => [capability, true])),
        ])
      ),
  };
};
