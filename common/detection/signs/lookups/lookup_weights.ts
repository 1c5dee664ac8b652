/** How much the forms of one question say; `LOOKUPS` holds the questions. */

export const toIpWeight = (operands: readonly string[], options: string): number => {
  const [object = '', action = ''] = operands;
  if (/^-(?:j|json|s)\b/.test(options)) return 15;
  if (/^(?:-4|-6|-o|-br|-brief)/.test(options) && operands.length > 1)
    return operands.length > 2 ? 36 : 47;
  if (/^n(?:eigh(?:bour|bor)?)?$/.test(object)) return 58;
  if (/^r(?:oute)?$/.test(object)) return action === 'get' ? 26 : 50;
  // One interface is what a program asks for.
  // `ip a`, as one types it.
  return operands.length > 2 ? 20 : object === 'a' ? 60 : 50;
};

export const toPsWeight = (options: string, operands: readonly string[]): number => {
  const form = `${options} ${operands.join(' ')}`;
  if (/--forest|auxf/.test(form)) return 74;
  if (/-?\w*[oO]\b|-o|--no-headers?|-p\s*\d|--pid|-C/.test(form) && !/aux|-ef/.test(form))
    return 22;
  if (form.trim() === '') return 50;
  if (/--sort/.test(form)) return 30;
  return /aux|--forest|-\w*e\w*f|-ef|-\w*f/.test(form) ? 52 : 40;
};

export const toFindWeight = (options: string, operands: readonly string[]): number => {
  if (/-delete|-mtime|-mmin|-cmin|-newer/.test(options) && !operands.some((path) => path === '/'))
    return 14;
  if (/-writable|-perm/.test(options)) return 70;
  const isWide = operands.some((path) =>
    /^\/(?:home|root|etc|var|opt|usr|srv|tmp)?\/?$/.test(path)
  );
  return isWide ? 74 : 42;
};

/** Questions that are files. */
export const toSystemFileWeight = (operands: readonly string[]): number => {
  if (
    operands.some((path) =>
      /^\/etc\/(?:issue|issue\.net|\S*-release\*?|redhat-release|\*release\*?|)$/.test(path)
    )
  ) {
    return operands.length === 1 && operands[0] === '/etc/os-release' ? 46 : 76;
  }
  if (
    operands.some((path) =>
      /^\/proc\/version$|^\/sys\/(?:class\/dmi|hypervisor|devices\/virtual\/dmi)|^\/proc\/scsi/.test(
        path
      )
    )
  )
    return 58;
  return operands.some((path) =>
    /^\/proc\/(?:cpuinfo|meminfo|mounts|partitions|cmdline)$/.test(path)
  )
    ? 26
    : 0;
};
