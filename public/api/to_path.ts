/** Puts values into a path's places: `/alerts/{id}` with `{id: 'a/b'}` becomes `/alerts/a%2Fb`. */
export const toPath = (template: string, params: object): string => {
  const values = new Map<string, unknown>(Object.entries(params));
  return template.replace(/\{(\w+)\}/g, (_place, name: string) =>
    encodeURIComponent(String(values.get(name)))
  );
};
