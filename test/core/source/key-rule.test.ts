import { describe, expect, test } from 'vitest'
import { joinKey } from '../../../src/core/source/key-rule.ts'

describe('joinKey', () => {
  test('an exact key is kept to the byte', () => {
    const keys = ['00123', '12345678901234567890', '1E5', 'TRUE', '__proto__', 'É']
    expect(keys.map((key) => joinKey(key, 'exact'))).toEqual(keys)
  })

  test('trim-case disregards case', () => {
    expect(joinKey('ACME-1', 'trim-case')).toBe('acme-1')
  })

  test('alphanumeric disregards everything but letters and digits, accents kept', () => {
    expect(joinKey('Brontë & Söhne, 7', 'alphanumeric')).toBe('brontësöhne7')
  })

  test('a key of punctuation alone is kept rather than lost', () => {
    expect(joinKey('--', 'alphanumeric')).toBe('--')
  })

  test.each([
    ['https://www.Example.com/about?x=1', 'example.com'],
    ['kim@Example.com', 'example.com'],
    ['example.com:8080', 'example.com'],
    ['example.com.', 'example.com'],
  ])('the domain of %s is %s', (key, domain) => {
    expect(joinKey(key, 'domain')).toBe(domain)
  })

  // Worked by hand: 00D3j = ..D.. -> bit 2 -> E; 00000 -> A; a0BcD: B is bit 2, D is bit 4 -> 4 + 16 = 20 -> U.
  test('a 15-character Salesforce id becomes the 18-character one', () => {
    expect(joinKey('00D3j00000a0BcD', 'salesforce-id')).toBe('00D3j00000a0BcDEAU')
  })

  test('an 18-character Salesforce id stays', () => {
    expect(joinKey('00D3j00000a0BcDEAU', 'salesforce-id')).toBe('00D3j00000a0BcDEAU')
  })
})
