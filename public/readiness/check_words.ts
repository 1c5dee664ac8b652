import { i18n } from '@kbn/i18n';
import type { CheckId } from '../../common/readiness/readiness';

export interface CheckWords {
  readonly title: string;
  /** What to do where it is not in order. */
  readonly fix: string;
}

export const toCheckWords = (id: CheckId): CheckWords => {
  switch (id) {
    case 'rule_on':
      return {
        title: i18n.translate('webServerRce.check.ruleOn', {
          defaultMessage: 'The rules are switched on',
        }),
        fix: i18n.translate('webServerRce.check.ruleOnFix', {
          defaultMessage: 'Switch the rule on, on its page or above the alerts.',
        }),
      };
    case 'run_fresh':
      return {
        title: i18n.translate('webServerRce.check.runFresh', {
          defaultMessage: 'Their last runs are recent and went well',
        }),
        fix: i18n.translate('webServerRce.check.runFreshFix', {
          defaultMessage:
            'Open the rule’s runs: the last one says what was wrong. A run that is overdue means that the host or Kibana’s task manager does not come to it.',
        }),
      };
    case 'events_recent':
      return {
        title: i18n.translate('webServerRce.check.eventsRecent', {
          defaultMessage: 'Events have come in the last 24 hours',
        }),
        fix: i18n.translate('webServerRce.check.eventsRecentFix', {
          defaultMessage:
            'Look whether the agents are online, or the log is still written, and whether the rule’s index patterns name where the events are.',
        }),
      };
    case 'fields_present':
      return {
        title: i18n.translate('webServerRce.check.fieldsPresent', {
          defaultMessage: 'The events have the fields that the rules ask for',
        }),
        fix: i18n.translate('webServerRce.check.fieldsPresentFix', {
          defaultMessage:
            'What depends on these fields can’t be found. Switch the collection of process events on, or correct what changes the events on their way.',
        }),
      };
    case 'hosts_without_processes':
      return {
        title: i18n.translate('webServerRce.check.hostsWithoutProcesses', {
          defaultMessage: 'Every host that sends events sends process events',
        }),
        fix: i18n.translate('webServerRce.check.hostsWithoutProcessesFix', {
          defaultMessage:
            'On these hosts no attack can be found. Add Elastic Defend to their policy, with process events.',
        }),
      };
    case 'fields_mapped':
      return {
        title: i18n.translate('webServerRce.check.fieldsMapped', {
          defaultMessage: 'Elasticsearch knows the fields that the rules ask for',
        }),
        fix: i18n.translate('webServerRce.check.fieldsMappedFix', {
          defaultMessage:
            'A query for a field that no index maps fails. Install the assets of the Elastic Defend integration, or write the field as optional: ?field.',
        }),
      };
    case 'indices_readable':
      return {
        title: i18n.translate('webServerRce.check.indicesReadable', {
          defaultMessage: 'You may read the rules’ indices, and so may a rule that you enable',
        }),
        fix: i18n.translate('webServerRce.check.indicesReadableFix', {
          defaultMessage:
            'A rule runs with the rights of whoever enabled or changed it last. Ask for “read” and “view_index_metadata” on these indices, then save the rule again.',
        }),
      };
    case 'audit_daemon':
      return {
        title: i18n.translate('webServerRce.check.auditDaemon', {
          defaultMessage: 'auditd is running',
        }),
        fix: i18n.translate('webServerRce.check.auditDaemonFix', {
          defaultMessage:
            'Install and start it: apt install auditd, systemctl enable --now auditd.',
        }),
      };
    case 'audit_rule':
      return {
        title: i18n.translate('webServerRce.check.auditRule', {
          defaultMessage: 'auditd logs every program that starts',
        }),
        fix: i18n.translate('webServerRce.check.auditRuleFix', {
          defaultMessage:
            'Write the line -a always,exit -F arch=b64 -S execve,execveat -k exec to /etc/audit/rules.d/exec.rules and run augenrules --load.',
        }),
      };
    case 'input_readable':
      return {
        title: i18n.translate('webServerRce.check.inputReadable', {
          defaultMessage: 'The log can be read',
        }),
        fix: i18n.translate('webServerRce.check.inputReadableFix', {
          defaultMessage:
            'Run the host as root, or as a member of the group that may read the log.',
        }),
      };
    case 'token_private':
      return {
        title: i18n.translate('webServerRce.check.tokenPrivate', {
          defaultMessage: 'Nobody else can read the token of this host',
        }),
        fix: i18n.translate('webServerRce.check.tokenPrivateFix', {
          defaultMessage:
            'Whoever reads it owns this host. Stop it, give the data directory to its user alone (chmod 700), and start it again: it makes a new token.',
        }),
      };
    case 'osquery_engine':
      return {
        title: i18n.translate('webServerRce.check.osqueryEngine', {
          defaultMessage: 'Osquery’s queries are answered on this machine',
        }),
        fix: i18n.translate('webServerRce.check.osqueryEngineFix', {
          defaultMessage: 'Install osqueryi and have it on the path for all of Osquery’s tables.',
        }),
      };
    case 'encryption_key':
      return {
        title: i18n.translate('webServerRce.check.encryptionKey', {
          defaultMessage: 'Kibana has an encryption key of its own',
        }),
        fix: i18n.translate('webServerRce.check.encryptionKeyFix', {
          defaultMessage:
            'Set xpack.encryptedSavedObjects.encryptionKey in kibana.yml; bin/kibana-encryption-keys generate makes one. Without it rules stop with the next restart.',
        }),
      };
    case 'defend_agents':
      return {
        title: i18n.translate('webServerRce.check.defendAgents', {
          defaultMessage: 'Every agent has Elastic Defend',
        }),
        fix: i18n.translate('webServerRce.check.defendAgentsFix', {
          defaultMessage: 'Add the integration Elastic Defend to these agent policies in Fleet.',
        }),
      };
    case 'osquery_agents':
      return {
        title: i18n.translate('webServerRce.check.osqueryAgents', {
          defaultMessage: 'Every agent has Osquery',
        }),
        fix: i18n.translate('webServerRce.check.osqueryAgentsFix', {
          defaultMessage:
            'Add the integration Osquery Manager to these agent policies in Fleet: without it the guide’s queries can’t be run there.',
        }),
      };
  }
};
