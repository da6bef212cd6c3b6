import { expect } from 'chai'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { csvLine, csvText, type Cell } from '../../../server/open-data/csv.ts'

const lines: readonly [string, Cell, string][] = [
  ['plain text', 'Ministerio', 'Ministerio'],
  ['a comma and quotes', 'Obras, "grandes"', '"Obras, ""grandes"""'],
  ['a formula', '=1+1', "'=1+1"],
  ['a call', '@SUM(A1)', "'@SUM(A1)"],
  ['a minus at the start of a text', '-5 casos', "'-5 casos"],
  ['a tab', '\t=1', "'\t=1"],
  ['a negative number, which is none', -5, '-5'],
  ['yes and no', true, '1'],
  ['nothing', null, ''],
]

describe('a CSV line', () => {
  for (const [title, cell, expected] of lines)
    it(`writes ${title}`, () => expect(csvLine([cell])).to.equal(`${expected}\r\n`))

  it('is read back as it was written, whatever stands in it, and never runs', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), rows => {
        const read = parse(csvText(['a', 'b'], rows), { bom: true })
        expect(read).to.have.length(rows.length + 1)
        const cells: unknown[] = read.slice(1).flat()
        expect(cells).to.eql(rows.flat().map(text => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)))
        expect(cells.filter(cell => /^[=+\-@\t\r]/.test(String(cell)))).to.eql([])
      }),
    )
  })
})
