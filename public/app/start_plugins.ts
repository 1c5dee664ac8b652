import type { CasesPluginStart } from '@kbn/cases-plugin/public';
import type { OsqueryPluginStart } from '@kbn/osquery-plugin/public';
import type { SharePluginStart } from '@kbn/share-plugin/public';

/** Kibana's plugins that the app uses where they are. */
export interface StartPlugins {
  cases?: CasesPluginStart;
  osquery?: OsqueryPluginStart;
  share?: SharePluginStart;
}
