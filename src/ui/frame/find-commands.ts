/** What can be gone to or done, found by its name. */
export interface Command {
  readonly name: string
  readonly kind: 'Page' | 'View' | 'Account' | 'Action'
  readonly run: () => void
}

/** Those whose names hold every word, in any order: names that begin with them first, then words that do, else as they came. */
export function findCommands(commands: readonly Command[], wanted: string): readonly Command[] {
  const words = toWords(wanted)
  return commands
    .filter(({ name }) => words.every((word) => toPlain(name).includes(word)))
    .toSorted((a, b) => rankOf(a.name, words) - rankOf(b.name, words))
}

function rankOf(name: string, words: readonly string[]): number {
  const plain = toPlain(name)
  if (plain.startsWith(words.join(' '))) return 0
  return words.every((word) => plain.startsWith(word) || plain.includes(` ${word}`)) ? 1 : 2
}

/** Without regard to case and accents. */
const toPlain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const toWords = (text: string): readonly string[] => toPlain(text).split(/\s+/).filter(Boolean)
