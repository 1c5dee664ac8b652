import { GUIDE_SQL, toOsqueryBlock } from './guide_query';
import type { RuleText } from './rule_definition';

export const webServerRuleZhCn: RuleText = {
  name: '通过 Web 服务器的潜在远程代码执行',

  description:
    '发现经由 Web 服务器执行的可疑命令，这可能意味着有漏洞正被利用，或有人已取得远程 shell。攻击者可能利用 Web 应用的漏洞执行命令，也可能留下后门文件，随时借它获得代码执行能力，从而实现持久化。',

  falsePositives: [
    '此类活动出于正当原因的可能性很小。即使触发告警的活动本身并非恶意，也应由安全团队持续监控。',
    '按设计需要调用系统工具的 Web 应用，例如 CGI 程序、管理面板，或通过 shell 转换文件的代码。请先向应用负责人核实，再将其视为预期行为。',
    '在 Web 服务器内部运行的维护任务，例如管道日志程序、健康检查和部署钩子。',
  ],

  setup: `## 设置

此规则需要来自 Elastic Defend 的数据。

### 设置 Elastic Defend 集成

Elastic Defend 是 Elastic Agent 的一个集成，通过 Fleet 管理。配置完成后，Elastic Agent 会监控所在主机上的事件，并将数据发送到 Elastic Security 应用。此规则读取进程事件，请保持进程事件采集处于开启状态。

#### 先决条件

- Elastic Defend 需要 Fleet：[Fleet 与 Elastic Agent 概览](https://www.elastic.co/guide/en/fleet/current/fleet-overview.html)。
- 如需配置 Fleet Server，请参阅[什么是 Fleet Server](https://www.elastic.co/guide/en/fleet/current/fleet-server.html)。

#### 在 Linux 主机上添加 Elastic Defend

1. 打开 Kibana 主页，单击**添加集成**（Add integrations）。
2. 在搜索栏中输入 **Elastic Defend**，打开该集成查看详细介绍。
3. 单击**添加 Elastic Defend**（Add Elastic Defend）。
4. 为集成命名，也可以填写描述。
5. 选择要保护的环境类型：**传统终端**（Traditional Endpoints）或**云工作负载**（Cloud Workloads）。
6. 选择一个配置预设。每个预设为 Elastic Agent 提供不同的默认设置，之后可以在集成策略中调整：[配置 Elastic Defend 集成策略](https://www.elastic.co/guide/en/security/current/configure-endpoint-integration-policy.html)。
7. 建议选择**完整 EDR（终端检测和响应）**（Complete EDR），该设置包含所有事件和所有防护。
8. 在**新代理策略名称**（New agent policy name）中输入代理策略的名称。如果已有代理策略，可以切换到**现有主机**（Existing hosts）选项卡并从中选择。有关 Elastic Agent 设置的更多信息：[Elastic Agent 策略](https://www.elastic.co/guide/en/fleet/current/agent-policy.html)。
9. 单击**保存并继续**（Save and continue）。
10. 最后，选择**将 Elastic Agent 添加到您的主机**（Add Elastic Agent to your hosts），并继续下一部分，在主机上安装 Elastic Agent。有关 Elastic Defend 的更多信息：[安装 Elastic Defend 集成](https://www.elastic.co/guide/en/security/current/install-endpoint.html)。
`,

  guide: `## 研判与分析

### 调查通过 Web 服务器的潜在远程代码执行

攻击者侵入 Web 服务器后，常会留下 Web shell，以便长期保有访问权限。Web shell 是一种恶意脚本，通常混在被入侵网站的文件中，下一次请求要它做什么，它就执行什么。借助它，攻击者可以执行任意命令、窃取数据，并以该服务器为跳板继续深入内网，而这一切都走网站自身的端口，使用网站运行账户的权限。

当 Web 服务器进程启动 shell、脚本解释器或命令行工具，且参数中出现入侵者惯用的试探命令（例如 \`whoami\`、\`id\` 或 \`curl\`）时，此规则会告警。从主机上看，正在使用的 Web shell 就是这个样子，刚被利用的命令注入漏洞也是如此。

> **注意**：本指南中的查询使用 Osquery Markdown 插件，该插件自 Elastic Stack 8.5.0 起提供；更早的版本会显示未渲染的 Markdown。其中一条查询通过占位符字段从告警取值，该功能自 Elastic Stack 8.7.0 起提供。在 8.6.0 或更早的版本上，请手动调整查询，否则无法正确运行。

#### 可能的调查步骤

- 检查告警中的进程有无异常行为：网络连接、文件修改，以及是否又产生了其他子进程。执行一条命令就退出的 shell 多半是在试探；驻留不退并持有套接字的 shell，则说明有人正在操作。
- 查看主机的监听端口和打开的套接字，寻找反向 shell 或数据外泄的迹象。

${toOsqueryBlock('Osquery - 列出监听端口', GUIDE_SQL.listeningPorts)}

逐一确认结果中每个端口的用途。如果监听者是 shell、解释器或 Web 服务器的子进程，在查清之前应按正向 shell（bind shell）对待。\`address\` 为 \`0.0.0.0\` 或 \`::\` 表示可从所有网络接口访问；\`protocol\` 为 6 表示 TCP，17 表示 UDP。

${toOsqueryBlock('Osquery - 列出打开的套接字', GUIDE_SQL.openSockets)}

将远程地址与该服务器本应访问的对象（例如数据库、缓存和上游服务）逐一比对。反向 shell 的特征是 shell 或解释器持有一条已建立的出站连接；\`pid\` 为 -1 表示 Osquery 无法确定套接字属于哪个进程。
- 排查主机上的进程，寻找恶意或不常见的进程和进程树。

${toOsqueryBlock('Osquery - 列出进程', GUIDE_SQL.processes)}

\`parent\` 是父进程的进程 ID：该列等于 Web 服务器进程 ID 的行就是它的子进程。重点关注位于 \`/tmp\`、\`/var/tmp\`、\`/dev/shm\` 或网站根目录的程序、经过编码的命令行，以及名称或命令行带方括号的进程：真正的内核线程既没有路径，也没有命令行。
- 排查由运行 Web 应用的账户所启动的进程树。该账户不应产生其他子进程。

${toOsqueryBlock('Osquery - 列出 Web 应用用户的进程', GUIDE_SQL.processesOfUser)}

正常情况下只应看到 Web 服务器和应用的工作进程。如果出现 shell、解释器、下载工具或挖矿程序，很可能来自攻击者。没有结果只说明该账户此刻没有运行任何进程；入侵者如果已切换为其他用户，也不会出现在这里，因此请与完整的进程列表对照查看。
- 检查命令行，必要时先解码，确定执行了哪些命令或脚本。
- 查看同一用户和同一主机在过去 48 小时内的其他告警。
- 如果有脚本或可执行文件落地，请取回这些文件，判断它们是否恶意：
  - 在私有的恶意软件沙箱中进行分析。
    - 观察并记录以下活动：
      - 尝试连接外部域名和地址。
        - 检查域名是否为新注册域名，或是否不应出现。
        - 检查域名或 IP 地址的信誉。
      - 对文件的访问、修改和创建。
      - 计划任务、服务和其他持久化机制。

${toOsqueryBlock('Osquery - 列出 Crontab 任务', GUIDE_SQL.crontab)}

寻找这样的任务：下载内容后直接交给 shell 执行、从临时目录启动程序，或属于 Web 应用账户。\`path\` 是任务所在的文件。systemd 定时器以及 \`/etc/cron.daily\` 等目录中的脚本不在此结果中，请在主机上另行检查。

### 误报分析

- 此类活动出于正当原因的可能性很小。即使触发告警的活动本身并非恶意，也必须由安全团队持续监控。

### 响应和补救

- 根据研判结果启动事件响应流程。
- 隔离受影响的主机，阻止入侵者继续行动。条件允许时，先保存内存、进程列表、网络连接等易失性证据。
- 如果研判时发现了恶意软件，请在整个环境中搜索其他失陷主机：
  - 部署临时的网络规则、流程和网络分段，遏制恶意软件扩散。
  - 停止可疑进程。
  - 立即封禁已识别的入侵指标 (IoC)。
  - 检查受影响的系统是否还有其他可能造成再次感染的后门，例如反向 shell、反向代理和投放器（dropper）。
- 清除并封禁研判时发现的恶意制品。
- 调查攻击者入侵或使用过的系统上有哪些凭据已经暴露，确保找出所有失陷账户。重置这些账户的密码，以及其他可能已暴露的凭据，例如电子邮件、业务系统和 Web 服务的密码。Web 应用的配置文件中常存有密码和密钥，也请一并更换。
- 运行全面的反恶意软件扫描。扫描可能会发现系统中残留的其他制品、持久化机制和恶意软件组件。
- 查明攻击者最初的入侵途径并将其封堵，防止经由同一途径再次感染。
- 利用响应过程中的数据和日志，缩短平均检测时间 (MTTD) 和平均响应时间 (MTTR)。
`,
};
