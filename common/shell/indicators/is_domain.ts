/** Endings that file names and method calls don't have, so that a bare name can be told from `config.php`. */
const COMMON_ENDINGS = new Set(
  (
    'com net org edu gov mil int info biz xyz top online site shop club live store tech cloud space website icu vip ' +
    'dev app io ai co me tv cc ws la ly to us uk de fr nl be ch at it es pt se no fi dk pl cz sk hu ro bg gr tr ru ua ' +
    'by kz cn hk tw jp kr in id vn th my sg ph au nz ca mx br ar cl pe za ng ke eg il ir ae sa eu onion local internal ' +
    'example test invalid lan corp'
  ).split(' ')
);
const NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,23}$/i;

/** Whether a word has the form of a host name. */
export const isDomain = (text: string): boolean => text.length <= 253 && NAME.test(text);

/** Whether a word that stands anywhere is more likely a host name than a file or a method. */
export const isLikelyDomain = (text: string): boolean =>
  isDomain(text) && COMMON_ENDINGS.has(text.slice(text.lastIndexOf('.') + 1).toLowerCase());
