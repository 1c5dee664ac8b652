import { isInterpreter, toOperands } from '../reading/command_facts';
import { isWritablePath, toFileName } from '../reading/paths';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

/** Published tools by name: enumeration, exploits, scanners, password crackers. A renamed one shows by what it does. */
const ATTACK_TOOL =
  /^(?:linpeas\S*|linenum\S*|lse\.sh|les\.sh|linux-exploit-suggester\S*|pspy\d*\S*|deepce\S*|traitor\S*|pwnkit\S*|dirty(?:cow|pipe|c0w)\S*|unix-privesc-check\S*|nmap|masscan|zmap|fscan\S*|nuclei|gobuster|ffuf|dirb|nikto|sqlmap\S*|hydra|medusa|ncrack|patator|john|hashcat|msfvenom|msfconsole|meterpreter\S*|sliver\S*|merlin\S*|mimipenguin\S*|lazagne\S*|crackmapexec|netexec|nxc|evil-winrm|responder\S*|impacket\S*|kerbrute\S*|enum4linux\S*|ldapsearch|smbclient|rpcclient|tcpdump|tshark|ettercap|arpspoof|proxychains\d?|peirates|amicontained|nbtscan|arp-scan|netdiscover|onesixtyone|wpscan|whatweb|amass|subfinder|naabu|dirsearch\S*|feroxbuster|wfuzz|commix|joomscan|smbmap|rustscan|zgrab\S*|bettercap|hping3|cdk\S*|kdigger|gs-netcat|goldeneye|slowloris\S*|ysoserial\S*|marshalsec\S*|jndi[-_]?(?:exploit|injection)\S*)$/i;

/** `docker run -v /:/mnt`: what belongs to the machine or its people, not to an application. */
const MOUNT_OF_MACHINE =
  /(?:-v|--volume|source=|src=)[\s=]*['"]?(?:\/[\w.-]*\/?[:,]|\/(?:etc|root|home|proc|sys|dev|boot|usr|bin|run|tmp|var\/(?:run|lib|spool|log))\/|\S*docker\.sock)/;

/** Ways up: asking for them, and going. */
export const PRIVILEGE_SIGNS: readonly SignRule[] = [
  {
    id: 'privilege_check',
    technique: 'T1548.003',
    inCommand: ({ program, args, wrappers, text }) => {
      // What sudo would do is tried with what does nothing.
      if (wrappers.includes('sudo') && /^(?:true|whoami)$/.test(program))
        return seeIf(true, 86, text);
      if (program === 'sudo')
        return seeIf(
          args.some((arg) => /^-\w*[lvV]\w*$|^--list$/.test(arg)),
          86,
          text
        );
      return seeIf(/^(?:capsh|doas)$/.test(program) || wrappers.includes('doas'), 76, text);
    },
  },
  {
    id: 'privilege_file_search',
    technique: 'T1548.001',
    programs: /^(?:getcap|find)$/,
    inCommand: ({ program, args, text }) => {
      const joined = args.join(' ');
      if (program === 'getcap') return seeIf(true, 86, text);
      const isSetId =
        /-perm\s+[-/]?(?:[0-7]*[4267]000|[ugo+]*[=+]s|[ug]=s|-?[246]\d{3}\b|\/[246]000)|-u=s|-g=s/.test(
          joined
        );
      if (isSetId) return seeIf(true, 93, text);
      const isWritable =
        /-writable|-perm\s+[-/]?(?:o[+=]w|0*[0-7]*[2367]{1}\b|-?0?[02]22|777)/.test(joined);
      return seeIf(isWritable && !/-exec\s+chmod/.test(joined), 80, text);
    },
  },
  {
    id: 'privilege_use',
    technique: 'T1548',
    inCommand: (command) => {
      const {
        program,
        args,
        wrappers,
        text,
        in: { place },
      } = command;
      if (place === 'program') return undefined;
      if (program === 'chmod' && args.some((arg) => /^[ug+]*[+=]\w*s|^0?[46]\d{3}$/.test(arg)))
        return seeIf(true, 94, text);
      if (program === 'setcap') return seeIf(true, 92, text);
      // A file that anybody could write, in the name of root.
      const isGiven =
        /^(?:chown|chgrp)$/.test(program) &&
        args.some((arg) => /^(?:root|shadow|0)(?::\S*)?$/.test(arg)) &&
        args.some(isWritablePath);
      if (isGiven) return seeIf(true, 80, text);
      if (/^(?:pkexec|gpasswd|newgrp|sg)$/.test(program) || wrappers.includes('pkexec'))
        return seeIf(true, 84, text);
      if (program === 'su' || wrappers.includes('su')) return seeIf(true, 76, text);
      const isSudo = program === 'sudo' || wrappers.includes('sudo');
      if (!isSudo) return undefined;
      const isShell = /^(?:ba|da|z)?sh$|^su$/.test(program) && toOperands(command).length === 0;
      // Panels are given single programs by sudoers.
      return seeIf(
        true,
        isShell || (program === 'sudo' && args.some((arg) => /^-\w*[Ssi]\b/.test(arg))) ? 84 : 26,
        text
      );
    },
  },
  {
    id: 'container_escape',
    technique: 'T1611',
    inCommand: ({ program, args, wrappers, text }) => {
      const joined = args.join(' ');
      const isEngine = /^(?:docker|podman|ctr|nerdctl|crictl)$/.test(program);
      if (isEngine)
        return seeIf(
          /^(?:exec|run|cp|create)\b|-v\s*\/[^ ]*:|--privileged|--pid[= ]host|mount|-H\s*tcp:/.test(
            joined
          ),
          // A shell in a container is somebody's; one program in it, with the application's own data, is an application's.
          /--privileged|--pid[= ]host|\b(?:ba|a)?sh\b|-H\s*tcp:/.test(joined) ||
            // Somebody's files out of it, or into it from where anybody writes.
            /^cp\s(?:.*\s)?(?:[\w.-]+:\/(?:etc|root|home|proc)\/|\/(?:tmp|var\/tmp|dev\/shm)\/)/.test(
              joined
            ) ||
            MOUNT_OF_MACHINE.test(joined)
            ? 84
            : 30,
          text
        );
      const isNamespace =
        /^(?:nsenter|unshare|chroot)$/.test(program) ||
        wrappers.some((name) => /^(?:nsenter|unshare)$/.test(name));
      if (isNamespace)
        return seeIf(
          /-t\s*1\b|--target|-r\b|-m|-U|\/host|^\//.test(joined) || joined === '',
          82,
          text
        );
      // What lies under the container, made a folder of it.
      const isMount =
        program === 'mount' &&
        !wrappers.includes('sudo') &&
        /-t\s*cgroup|(?:^|\s)\/dev\/(?:[shv]d|nvme|mapper|dm-)/.test(joined);
      if (isMount) return seeIf(true, 78, text);
      const isApi =
        program === 'curl' &&
        /--unix-socket|docker\.sock|:2375|:10250|\/var\/run\/secrets/.test(joined);
      return seeIf(isApi || /release_agent|core_pattern|\/proc\/sysrq/.test(joined), 90, text);
    },
  },
  {
    id: 'attack_tool',
    technique: 'T1588.002',
    inCommand: (command) => {
      // An interpreter's operand is a program; anybody else's may be a user called john.
      const scripts =
        isInterpreter(command.program) || command.program === 'java'
          ? toOperands(command).slice(0, 1)
          : [];
      const names = [command.path, ...scripts].map(toFileName);
      return seeIf(
        names.some((name) => ATTACK_TOOL.test(name)) &&
          command.in.place !== 'program' &&
          !/^(?:which|command|type|man|apt|dpkg)$/.test(command.program),
        // Monitoring looks whether hosts are there (`-sn`, `-O`); an intruder wants their ports.
        command.program === 'nmap' &&
          (command.wrappers.includes('sudo') ||
            command.args.some((arg) => /^-(?:sn|sP|O|oX)$/.test(arg)))
          ? command.wrappers.length === 0 && !command.args.some((arg) => /^-o[XGNA]$/.test(arg))
            ? 56
            : 30
          : isAskedForOne(command)
            ? 40
            : /^(?:nmap|tcpdump|ldapsearch|smbclient)$/.test(command.program)
              ? 76
              : 90,
        command.text
      );
    },
  },
];

/** `ldapsearch … uid=anna`, `smbclient -A file -c 'get a.pdf'`: one person, or one file with a login that is kept. */
const isAskedForOne = ({ program, args }: SeenCommand): boolean =>
  (program === 'ldapsearch' &&
    args.some((arg) => /^\(?(?:uid|cn|mail|sAMAccountName)=[^*]+$/i.test(arg))) ||
  (program === 'smbclient' &&
    args.some((arg, at) => args[at - 1] === '-A' && !isWritablePath(arg)));
