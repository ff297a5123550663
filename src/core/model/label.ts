/** What a thing with an id is called on screen. */
export const labelOf = ({ id, name }: { readonly id: string; readonly name?: string }): string =>
  name ?? id

/** Within a sentence: `Support tickets` begins small there, `ARR` does not. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
