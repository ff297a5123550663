/** What a thing with an id is called on screen. */
export const labelOf = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name ?? id
