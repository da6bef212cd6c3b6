import { expect } from 'chai'
import { csvRows } from '../../../../server/http/register/csv-rows.ts'

describe('the rows of a register that is brought in', () => {
  it('are all there where lines end in several ways', () => {
    const text = 'day;note\r\n2026-02-02;"one\r\ntwo"\n2026-02-03;x\r2026-02-04;\n'
    const rows = csvRows(Buffer.from(text), ['day', 'note'])
    expect(rows.map(({ number, cells }) => [number, cells.get('day'), cells.get('note')])).to.eql([
      [2, '2026-02-02', 'one\r\ntwo'],
      [3, '2026-02-03', 'x'],
      [4, '2026-02-04', ''],
    ])
  })
})
