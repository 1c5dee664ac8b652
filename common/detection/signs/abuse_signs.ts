import { isQuoted } from '../reading/is_quoted';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const TUNNELS =
  /^(?:chisel\S*|frpc\S*|frps\S*|ngrok\S*|cloudflared\S*|gost\S*|iodined?|dnscat\S*|dns2tcpc?|ptunnel\S*|stunnel\d?|ligolo\S*|iox\S*|ew(?:_\S+)?|earthworm\S*|npc|nps|rathole|bore|pagekite\S*|sshuttle|3proxy|microsocks|dante|sockd|revsocks\S*|reverse_?socks\S*|wstunnel|websocat|hans|icmptunnel|tailscaled?|zerotier\S*|n2n|edge|plink|autossh|udp2raw\S*|kcptun\S*|v2ray|xray|ssf|rpivot|pivotnacci|stowaway\S*|venom\S*|nc2|gsocket|gs-netcat|tor)$/i;
const TUNNEL_ARGUMENTS =
  /\bR:(?:\d|socks)|\bclient\s+(?:https?:\/\/)?\S{1,200}\s+(?:R:)?\d{0,5}:?[^\s:]{0,100}:\d+|frpc?\.(?:ini|toml)|socks5?:\/\/|--?reverse\b.{0,200}--?(?:socks|connect)|-s\s*(?:rcsocks|rssocks|ssocksd|lcx_\w+)/i;
const MINERS =
  /^(?:xmrig\S*|xmr-stak\S*|minerd|cpuminer\S*|ccminer\S*|cgminer|bfgminer|ethminer|nbminer|lolminer|t-?rex|phoenixminer|gminer|trex|nheqminer|sgminer|kinsing\S*|kdevtmpfsi|sysrv\S*|watchbog|xmrigcc|nanominer|srbminer\S*|teamredminer|wildrig\S*|randomx\S*)$/i;
const MINER_ARGUMENTS =
  /stratum\+?(?:tcp|ssl|tls)?:\/\/|--donate-level|--coin[= ]|--algo[= ]?(?:rx|cn|randomx|argon|kawpow|ethash)|(?:^|\s)-a\s+(?:rx|cn|cryptonight|randomx|kawpow|sha256d|scrypt)\b|--cpu-priority|--randomx|-o\s+\S{1,200}:\d{2,5}\s.{0,200}-u\s+\S{20}|(?:minexmr|supportxmr|nanopool|moneroocean|2miners|hashvault|nicehash|xmrpool|c3pool|f2pool|unmineable)\./i;

const MINER_FILE =
  /(?:^|[\s/])(?:xmrig|xmr-stak|cpuminer|minerd|kinsing|c3pool|ccminer|t-rex|lolminer|nbminer)\b/i;

/** What a taken machine is used for. */
export const ABUSE_SIGNS: readonly SignRule[] = [
  {
    id: 'tunnel',
    technique: 'T1572',
    inCommand: ({ program, args, text }) => {
      const joined = args.join(' ');
      if (program === 'ssh')
        return seeIf(/(?:^|\s)-\w*[RDLw]\s*(?:\S*:)?\d+/.test(joined), 90, text);
      const isForwarder =
        program === 'socat' &&
        /listen/i.test(joined) &&
        /(?:^|\s)(?:tcp|udp|openssl)\d?:/i.test(joined);
      const isQuestion = /^(?:which|command|type|dpkg|pgrep|grep)$/.test(program);
      return seeIf(
        !isQuestion && (TUNNELS.test(program) || isForwarder || TUNNEL_ARGUMENTS.test(joined)),
        91,
        text
      );
    },
  },
  {
    id: 'miner',
    technique: 'T1496',
    inCommand: ({ program, args, text }) => {
      const joined = args.join(' ');
      // One intruder clears the machine of the others' miners.
      if (/^(?:pkill|killall|pgrep|e?grep|rm|mv)$/.test(program))
        return seeIf(
          args.some(
            (arg) =>
              MINERS.test(arg.slice(arg.lastIndexOf('/') + 1)) || /xmr|miner|kinsing/i.test(arg)
          ),
          90,
          text
        );
      return seeIf(
        MINERS.test(program) || MINER_ARGUMENTS.test(joined) || MINER_FILE.test(joined),
        96,
        text
      );
    },
  },
  {
    id: 'service_controlled',
    technique: 'T1489',
    programs:
      /^(?:reboot|shutdown|poweroff|halt|init|kill|pkill|killall|sysctl|systemctl|service|rc-service)$/,
    inCommand: ({ program, args, wrappers, text, in: { reading } }) => {
      const joined = args.join(' ');
      if (/^(?:reboot|shutdown|poweroff|halt|init)$/.test(program))
        return seeIf(true, wrappers.includes('sudo') ? 24 : 56, text);
      // Processes picked from a list: one intruder clears the machine for himself.
      const isPicked =
        wrappers.includes('xargs') &&
        reading.commands.some((other) => /^(?:ps|netstat|ss|pgrep|lsof)$/.test(other.program));
      if (/^kill(?:all)?$/.test(program) && isPicked) return seeIf(true, 74, text);
      // Everything it may end.
      if (program === 'kill' && args.slice(1).includes('-1')) return seeIf(true, 76, text);
      if (/^(?:kill|pkill|killall)$/.test(program))
        return seeIf(
          true,
          /^(?:-0|-USR\d|-HUP|-1|-10|-12|-s)/.test(args[0] ?? '')
            ? 10
            : program === 'kill'
              ? 26
              : program === 'killall'
                ? 50
                : 46,
          text
        );
      if (program === 'sysctl')
        return seeIf(
          args.some((arg) => /^-\w*w|=/.test(arg)),
          78,
          text
        );
      const isService = /^(?:systemctl|service|rc-service)$/.test(program);
      return seeIf(
        isService,
        /\bstop\b/.test(joined) ? 46 : /restart|reload|start/.test(joined) ? 28 : 18,
        text
      );
    },
  },
  {
    id: 'data_destroyed',
    technique: 'T1485',
    inCommand: (command) => {
      const {
        program,
        args,
        wrappers,
        text,
        in: { place },
      } = command;
      if (place === 'program') return undefined;
      const joined = args.join(' ');
      const isWhole =
        program === 'rm' &&
        /-\w*r/.test(joined) &&
        args.some((arg) =>
          /^\/(?:\*|etc|var(?:\/(?:log|lib|www|backups|mail))?|home|usr|boot|root|opt|srv|bin|lib)?\/?\*?$|^~\/?\*?$/.test(
            arg
          )
        );
      // A deploy that makes the folder anew quotes it.
      const isSite =
        program === 'rm' &&
        args.some(
          (arg) =>
            /\/(?:html|htdocs|public_html|www|webapps|wwwroot)\/?\*?$/.test(arg) &&
            (arg.endsWith('*') || !isQuoted(command, arg))
        );
      const isDisk = (program === 'dd' && /of=\/dev\/[shvn]/.test(joined)) || /^mkfs/.test(program);
      const isEncrypting =
        (program === 'openssl' &&
          args[0] === 'enc' &&
          !args.includes('-d') &&
          /-(?:k|pass|in)\b/.test(joined) &&
          /-out/.test(joined)) ||
        (program === 'find' && /-exec.{0,200}(?:openssl|gpg)/.test(joined));
      const isBomb = /:\(\)\s*\{/.test(text);
      return (
        seeIf(isWhole || isSite || isDisk || isBomb, 92, text) ??
        // A back-up is one archive; what is taken hostage is what lies there.
        seeIf(
          isEncrypting,
          wrappers.length === 0 && /-in\s+\S+\.(?:tgz|gz|tar|zip|sql|dump|bz2|xz)\b/.test(joined)
            ? 30
            : 78,
          text
        )
      );
    },
  },
];
