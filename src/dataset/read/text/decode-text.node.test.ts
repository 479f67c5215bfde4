// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readTable } from '#dataset/read/read-table.ts'

/** Bytes of a text in an encoding of one byte, or two, a character: the decoder turned around. */
function encode(label: string, text: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(label)
  const bytesOf = new Map<string, readonly number[]>()
  const learn = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if (Array.from(character).length === 1 && character !== '\uFFFD' && !bytesOf.has(character))
      bytesOf.set(character, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) learn(byte)
  if (/shift|gb18030/u.test(label))
    for (let lead = 0x81; lead < 0xff; lead += 1)
      for (let trail = 0x40; trail < 0xff; trail += 1) learn(lead, trail)
  return Uint8Array.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? [63]))
}

function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return bytes
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const german = 'Name;Straße;Ort\r\nMüller;Hauptstraße 5;Köln\r\nJäger;Grünweg 7;Düsseldorf\r\n'
const euro = 'Artikel;Preis\r\nSchrauben „groß“;12,50 €\r\nÖl – fein;3,00 €\r\n'
const french = 'Nom;Prénom;Ville\r\nLefèvre;Hélène;Besançon\r\nGarçon;Noël;Orléans\r\n'
const japanese = '氏名,住所,金額\r\n山田太郎,東京都港区,1200\r\n佐藤花子,大阪市北区,980\r\n'
const chinese = '姓名,地址,金额\r\n王小明,北京市朝阳区,1200\r\n李雷,上海市浦东新区,980\r\n'
const russian = 'Имя;Город\r\nМария живёт в небольшом городе на севере;Мурманск\r\nПётр;Казань\r\n'
const plain = 'id,name\r\n1,abc\r\n2,def\r\n'

const readText = async (bytes: Uint8Array<ArrayBuffer>, encoding: string | null = null) => {
  const table = await readTable(new Blob([bytes]), 'a.csv', { encoding })
  const text = table.rows.map(({ cells }) => cells.join(table.separator ?? '')).join('\r\n')
  return { ...table, text: `${text}\r\n` }
}

describe('encodings', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string, string, boolean]>([
    ['ASCII', utf8(plain), plain, 'utf-8', true],
    ['UTF-8', utf8(german), german, 'utf-8', true],
    ['UTF-8 with a mark', utf8(`\uFEFF${german}`), german, 'utf-8', false],
    ['Japanese in UTF-8', utf8(japanese), japanese, 'utf-8', true],
    ['UTF-16 with a mark', utf16(`\uFEFF${german}`, true), german, 'utf-16le', false],
    ['UTF-16 of the other order', utf16(`\uFEFF${german}`, false), german, 'utf-16be', false],
    ['UTF-16 without a mark', utf16(german, true), german, 'utf-16le', true],
    ['UTF-16 of the other order without one', utf16(german, false), german, 'utf-16be', true],
    ['Japanese in UTF-16 without a mark', utf16(japanese, true), japanese, 'utf-16le', true],
    ['German in Windows-1252', encode('windows-1252', german), german, 'windows-1252', true],
    ['euros and quotes in Windows-1252', encode('windows-1252', euro), euro, 'windows-1252', true],
    ['French in Windows-1252', encode('windows-1252', french), french, 'windows-1252', true],
    ['Chinese in GB18030', encode('gb18030', chinese), chinese, 'gb18030', true],
    ['Russian in Windows-1251', encode('windows-1251', russian), russian, 'windows-1251', true],
  ])('reads %s', async (_, bytes, text, name, isGuess) => {
    const read = await readText(bytes)
    expect(read.encoding).toEqual({ name, isGuess })
    expect(read.text).toBe(text)
  })

  it('looks beyond the start for a byte that is not UTF-8', async () => {
    const text = 'id;name;town\r\n'.repeat(90_000) + german
    const read = await readText(encode('windows-1252', text))
    expect(read.encoding).toEqual({ name: 'windows-1252', isGuess: true })
    expect(read.text).toBe(text)
  })

  it('keeps UTF-8 with a few damaged bytes, and says where they are', async () => {
    const bytes = utf8(german.repeat(3))
    bytes[bytes.lastIndexOf(0xc3)] = 0xff
    const read = await readText(bytes)
    expect(read.encoding).toEqual({ name: 'utf-8', isGuess: true })
    expect(read.text).toContain('Köln')
    expect(read.notes).toEqual([{ kind: 'unreadable-bytes', rows: [9], count: 1, column: 2 }])
  })

  it('uses the encoding that was chosen', async () => {
    const read = await readText(encode('shift_jis', japanese), 'shift_jis')
    expect(read.encoding).toEqual({ name: 'shift_jis', isGuess: false })
    expect(read.text).toBe(japanese)
  })

  it('refuses an encoding that is not known', async () => {
    await expect(readText(utf8(plain), 'nonsense')).rejects.toThrow(/no encoding named “nonsense”/u)
  })

  it('does not cut a character between two pieces', async () => {
    const text = `id,name\r\n1,${'日'.repeat(30_000)}\r\n`.repeat(20)
    const read = await readText(utf8(text))
    expect(read.text).toBe(text)
    expect(read.notes).toEqual([])
  })
})
