// @vitest-environment jsdom
import type { SharePluginStart } from '@kbn/share-plugin/public';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../test/browser_app/render_app';
import { toSampleAlert } from '../../test/browser_app/sample_alerts';
import { createAlertLinks, type AlertLinks } from './create_alert_links';

afterEach(cleanup);

const BOTH = { discover: true, securitySolutionUI: true };

/** Kibana's apps as far as links need them: a locator that writes down what it was asked for. */
const toLinks = (
  navLinks: Record<string, boolean>,
  { locators = ['DISCOVER_APP_LOCATOR'], asked = [] as object[] } = {}
): AlertLinks => {
  const share: SharePluginStart = {
    url: {
      locators: {
        get: (id) =>
          locators.includes(id)
            ? { getRedirectUrl: (params) => `/s/dmz/app/r?l=${id}&n=${asked.push(params)}` }
            : undefined,
      },
    },
  };
  const getUrlForApp = (appId: string, { path = '' } = {}): string =>
    appId === 'securitySolutionUI' ? `/s/dmz/app/security${path}` : `/s/dmz/app/${appId}${path}`;
  return createAlertLinks({ capabilities: { navLinks }, getUrlForApp }, share);
};

test('opens Discover on the data stream of the event, its host and the minutes around it', () => {
  const asked: object[] = [];
  const alert = toSampleAlert({
    eventIndex: '.ds-logs-endpoint.events.process-default-2026.11.24-000007',
    event: { host: { name: 'web" or host.name:*\\' } },
  });
  toLinks(BOTH, { asked }).toDiscoverUrl?.(alert);
  expect(asked).toMatchObject([
    {
      dataViewSpec: {
        title: 'logs-endpoint.events.process-default',
        timeFieldName: '@timestamp',
      },
      query: { language: 'kuery', query: 'host.name : "web\\" or host.name:*\\\\"' },
      timeRange: { from: '2026-11-24T02:53:00.000Z', to: '2026-11-24T03:03:00.000Z' },
    },
  ]);
});

test('keeps a host’s name within its place in the address', () => {
  expect(toLinks(BOTH).toSecurityHostUrl?.('a/../b?c#d')).toBe(
    '/s/dmz/app/security/hosts/name/a%2F..%2Fb%3Fc%23d'
  );
});

test('opens an alert of Elastic Security’s there, by its index and time', () => {
  const alert = toSampleAlert({ id: 'a/b', storedIn: '.internal.alerts-security.alerts-dmz-1' });
  expect(toLinks(BOTH).toSecurityAlertUrl?.(alert)).toBe(
    '/s/dmz/app/security/alerts/redirect/a%2Fb?index=.internal.alerts-security.alerts-dmz-1&timestamp=2026-11-24T02%3A59%3A00.000Z'
  );
});

test('has no way to an app that is switched off or not the reader’s', () => {
  expect(toLinks({ discover: false, securitySolutionUI: false })).toEqual({});
  expect(toLinks({})).toEqual({});
  expect(Object.keys(toLinks(BOTH, { locators: [] }))).toEqual([
    'toSecurityHostUrl',
    'toSecurityAlertUrl',
  ]);
});

test('shows the ways among the details, each in a tab of its own', async () => {
  renderApp({ path: '/alerts/alert-1?tab=details', host: { alertLinks: toLinks(BOTH) } });
  const security = await screen.findByRole('link', { name: /^Open the host in Elastic Security/ });
  expect(security.getAttribute('href')).toBe('/s/dmz/app/security/hosts/name/web-01');
  expect(security.getAttribute('target')).toBe('_blank');
  const discover = screen.getByRole('link', { name: /^Open in Discover/ });
  expect(discover.getAttribute('href')).toContain('/s/dmz/app/r?l=DISCOVER_APP_LOCATOR');
});

test('shows nothing where there is neither, as stand-alone', async () => {
  renderApp({ path: '/alerts/alert-1?tab=details' });
  await screen.findByTestId('webServerRceKeyFields');
  expect(screen.queryByTestId('webServerRceAlertLinks')).toBeNull();
});
