import { i18n } from '@kbn/i18n';
import { getValues } from '../../../common/event/get_values';
import type { AlertRequest } from '../../../common/alert/request/alert_request';
import type { EventSource } from '../../../common/event/source_event';

export interface KeyField {
  /** Dotted ECS name. */
  readonly name: string;
  readonly values: readonly string[];
}

export interface KeyFieldGroup {
  readonly title: string;
  readonly fields: readonly KeyField[];
}

/** What an analyst looks at first of an event and its request, in reading order; a field that is not there is left out. */
export const toKeyFieldGroups = (
  event: EventSource,
  request: AlertRequest | undefined
): readonly KeyFieldGroup[] => [
  ...toEventGroups(event),
  ...(request === undefined ? [] : [toRequestGroup(request)]),
];

const toRequestGroup = ({ address, method, target, userAgent }: AlertRequest): KeyFieldGroup => ({
  title: i18n.translate('webServerRce.fields.request', {
    defaultMessage: 'Request, by the access log',
  }),
  fields: [
    ['source.ip', address] as const,
    ['http.request.method', method] as const,
    ['url.original', target] as const,
    ['user_agent.original', userAgent] as const,
  ].flatMap(([name, value]) => (value === undefined ? [] : [{ name, values: [value] }])),
});

const toEventGroups = (event: EventSource): readonly KeyFieldGroup[] =>
  [
    {
      title: i18n.translate('webServerRce.fields.host', { defaultMessage: 'Host' }),
      names: [
        'host.name',
        'host.id',
        'host.ip',
        'host.os.full',
        'host.os.type',
        'agent.id',
        'agent.type',
        'container.id',
        'container.image.name',
        'orchestrator.resource.name',
      ],
    },
    {
      title: i18n.translate('webServerRce.fields.user', { defaultMessage: 'User' }),
      names: [
        'user.name',
        'user.id',
        'process.user.name',
        'process.user.id',
        'process.real_user.name',
        'group.name',
      ],
    },
    {
      title: i18n.translate('webServerRce.fields.process', { defaultMessage: 'Process' }),
      names: [
        'process.name',
        'process.executable',
        'process.pid',
        'process.entity_id',
        'process.working_directory',
        'process.interactive',
        'process.hash.sha256',
        'process.hash.md5',
      ],
    },
    {
      title: i18n.translate('webServerRce.fields.parent', { defaultMessage: 'Parent' }),
      names: [
        'process.parent.name',
        'process.parent.executable',
        'process.parent.pid',
        'process.parent.entity_id',
        'process.parent.command_line',
      ],
    },
    {
      title: i18n.translate('webServerRce.fields.event', { defaultMessage: 'Event' }),
      names: ['@timestamp', 'event.action', 'event.type', 'event.dataset', 'event.id'],
    },
  ]
    .map(({ title, names }) => ({
      title,
      fields: names
        .map((name) => ({ name, values: getValues(event, name).map(String) }))
        .filter(({ values }) => values.length > 0),
    }))
    .filter(({ fields }) => fields.length > 0);
