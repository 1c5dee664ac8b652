import { parseIp } from '../../../common/eql/values/ip_address';

/** The 4 or 16 bytes of an address; undefined for what is none, and for one with a zone. */
export const parseIpAddress = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(parseIp(text)?.toString(16).padStart(32, '0') ?? '', 'hex');
  if (bytes.length === 0) return undefined;
  return text.includes(':') ? bytes : bytes.subarray(-4);
};
