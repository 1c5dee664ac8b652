/** D-Bus path of a unit: every byte but letters and digits as `_xx`, a leading digit as well. */
export const toObjectPath = (id: string): string => {
  const escaped = [...Buffer.from(id)].map((byte, index) => {
    const character = String.fromCharCode(byte);
    const stays = index === 0 ? /[A-Za-z]/ : /[A-Za-z0-9]/;
    return stays.test(character) ? character : `_${byte.toString(16).padStart(2, '0')}`;
  });
  return `/org/freedesktop/systemd1/unit/${escaped.join('') || '_'}`;
};
