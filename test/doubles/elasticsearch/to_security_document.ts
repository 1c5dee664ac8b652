import { webServerRule } from '../../../common/rule/web_server_rule';
import type { StoredDocument } from './stored_document';

interface SecurityAlertFacts {
  readonly id: string;
  /** Minute of the event after 10:00. */
  readonly minute: number;
  readonly entityId?: string;
  readonly host?: string;
  readonly command?: string;
  readonly status?: string;
  readonly ruleId?: string;
  readonly ruleType?: string;
  /** ATT&CK's sub-technique that the rule is tagged with. */
  readonly technique?: string;
  readonly note?: string;
  readonly category?: string;
}

const toTime = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();

/** An alert as Elastic Security's EQL rules of Kibana 8.12 store it: its own fields and `event` by dotted keys, the rest as the event had it. */
export const toSecurityDocument = ({
  id,
  minute,
  entityId = id,
  host = 'web-1',
  command = 'sh -c id',
  status = 'open',
  ruleId = webServerRule.signatureId,
  ruleType = 'eql',
  technique = 'T1505.003',
  note = '',
  category = 'process',
}: SecurityAlertFacts): StoredDocument => ({
  _index: '.internal.alerts-security.alerts-default-000001',
  _id: id,
  _source: {
    '@timestamp': toTime(60 - minute),
    'kibana.alert.start': toTime(60 - minute),
    'kibana.alert.uuid': id,
    'kibana.alert.original_time': toTime(minute),
    'kibana.alert.workflow_status': status,
    'kibana.alert.severity': 'high',
    'kibana.alert.risk_score': 73,
    'kibana.alert.reason': `process event ${id}`,
    'kibana.alert.depth': 1,
    'kibana.alert.ancestors': [{ id: `event-${id}`, type: 'event', index: 'logs-x', depth: 0 }],
    'kibana.alert.rule.name': 'Suspicious Child Execution via Web Server',
    'kibana.alert.rule.uuid': '3199f170-8009-4e34-b4db-f9cc19cb7a9c',
    'kibana.alert.rule.rule_id': ruleId,
    'kibana.alert.rule.type': ruleType,
    'kibana.alert.rule.rule_type_id': 'siem.eqlRule',
    'kibana.alert.rule.consumer': 'siem',
    'kibana.alert.rule.note': note,
    'kibana.alert.rule.parameters': { query: webServerRule.query, severity: 'high' },
    'kibana.alert.rule.threat': [
      {
        framework: 'MITRE ATT&CK',
        tactic: { id: 'TA0003', name: 'Persistence', reference: 'https://attack.mitre.org' },
        technique: [
          {
            id: 'T1505',
            name: 'Server Software Component',
            reference: 'https://attack.mitre.org',
            subtechnique: [{ id: technique, name: '', reference: 'https://attack.mitre.org' }],
          },
        ],
      },
    ],
    'event.kind': 'signal',
    'event.category': [category],
    'event.type': ['start'],
    'kibana.alert.original_event.kind': 'event',
    'kibana.alert.original_event.category': [category],
    'kibana.alert.original_event.type': ['start'],
    'kibana.alert.original_event.action': 'exec',
    host: { id: host, name: host },
    user: { name: 'www-data' },
    agent: { id: 'agent-1' },
    process: {
      entity_id: entityId,
      name: 'sh',
      executable: '/usr/bin/sh',
      args: command.split(' '),
      command_line: command,
      parent: { name: 'nginx', executable: '/usr/sbin/nginx', entity_id: 'server' },
    },
  },
});
