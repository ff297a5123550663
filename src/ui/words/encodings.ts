import type { Dialect } from '../../core/file/dialect.ts'
import { ENCODINGS } from '../../core/file/encoding.ts'
import { decodeLossy, isKnownEncoding } from '../../core/file/text-decoder.ts'
import type { Choice } from './dialect.ts'

/** Names that differ from the label, and whose letters they are. */
const NAMES: Readonly<Record<string, readonly [name: string, letters?: string]>> = {
  'utf-8': ['UTF-8'],
  'utf-16le': ['UTF-16 LE'],
  'utf-16be': ['UTF-16 BE'],
  'utf-32le': ['UTF-32 LE'],
  'utf-32be': ['UTF-32 BE'],
  macintosh: ['Mac Roman', 'Western'],
  'windows-1252': ['Windows-1252', 'Western'],
  'windows-1250': ['Windows-1250', 'Central European'],
  'windows-1251': ['Windows-1251', 'Cyrillic'],
  'windows-1253': ['Windows-1253', 'Greek'],
  'windows-1254': ['Windows-1254', 'Turkish'],
  'windows-1255': ['Windows-1255', 'Hebrew'],
  'windows-1256': ['Windows-1256', 'Arabic'],
  'windows-1257': ['Windows-1257', 'Baltic'],
  'windows-1258': ['Windows-1258', 'Vietnamese'],
  'windows-874': ['Windows-874', 'Thai'],
  'iso-8859-2': ['ISO 8859-2', 'Central European'],
  'iso-8859-3': ['ISO 8859-3', 'South European'],
  'iso-8859-4': ['ISO 8859-4', 'Baltic'],
  'iso-8859-5': ['ISO 8859-5', 'Cyrillic'],
  'iso-8859-6': ['ISO 8859-6', 'Arabic'],
  'iso-8859-7': ['ISO 8859-7', 'Greek'],
  'iso-8859-8': ['ISO 8859-8', 'Hebrew'],
  'iso-8859-8-i': ['ISO 8859-8-I', 'Hebrew'],
  'iso-8859-10': ['ISO 8859-10', 'Nordic'],
  'iso-8859-13': ['ISO 8859-13', 'Baltic'],
  'iso-8859-14': ['ISO 8859-14', 'Celtic'],
  'iso-8859-15': ['ISO 8859-15', 'Western'],
  'iso-8859-16': ['ISO 8859-16', 'Romanian'],
  'koi8-r': ['KOI8-R', 'Russian'],
  'koi8-u': ['KOI8-U', 'Ukrainian'],
  ibm866: ['IBM 866', 'Cyrillic'],
  'x-mac-cyrillic': ['Mac Cyrillic', 'Cyrillic'],
  shift_jis: ['Shift JIS', 'Japanese'],
  'euc-jp': ['EUC-JP', 'Japanese'],
  'iso-2022-jp': ['ISO 2022-JP', 'Japanese'],
  gb18030: ['GB 18030', 'Chinese'],
  gbk: ['GBK', 'Chinese'],
  big5: ['Big5', 'Traditional Chinese'],
  'euc-kr': ['EUC-KR', 'Korean'],
}

export const encodingName = (label: string): string => NAMES[label.toLowerCase()]?.[0] ?? label

/** How the telling bytes of a file read under an encoding: "Brontë, Łódź"; empty where all encodings agree. */
export function previewWords(telling: readonly Uint8Array[], encoding: string): string {
  const texts = telling.map((bytes) => decodeLossy(bytes, encoding, true).trim())
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .join(', ')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, LONGEST_PREVIEW)
}

const LONGEST_PREVIEW = 40

/** Every encoding that this browser knows, and those of the file in any case, each with what it makes of the file; those under which bytes are lost stand last. */
export function encodingChoices(
  dialects: readonly Dialect[],
  telling: readonly Uint8Array[],
): readonly Choice[] {
  const used = dialects.map(({ encoding }) => encoding.toLowerCase())
  const labels = [...new Set([...used, ...ENCODINGS.filter(isKnownEncoding)])]
  const isLossy = (label: string) => /[\uFFFD\p{Cc}]/u.test(rawPreview(telling, label))
  return [...labels.filter((label) => !isLossy(label)), ...labels.filter(isLossy)].map((value) => {
    const letters = NAMES[value]?.[1]
    const preview = previewWords(telling, value)
    const name = encodingName(value) + (letters ? `, ${letters}` : '')
    return { value, label: preview === '' ? name : `${name}: ${preview}` }
  })
}

const rawPreview = (telling: readonly Uint8Array[], encoding: string): string =>
  telling.map((bytes) => decodeLossy(bytes, encoding, true).trim()).join('')
