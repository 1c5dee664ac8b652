import type { RuleDefinition } from './rule_definition';
import { webServerRuleEn } from './web_server_rule.en';
import { webServerRuleZhCn } from './web_server_rule.zh_cn';

/**
 * The detection rule "Potential Remote Code Execution via Web Server", version 7, as the customer gave it.
 * Prose (name, description, guide, set-up) stands in a file per language; this is everything that has none.
 */
export const webServerRule: RuleDefinition = {
  id: 'seed',
  /** The one Elastic's prebuilt rule has. */
  signatureId: 'f16fca20-4d6c-43f9-aec1-20b6de3b0aeb',
  version: 7,
  unit: 'event',
  query: `process where host.os.type == "linux" and event.type == "start" and
  event.action in ("exec", "exec_event") and process.parent.executable : (
    "/usr/sbin/nginx", "/usr/local/sbin/nginx",
    "/usr/sbin/apache", "/usr/local/sbin/apache",
    "/usr/sbin/apache2", "/usr/local/sbin/apache2",
    "/usr/sbin/php*", "/usr/local/sbin/php*",
    "/usr/sbin/lighttpd", "/usr/local/sbin/lighttpd",
    "/usr/sbin/hiawatha", "/usr/local/sbin/hiawatha",
    "/usr/local/bin/caddy",
    "/usr/local/lsws/bin/lswsctrl",
    "*/bin/catalina.sh"
  ) and
  process.name : (
    "bash", "dash", "sh", "tcsh", "csh", "zsh", "ksh", "fish", "python*", "php*", "perl", "ruby", "lua*",
    "openssl", "nc", "netcat", "ncat", "telnet", "awk", "socat"
  ) and
  process.args : (
    "whoami", "id", "uname", "cat", "hostname", "ip", "curl", "wget", "pwd", "ls", "cd", "python*", "php*",
    "perl", "ruby", "lua*", "openssl", "nc", "netcat", "ncat", "telnet", "awk", "socat"
  ) and not process.name == "phpquery"`,
  indexPatterns: ['logs-endpoint.events.*', 'endgame-*'],
  severity: 'high',
  riskScore: 73,
  interval: '5m',
  /** The interval plus 4 minutes for events that arrive late. */
  lookBack: '9m',
  maxAlertsPerRun: 100,
  author: ['Elastic'],
  license: 'Elastic License v2',
  references: [],
  tags: [
    'Domain: Endpoint',
    'OS: Linux',
    'Use Case: Threat Detection',
    'Tactic: Persistence',
    'Tactic: Initial Access',
    'Data Source: Elastic Endgame',
    'Use Case: Vulnerability',
    'Resources: Investigation Guide',
    'Data Source: Elastic Defend',
  ],
  threat: [
    {
      framework: 'MITRE ATT&CK',
      tactic: {
        id: 'TA0003',
        name: 'Persistence',
        reference: 'https://attack.mitre.org/tactics/TA0003/',
      },
      technique: [
        {
          id: 'T1505',
          name: 'Server Software Component',
          reference: 'https://attack.mitre.org/techniques/T1505/',
          subtechnique: [
            {
              id: 'T1505.003',
              name: 'Web Shell',
              reference: 'https://attack.mitre.org/techniques/T1505/003/',
            },
          ],
        },
      ],
    },
    {
      framework: 'MITRE ATT&CK',
      tactic: {
        id: 'TA0001',
        name: 'Initial Access',
        reference: 'https://attack.mitre.org/tactics/TA0001/',
      },
      technique: [
        {
          id: 'T1190',
          name: 'Exploit Public-Facing Application',
          reference: 'https://attack.mitre.org/techniques/T1190/',
          subtechnique: [],
        },
      ],
    },
  ],
  text: { en: webServerRuleEn, 'zh-CN': webServerRuleZhCn },
};
