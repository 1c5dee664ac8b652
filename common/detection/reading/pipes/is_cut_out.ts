import type { SeenCommand } from '../tree_reading';

/** `| wc -l`, `| awk '{print $5}'`, `| grep x | cut …`; `| head` and a lone `| grep` are what people do too. */
export const isCutOut = ({
  in: { reading },
  pipeline,
  stage,
}: Pick<SeenCommand, 'in' | 'pipeline' | 'stage'>): boolean =>
  reading.commands.some(
    (other) =>
      other.pipeline === pipeline &&
      other.stage > stage &&
      (/^(?:wc|awk|cut|sed|tr|md5sum|sha\d+sum|xargs)$/.test(other.program) ||
        // All but the head of a table.
        (other.program === 'tail' && /^-n ?\+\d+$/.test(other.args.join(' '))) ||
        (/grep$/.test(other.program) &&
          // `grep -v grep` is what scripts need who look for one process.
          (other.args.join(' ') === '-v grep' ||
            other.args.some((arg) =>
              /^-\w*[cqom]|\[\w\]|^\^|^[A-Z]+_[A-Z]+=?$|^:\d+ ?$/.test(arg)
            ))))
  );
