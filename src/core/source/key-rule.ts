export const KEY_RULES = ['exact', 'trim-case', 'alphanumeric', 'domain', 'salesforce-id'] as const
export type KeyRule = (typeof KEY_RULES)[number]

/**
 * What two keys must share to name the same account. `key` is trimmed already; the empty key stays empty and names nobody.
 * A key that a rule reduces to nothing ('--' under alphanumeric) stays as it is, so that it is never lost.
 */
export function joinKey(key: string, rule: KeyRule): string {
  switch (rule) {
    case 'exact':
      return key
    case 'trim-case':
      return key.toLowerCase()
    case 'alphanumeric':
      return key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || key
    case 'domain':
      return toDomain(key) || key
    case 'salesforce-id':
      return toLongSalesforceId(key)
  }
}

/** 'https://www.Example.com/about' and 'kim@example.com' are both 'example.com'. */
function toDomain(text: string): string {
  const address = text.toLowerCase().replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
  const host = address.slice(address.indexOf('@') + 1).split(/[/?#:\s]/, 1)[0] ?? ''
  return host.replace(/^www\./, '').replace(/\.$/, '')
}

const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/**
 * The 18-character form of a 15-character Salesforce id: each of the three letters behind it says which of five characters are upper case.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm
 */
function toLongSalesforceId(id: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id
  let suffix = ''
  for (let block = 0; block < 15; block += 5) {
    let bits = 0
    for (let i = 0; i < 5; i++) if (/[A-Z]/.test(id.charAt(block + i))) bits |= 1 << i
    suffix += SUFFIX_LETTERS.charAt(bits)
  }
  return id + suffix
}
