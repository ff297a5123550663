/**
 * Orders two texts by code point, which is also the byte order of their UTF-8: negative, 0 or positive.
 * JavaScript's own `<` orders UTF-16 units, and puts what lies beyond U+FFFF before U+E000 … U+FFFF.
 */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  let i = 0
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === length) return a.length - b.length
  return aboveSurrogates(a.charCodeAt(i)) - aboveSurrogates(b.charCodeAt(i))
}

/** Surrogates stand for the code points beyond all others: they are moved behind U+FFFF. */
function aboveSurrogates(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
