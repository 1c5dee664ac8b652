import type { RuleText } from './rule_definition';
import { webServerRuleZhCn } from './web_server_rule.zh_cn';

export const extendedRuleZhCn: RuleText = {
  ...webServerRuleZhCn,
  name: 'Web Server RCE 扩展规则',
  description:
    '发现攻击者经由 Web 服务器执行的命令，不论服务器和 shell 的种类：把服务器启动的每个程序与其后续启动的所有程序放在一起分析，并按其中的迹象评分，例如反向 shell、下载后执行、读取凭据，或人工键入的探查命令。Web 应用的日常工作会降低评分。一条命令对应一个告警，理由写在告警的说明中。',
  falsePositives: [
    '管理面板和监控会查询入侵者同样会查询的内容。请向应用负责人核实；如果此类工作频繁，可提高生成告警的最低风险分数。',
    '在 Web 服务器之下运行、并将归档发送到其他主机的部署钩子和备份。',
    '单独的一条 whoami 或 uname 等探查命令，有些软件在启动时也会执行。',
  ],
};
