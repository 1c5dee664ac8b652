import type { RuleText } from './rule_definition';
import { webServerRuleEn } from './web_server_rule.en';

export const extendedRuleEn: RuleText = {
  ...webServerRuleEn,
  name: 'Web Server RCE, extended',
  description:
    'Finds commands that attackers run through a web server, whatever the server and the shell: each program that a server starts is read together with all that it started in turn, and graded by what shows in it, such as a reverse shell, a download that is run, credentials that are read or questions that people ask by hand. What web applications do as their work lowers the grade. One command is one alert, with the reasons in its sentence.',
  falsePositives: [
    'Administration panels and monitoring that look up what an intruder would look up. Confirm with the owner of the application, and raise the least risk for which alerts are raised where such work is frequent.',
    'Deployment hooks and back-ups that run below the web server and send archives to other hosts.',
    'A single question such as whoami or uname, which some software asks at its start.',
  ],
};
