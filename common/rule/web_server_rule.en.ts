import { GUIDE_SQL, toOsqueryBlock } from './guide_query';
import type { RuleText } from './rule_definition';

export const webServerRuleEn: RuleText = {
  name: 'Potential Remote Code Execution via Web Server',

  description:
    'Finds suspicious commands run through a web server, which may mean that a vulnerability is being exploited or that somebody holds a remote shell. Attackers may run commands by abusing flaws in web applications, or plant a backdoor file that gives them code execution whenever they want it and so serves as persistence.',

  falsePositives: [
    'Legitimate activity of this kind is unlikely. Whatever raises the alert without being malicious in itself still has to be watched by the security team.',
    'Web applications that call system tools by design, such as CGI programs, administration panels, or code that shells out to convert files. Confirm with the owner of the application before you treat the activity as expected.',
    'Maintenance that runs inside the web server, such as piped log programs, health checks and deployment hooks.',
  ],

  setup: `## Setup

This rule needs data from Elastic Defend.

### Set up the Elastic Defend integration

Elastic Defend is an integration of the Elastic Agent and is managed through Fleet. Once it is configured, the agent watches the events of its host and sends them to the Elastic Security app. This rule reads process events, so keep their collection switched on.

#### Prerequisites

- Elastic Defend requires Fleet: [Fleet and Elastic Agent overview](https://www.elastic.co/guide/en/fleet/current/fleet-overview.html).
- To configure Fleet Server, see [What is Fleet Server?](https://www.elastic.co/guide/en/fleet/current/fleet-server.html)

#### Add Elastic Defend to a Linux host

1. Open the Kibana home page and select **Add integrations**.
2. Type **Elastic Defend** into the search bar and open the integration to read what it does.
3. Select **Add Elastic Defend**.
4. Give the integration a name and, if you like, a description.
5. Choose the kind of environment to protect: **Traditional Endpoints** or **Cloud Workloads**.
6. Choose a configuration preset. Each preset gives the Elastic Agent other defaults, which you can adjust later in the integration policy: [Configure an integration policy for Elastic Defend](https://www.elastic.co/guide/en/security/current/configure-endpoint-integration-policy.html).
7. We recommend **Complete EDR (Endpoint Detection and Response)**, the setting with all events and all preventions.
8. Under **New agent policy name**, enter a name for the agent policy. If there already are agent policies, you can switch to the **Existing hosts** tab and pick one of them. More on the settings of the agent: [Elastic Agent policies](https://www.elastic.co/guide/en/fleet/current/agent-policy.html).
9. Select **Save and continue**.
10. To finish, select **Add Elastic Agent to your hosts** and go on to the next section, which installs the Elastic Agent on your hosts. More on Elastic Defend: [Install the Elastic Defend integration](https://www.elastic.co/guide/en/security/current/install-endpoint.html).
`,

  guide: `## Triage and analysis

### Investigating Potential Remote Code Execution via Web Server

An attacker who has found a way into a web server often leaves a web shell behind to keep that way open. A web shell is a malicious script, usually hidden among the files of the compromised site, that runs whatever the next request tells it to. With it the attacker can execute commands, carry data out, and use the server as a base for reaching further into the network, all through the port the site itself uses and with the rights of the account it runs under.

This rule alerts when a process of a web server starts a shell, a script interpreter or a command-line tool, and its arguments name one of the commands intruders try first, such as \`whoami\`, \`id\` or \`curl\`. On the host, that is what a web shell in use looks like, and so does a freshly exploited command injection.

> **Note**: The queries in this guide use the Osquery Markdown plugin, which came with Elastic Stack 8.5.0; older versions show the Markdown unrendered. One query takes a value from the alert through a placeholder field, which came with Elastic Stack 8.7.0. On 8.6.0 or earlier, adjust the queries by hand, or they will not run correctly.

#### Possible investigation steps

- Look for abnormal behavior of the process in the alert: network connections, changed files, and any other child processes. A shell that runs one command and exits is somebody probing; a shell that stays and holds a socket is somebody working.
- Look at the listening ports and open sockets of the host for a reverse shell or for data on its way out.

${toOsqueryBlock('Osquery - List listening ports', GUIDE_SQL.listeningPorts)}

Account for every port in the result. A listener that belongs to a shell, an interpreter or a child of the web server is a bind shell until proven otherwise. \`address\` \`0.0.0.0\` or \`::\` means that it can be reached on every interface; \`protocol\` is 6 for TCP and 17 for UDP.

${toOsqueryBlock('Osquery - List open sockets', GUIDE_SQL.openSockets)}

Compare the remote addresses with what this server is supposed to talk to, such as its database, cache and upstream services. A reverse shell shows up as a shell or an interpreter with an established outbound connection; a \`pid\` of -1 means that Osquery could not tell whose socket it is.
- Go through the processes of the host for anything malicious or out of the ordinary, alone or as a tree.

${toOsqueryBlock('Osquery - List processes', GUIDE_SQL.processes)}

\`parent\` is the process id of the parent: rows with the web server's process id there are its children. Be suspicious of programs in \`/tmp\`, \`/var/tmp\`, \`/dev/shm\` or the web root, of encoded command lines, and of names or command lines in square brackets: a true kernel thread has neither path nor command line.
- Go through the tree of processes started by the account that runs the web application. That account has no business starting other child processes.

${toOsqueryBlock('Osquery - List processes of the web application user', GUIDE_SQL.processesOfUser)}

Expect the workers of the web server and of the application, and nothing else. A shell, an interpreter, a download tool or a miner among the rows is most likely the attacker's. No rows only means that the account runs nothing right now, and an intruder who has already become another user is not among them: read this beside the whole list.
- Read the command lines, decoding them where necessary, and establish which commands or scripts were executed.
- Look for other alerts of the same user and the same host in the last 48 hours.
- If a script or an executable was dropped, retrieve the files and determine whether they are malicious:
  - Analyze them in a private sandbox for malware.
    - Watch for the following and record it:
      - Attempts to contact external domains and addresses.
        - Check whether the domain is newly registered or unexpected.
        - Check the reputation of the domain or IP address.
      - Files that are accessed, modified or created.
      - Scheduled jobs, services and other means of persistence.

${toOsqueryBlock('Osquery - List cron jobs', GUIDE_SQL.crontab)}

Look for jobs that fetch something and pipe it into a shell, that start programs from temporary folders, or that belong to the web application's account. \`path\` names the file a job stands in. Systemd timers and scripts in folders such as \`/etc/cron.daily\` are not part of this result; check them on the host.

### False positive analysis

- This activity is unlikely to be legitimate. Whatever raises the alert without being malicious in itself has to be monitored by the security team.

### Response and remediation

- Start the incident response process as the outcome of the triage demands.
- Isolate the host, so that the intruder can do no more with it. Save what is volatile first if you can: memory, process list, connections.
- If the triage found malware, search the environment for other compromised hosts:
  - Put temporary network rules, procedures and segmentation in place to contain the malware.
  - Stop the suspicious processes.
  - Block the identified indicators of compromise (IoCs) at once.
  - Inspect the affected systems for further backdoors that could be used to infect them again, such as reverse shells, reverse proxies and droppers.
- Remove the malicious artifacts found during triage, and block them.
- Investigate which credentials were exposed on the systems the attacker compromised or used, and make sure that every compromised account is known. Reset the passwords of these accounts and of anything else that may be exposed, such as email, business systems and web services. Configuration files of the web application often hold passwords and keys: change those too.
- Run a full antimalware scan. It can bring to light artifacts, persistence and malware components that are still on the system.
- Determine how the attacker got in, and close that way, so that it can't be used for another infection.
- Use the data and logs of the response to improve the mean time to detect (MTTD) and the mean time to respond (MTTR).
`,
};
