import { i18n } from '@kbn/i18n';
import { NoLinkError } from '../../access/no_link_error';
import { StoreTakenError } from '../../store/store_taken_error';

/** Why the host did not start, in a sentence with what to do. */
export const toStartProblem = (error: unknown): string => {
  if (error instanceof StoreTakenError) {
    return i18n.translate('webServerRce.standalone.start.storeTaken', {
      defaultMessage:
        'Another host (process {pid}) works with {directory}. End it first, or give this one a directory of its own with --data DIR.',
      values: { pid: String(error.pid), directory: error.directory },
    });
  }
  if (error instanceof NoLinkError) return toLinkProblem(error);
  const reason = error instanceof Error ? error.message : String(error);
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case 'EADDRINUSE':
      return i18n.translate('webServerRce.standalone.start.portTaken', {
        defaultMessage: 'The port is taken ({reason}). Choose another one with --port NUMBER.',
        values: { reason },
      });
    case 'EACCES':
    case 'EPERM':
      return i18n.translate('webServerRce.standalone.start.notAllowed', {
        defaultMessage:
          'Access is denied ({reason}). Run this as a user who may, or choose another place with --data DIR.',
        values: { reason },
      });
    case 'ENOENT':
      return i18n.translate('webServerRce.standalone.start.noSuchFile', {
        defaultMessage: 'A file does not exist ({reason}). Check the paths given.',
        values: { reason },
      });
    case 'EISDIR':
      return i18n.translate('webServerRce.standalone.start.isDirectory', {
        defaultMessage: 'A folder is where a file is needed ({reason}). Name a file in it.',
        values: { reason },
      });
    case 'EEXIST':
    case 'ENOTDIR':
      return i18n.translate('webServerRce.standalone.start.isNoDirectory', {
        defaultMessage:
          'A file is where a folder is needed ({reason}). Choose another place with --data DIR.',
        values: { reason },
      });
    default:
      return i18n.translate('webServerRce.standalone.start.failed', {
        defaultMessage: 'The host could not do its work: {reason}',
        values: { reason },
      });
  }
};

const toLinkProblem = ({ reason, directory }: NoLinkError): string =>
  reason === 'no_host'
    ? i18n.translate('webServerRce.standalone.link.noHost', {
        defaultMessage:
          'No host works with {directory}. Start it with npm start, which prints a link; name the --data of one that runs elsewhere, or run this as the user who runs it.',
        values: { directory },
      })
    : i18n.translate('webServerRce.standalone.link.foreignPort', {
        defaultMessage:
          'The port of the host that works with {directory} belongs to a program of another user. Do not open it; see who listens there with ss -ltnp.',
        values: { directory },
      });
