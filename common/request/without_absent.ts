type Given<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** A request says what is unknown by leaving it out. */
export const withoutAbsent = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)
  ) as Given<Fields>;
