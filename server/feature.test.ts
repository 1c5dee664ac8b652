import { describe, expect, it } from 'vitest';
import { createFeature } from './feature';

describe('the feature', () => {
  it('names the rule type as each Kibana line wants it', () => {
    expect(createFeature('8.12.2').alerting).toEqual(['webServerRce.eql']);
    expect(createFeature('9.2.0').alerting).toEqual([
      { ruleTypeId: 'webServerRce.eql', consumers: ['webServerRce'] },
    ]);
  });

  it('grants everything it lists, since Kibana refuses a feature that does not', () => {
    const { app, alerting, privileges } = createFeature('8.12.2');
    for (const privilege of [privileges.all, privileges.read]) expect(privilege.app).toEqual(app);
    expect(privileges.all.alerting).toEqual({ rule: { all: alerting }, alert: { all: alerting } });
    expect(privileges.read.alerting).toEqual({
      rule: { read: alerting },
      alert: { read: alerting },
    });
  });

  it('lets a reader change nothing', () => {
    const { read } = createFeature('8.12.2').privileges;
    expect(read.api).not.toContain('webServerRce_all');
    expect(read.ui).toEqual(['show']);
  });
});
