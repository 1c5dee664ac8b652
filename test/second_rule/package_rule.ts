import { toOsqueryBlock } from '../../common/rule/guide_query';
import type { RuleDefinition } from '../../common/rule/rule_definition';
import { webServerRule } from '../../common/rule/web_server_rule';

/** A rule as small as one can be: what somebody who adds a rule has to write. */
export const packageRule: RuleDefinition = {
  ...webServerRule,
  id: 'package',
  signatureId: '8d9d2f6c-53b5-4f0c-9d1c-0f7f4f7f6f11',
  version: 1,
  query: 'process where process.name in ("apt", "dnf") and process.parent.name == "nginx"',
  severity: 'low',
  riskScore: 21,
  references: ['https://example.org/package'],
  threat: webServerRule.threat.slice(1),
  text: {
    en: {
      name: 'Package Manager Run by a Web Server',
      description: 'Finds packages that a web server installs.',
      falsePositives: ['A panel that updates its host.'],
      setup: 'Needs process events.',
      guide: `Ask who installed it.\n\n${toOsqueryBlock('Packages', "SELECT name FROM deb_packages WHERE name = '{{process.name}}'")}\n`,
    },
    'zh-CN': {
      name: 'Web 服务器运行软件包管理器',
      description: '查找由 Web 服务器安装的软件包。',
      falsePositives: ['更新所在主机的管理面板。'],
      setup: '需要进程事件。',
      guide: `询问是谁安装的。\n\n${toOsqueryBlock('软件包', "SELECT name FROM deb_packages WHERE name = '{{process.name}}'")}\n`,
    },
  },
};
