import { describe, expect, it } from 'vitest';
import { createFeature } from './feature';

describe('the feature', () => {
  it.each(['8.12.2', '8.17.9'])('names the rule type by its id in Kibana %s', (version) => {
    expect(createFeature(version).alerting).toEqual(['webServerRce.eql']);
  });

  it.each(['8.18.0', '8.19.3', '9.0.0', '9.2.0-SNAPSHOT', '10.0.0'])(
    'names the rule type with its consumers in Kibana %s, which ends its boot at anything else',
    (version) => {
      const named = [{ ruleTypeId: 'webServerRce.eql', consumers: ['webServerRce'] }];
      const { alerting, privileges } = createFeature(version);
      expect(alerting).toEqual(named);
      expect(privileges.read.alerting).toEqual({ rule: { read: named }, alert: { read: named } });
    }
  );

  it('grants everything it lists, since Kibana refuses a feature that does not', () => {
    const { app, alerting, management, privileges } = createFeature('8.12.2');
    expect(management).toEqual({ insightsAndAlerting: ['triggersActions'] });
    for (const privilege of [privileges.all, privileges.read]) {
      expect(privilege).toMatchObject({ app, management });
    }
    expect(privileges.all.alerting).toEqual({ rule: { all: alerting }, alert: { all: alerting } });
    expect(privileges.read.alerting).toEqual({
      rule: { read: alerting },
      alert: { read: alerting },
    });
  });

  it('lets a reader change nothing', () => {
    expect(createFeature('8.12.2').privileges).toMatchObject({
      read: {
        api: ['webServerRce_read', 'rac'],
        ui: ['show'],
        savedObject: { all: [], read: ['web-server-rce-triage'] },
      },
      all: {
        api: ['webServerRce_read', 'webServerRce_all', 'rac'],
        ui: ['show', 'save'],
        savedObject: { all: ['web-server-rce-triage'], read: [] },
      },
    });
  });

  it('stands with Security on the page of roles', () => {
    expect(createFeature('8.12.2')).toMatchObject({
      name: 'Web Server RCE',
      category: { id: 'securitySolution', label: 'Security' },
    });
  });
});
