import { inflateRawSync } from 'node:zlib'

/** A cell as the file holds it: a number stays one, and `style` tells a day from a count. */
export type ReadCell = { value: string | number; format: string | null }

/** The sheets of an .xlsx by name, each a map from address ('B2') to cell. */
export function readWorkbook(bytes: Buffer): Map<string, Map<string, ReadCell>> {
  const parts = unzipped(bytes)
  const texts = all(part(parts, 'xl/sharedStrings.xml'), /<si>.*?<\/si>/gs).map(([item = '']) =>
    unescaped(
      all(item, /<t[^>]*>(.*?)<\/t>/gs)
        .map(([, text = '']) => text)
        .join(''),
    ),
  )
  const formats = formatsIn(part(parts, 'xl/styles.xml'))
  const names = all(part(parts, 'xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g)
  return new Map(
    names.map(([, name = ''], at) => {
      const xml = part(parts, `xl/worksheets/sheet${at + 1}.xml`)
      const cells = all(xml, /<c r="([A-Z]+\d+)"([^>]*)>\s*<v>([^<]*)<\/v>/g).map(
        ([, address = '', attributes = '', value = '']): [string, ReadCell] => {
          const format = formats[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? null
          const isText = attributes.includes(' t="s"')
          return [address, { value: isText ? (texts[Number(value)] ?? '') : Number(value), format }]
        },
      )
      return [unescaped(name), new Map(cells)]
    }),
  )
}

/** Rows of a sheet as lists of values, '' for an empty cell; a row without cells is not there. */
export function rowsOf(sheet: ReadonlyMap<string, ReadCell>): (string | number)[][] {
  const rows = new Map<number, (string | number)[]>()
  for (const [address, { value }] of sheet) {
    const [, letters = 'A', number = '1'] = /([A-Z]+)(\d+)/.exec(address) ?? []
    const row = rows.get(Number(number)) ?? []
    const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    row[at] = value
    rows.set(Number(number), row)
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => Array.from(row, value => value ?? ''))
}

/** The archive's parts by path, read by its own directory. */
export function unzipped(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(bytes.length - 6)
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left--) {
    const [size, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(start, start + size)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    parts.set(name, bytes.readUInt16LE(at + 10) === 0 ? raw : inflateRawSync(raw))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

function part(parts: ReadonlyMap<string, Buffer>, name: string): string {
  const found = parts.get(name)
  if (found === undefined) throw new RangeError(`The workbook has no ${name}`)
  return found.toString('utf8')
}

function formatsIn(styles: string): (string | null)[] {
  const codes = new Map(
    all(styles, /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(([, id = '', code = '']) => [id, code]),
  )
  const cells = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? ''
  return all(cells, /<xf ([^>]*)>/g).map(([, attributes = '']) => {
    const id = /numFmtId="(\d+)"/.exec(attributes)?.[1]
    return id === undefined ? null : unescaped(codes.get(id) ?? id)
  })
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)]
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
