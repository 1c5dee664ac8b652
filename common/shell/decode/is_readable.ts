/** Whether decoded bytes are a text for people: no control characters but blanks, and hardly anything that is no UTF-8. */
export const isReadable = (text: string): boolean => {
  if (text.trim() === '') return false;
  let strange = 0;
  for (const char of text) {
    const code = char.charCodeAt(0);
    const isBlank = code === 9 || code === 10 || code === 13 || code === 27;
    if (char === '�' || (code < 32 && !isBlank) || code === 127) strange++;
  }
  return strange * 20 <= text.length;
};
