import type { IntrusionAct } from './intrusion_stage';

const INTRUDER = '203.0.113.66';
const BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36';

const request = (from: string, agent: string, curl: readonly string[]): IntrusionAct => ({
  kind: 'request',
  curl: ['--interface', from, '--user-agent', agent, ...curl],
});

/** Somebody who uses the site. */
export const visit = (url: string, from = '198.51.100.7'): IntrusionAct =>
  request(from, BROWSER, [url]);

/** The intruder's scanner, which asks for what other sites have. */
export const probe = (url: string): IntrusionAct =>
  request(INTRUDER, 'Mozilla/5.0 zgrab/0.x', [url]);

/** The intruder himself. */
export const intrude = (...curl: string[]): IntrusionAct =>
  request(INTRUDER, 'python-requests/2.32.3', curl);

export const pause = (seconds: number): IntrusionAct => ({ kind: 'wait', seconds });
export const type = (line: string): IntrusionAct => ({ kind: 'type', line });
