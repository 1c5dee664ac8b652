import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { App, CoreSetup } from '@kbn/core/public';
import type { RuleTypeModel } from '@kbn/triggers-actions-ui-plugin/public';
import { plugin } from './index';

/** What this plugin may add to every page of Kibana, in bytes. */
const PAGE_LOAD_BUDGET = 10_000;

const createCore = (apps: App[]): CoreSetup<object> => ({
  application: { register: (app) => apps.push(app) },
  http: { basePath: { prepend: (path) => `/base/s/dmz${path}` } },
  getStartServices: () => Promise.reject(new Error('asked for before the app is opened')),
});

test('registers the app with what Kibana’s menu and search need', () => {
  const apps: App[] = [];
  const instance = plugin({ env: { packageInfo: { version: '8.12.2' } } });
  instance.setup(createCore(apps), {});
  expect(instance.start()).toEqual({});
  expect(apps).toHaveLength(1);
  expect(apps[0]).toMatchObject({
    id: 'webServerRce',
    title: 'Web Server RCE',
    appRoute: '/app/webServerRce',
    category: { id: 'securitySolution' },
    deepLinks: [{ id: 'alerts', path: '/' }],
  });
});

test('registers our rules with Kibana’s page of rules, editable there', () => {
  const models: RuleTypeModel[] = [];
  const ruleTypeRegistry = { register: (model: RuleTypeModel) => models.push(model) };
  plugin({ env: { packageInfo: { version: '8.12.2' } } }).setup(createCore([]), {
    triggersActionsUi: { ruleTypeRegistry },
  });
  const [model] = models;
  expect(model).toMatchObject({ id: 'webServerRce.eql', requiresAppContext: false });
  expect(model?.validate({}).errors).toEqual({ ruleId: ['Choose a rule.'] });
  expect(model?.validate({ ruleId: 'seed' }).errors).toEqual({ ruleId: [] });
  expect(model?.defaultActionMessage).toContain('- Host: {{context.host}}, user: {{context.user}}');
  expect(model?.defaultSummaryMessage).toContain('{{#alerts.new.data}}\n- {{kibana.alert.reason}}');
});

test('puts less than 10 kB on every page, and neither React nor EUI', async () => {
  const { metafile } = await build({
    entryPoints: ['public/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    external: ['./app/mount_app', './rule_type_form', '@kbn/i18n', 'react'],
  });
  const [bytes] = Object.values(metafile.outputs).map((output) => output.bytes);
  expect(bytes).toBeLessThan(PAGE_LOAD_BUDGET);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);
});
