import { ACCOUNT_ALIASES } from './account-aliases.ts'
import type { Alias } from './alias.ts'
import { ALIASES_OF_LANGUAGES } from './aliases-of-languages.ts'
import { ATTRIBUTE_ALIASES } from './attribute-aliases.ts'
import { SIGNAL_ALIASES } from './signal-aliases.ts'

/** All that Hale knows of headers; the first one that fits is taken. */
export const ALIASES: readonly Alias[] = [
  ...ACCOUNT_ALIASES,
  ...SIGNAL_ALIASES,
  ...ATTRIBUTE_ALIASES,
  ...ALIASES_OF_LANGUAGES,
]
