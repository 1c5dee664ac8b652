import type { FeatureAlerting, KibanaFeatureConfig } from '@kbn/features-plugin/server';
import { z } from 'zod';
import type { KibanaLine } from './kibana_line';

const names = z.array(z.string());
const sections = z.record(names).optional();

/** @throws Error where Kibana's own check of a feature would end the boot */
export const checkFeature = (feature: KibanaFeatureConfig, line: KibanaLine): void => {
  const alerting = z.array(
    line.featureAlerting === 'id'
      ? z.string()
      : z.object({ ruleTypeId: z.string(), consumers: names.min(1) }).strict()
  );
  const scope = z.object({ all: alerting.optional(), read: alerting.optional() }).strict();
  const privilege = z
    .object({
      app: names,
      management: sections,
      api: names,
      ui: names,
      savedObject: z.object({ all: names, read: names }).strict(),
      alerting: z.object({ rule: scope, alert: scope }).strict(),
    })
    .strict();
  z.object({
    id: z.string().regex(/^(?!(catalogue|management|navLinks)$)[a-zA-Z0-9_-]+$/),
    name: z.string().min(1),
    category: z
      .object({
        id: z.string(),
        label: z.string(),
        order: z.number().optional(),
        euiIconType: z.string().optional(),
      })
      .strict(),
    app: names,
    management: sections,
    alerting,
    privileges: z.object({ all: privilege, read: privilege }).strict(),
  })
    .strict()
    .parse(feature);

  const privileges = Object.values(feature.privileges);
  expectSame(
    'app',
    feature.app,
    privileges.flatMap(({ app }) => app)
  );
  expectSame(
    'management',
    toSections(feature.management),
    privileges.flatMap(({ management }) => toSections(management))
  );
  expectSame(
    'alerting',
    feature.alerting.map(toKey),
    privileges
      .flatMap(({ alerting: { rule, alert } }) => [rule.all, rule.read, alert.all, alert.read])
      .flatMap((granted = []) => granted.map(toKey))
  );
};

const toKey = (alerting: FeatureAlerting): string => JSON.stringify(alerting);

const toSections = (management: Readonly<Record<string, readonly string[]>> = {}): string[] =>
  Object.entries(management).flatMap(([section, apps]) => apps.map((app) => `${section}/${app}`));

/** All that a feature lists must be granted by a privilege, and no privilege may grant more. */
const expectSame = (what: string, listed: readonly string[], granted: readonly string[]): void => {
  const [one, other] = [listed, granted].map((list) => [...new Set(list)].sort().join());
  if (one !== other) throw new Error(`Feature privileges: ${what} is ${one}, granted is ${other}`);
};
