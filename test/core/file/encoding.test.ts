import { describe, expect, test } from 'vitest'
import { guessEncoding } from '../../../src/core/file/encoding.ts'
import { decodeLossy } from '../../../src/core/file/text-decoder.ts'

/** Bytes of a text in an encoding of one or two bytes a character, found by reading every one of them. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const bytesOf = new Map<string, readonly number[]>()
  const add = (...bytes: number[]): void => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode()
      if (!bytesOf.has(sign)) bytesOf.set(sign, bytes)
    } catch {
      // No character.
    }
  }
  for (let byte = 0; byte < 256; byte++) add(byte)
  if (/^(shift_jis|euc-..|gb18030|big5)$/.test(encoding))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail)
  return Uint8Array.from([...text].flatMap((sign) => bytesOf.get(sign) ?? []))
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = (bytes: Uint8Array): string =>
  decodeLossy(bytes, guessEncoding(bytes, true).encoding ?? 'utf-8', true)

describe('a short table is read in the encoding it was written in', () => {
  test.each([
    ['windows-1252', 'Müller GmbH;Käserei Größ;Zürich'],
    ['windows-1252', 'Société Générale;Crédit Côté;“25 °C” – déjà vu'],
    ['windows-1252', 'España;Año;Niño;Señor López'],
    ['macintosh', 'Société Générale;Hôtel Crédit;déjà vu'],
    ['windows-1250', 'Škoda Auto;Žižkov;Plzeň;Dvořák a synové'],
    ['iso-8859-2', 'Łódź;Kraków;Spółka Żubr;Wrocław'],
    ['windows-1254', 'Türkiye İş Bankası;Beşiktaş;Ağrı'],
    ['windows-1257', 'Lietuvos bankas Šiauliai;Žemaitija;Kėdainių'],
    ['windows-1251', 'ООО Ромашка;Москва;Клиент'],
    ['koi8-r', 'ООО Ромашка;Москва;Клиент'],
    ['ibm866', 'ООО Ромашка;Москва;Клиент'],
    ['iso-8859-5', 'Общество Ромашка;Москва;Клиент'],
    ['windows-1253', 'Αθήνα;Πελάτης;Θεσσαλονίκη'],
    ['windows-1255', 'לקוח;ירושלים;תל אביב'],
    ['windows-1256', 'العميل;القاهرة;الرياض'],
    ['windows-874', 'ลูกค้า;กรุงเทพมหานคร;เชียงใหม่'],
    ['shift_jis', '株式会社トヨタ;東京;お客様'],
    ['euc-jp', '株式会社トヨタ;東京;お客様'],
    ['gb18030', '华为技术有限公司;北京;中国客户'],
    ['big5', '台灣積體電路公司;台北;中國客戶'],
    ['iso-8859-3', 'Ħabbar tal-Gżejjer;Għarb;Ċikku Żammit'],
    ['iso-8859-4', 'Latvijas dzelzceļš;Rīga;Jānis Bērziņš;Ķekava'],
    ['iso-8859-10', 'Sámi álbmot;Kárášjohka;Čáhcesuolu;Ŋuorju'],
    ['euc-kr', '삼성전자 주식회사;서울;고객'],
  ])('%s: %s', (encoding, names) => {
    const text = `id,name\n${names
      .split(';')
      .map((name, i) => `A-${i},${name}\n`)
      .join('')}`
    expect(read(encode(text, encoding))).toBe(text)
  })
})

test('Japanese behind escapes is not taken for ASCII', () => {
  const bytes = [...'id,name\n1,', '\u001b$B', '8\\5R', '\u001b(B', '\n'].join('')
  expect(read(new TextEncoder().encode(bytes))).toBe('id,name\n1,顧客\n')
})

test.each([
  ['utf-32le', true],
  ['utf-32be', false],
])('four bytes a character are read, %s', (encoding, isLittle) => {
  const points = [...'\uFEFFid,name\n1,Zoë 🦊\n'].map((sign) => sign.codePointAt(0) ?? 0)
  const view = new DataView(new ArrayBuffer(points.length * 4))
  points.forEach((point, i) => view.setUint32(i * 4, point, isLittle))
  const bytes = new Uint8Array(view.buffer)
  expect(guessEncoding(bytes, true)).toEqual({ encoding, certain: true })
  expect(read(bytes)).toBe('id,name\n1,Zoë 🦊\n')
})

test('a few broken bytes do not make UTF-8 another encoding', () => {
  const text = new TextEncoder().encode('id,name\n1,Zoë\n2,Müller\n3,é è à ê\n4,x\n')
  const bytes = Uint8Array.of(...text, 0xe9, 0x0a)
  expect(read(bytes)).toBe('id,name\n1,Zoë\n2,Müller\n3,é è à ê\n4,x\n\uFFFD\n')
})

test('two bytes a character are noticed where few characters are of ASCII', () => {
  const text = '名前,国\n顧客,日本\n'.repeat(40)
  const bytes = new Uint8Array(text.length * 2)
  ;[...text].forEach((sign, i) => {
    bytes[2 * i] = sign.charCodeAt(0) & 255
    bytes[2 * i + 1] = sign.charCodeAt(0) >> 8
  })
  expect(read(bytes)).toBe(text)
})

test('lines that end in CR alone were written on a Macintosh', () => {
  expect(read(Uint8Array.of(...utf8('id,name\r1,M'), 0x9f, ...utf8('ller\r')))).toBe(
    'id,name\r1,Müller\r',
  )
})

test('four bytes a character are noticed where few characters are of ASCII', () => {
  const text = '名前,国\n顧客,日本\n'
  const view = new DataView(new ArrayBuffer(text.length * 4))
  ;[...text].forEach((sign, i) => view.setUint32(i * 4, sign.codePointAt(0) ?? 0, true))
  expect(read(new Uint8Array(view.buffer))).toBe(text)
})

test('NULs that fill the end of a file do not make it another encoding, nor none', () => {
  const bytes = Uint8Array.of(...utf8('id,name\n1,Zoë\n'), ...new Uint8Array(500))
  expect(guessEncoding(bytes, true)).toEqual({ encoding: 'utf-8', certain: true })
})

test('bytes with controls of all kinds are no text in any encoding', () => {
  const bytes = Uint8Array.from({ length: 2_000 }, (_, i) => (i * 7) % 256)
  expect(guessEncoding(bytes, true).encoding).toBeNull()
})
