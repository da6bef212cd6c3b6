import { expect } from 'chai'
import { figuresJson } from '../../../reports/activity-4/attachments.ts'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { figureAddresses, keptFigures } from '../../../reports/activity-4/figure-addresses.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import type { Block, Opens } from '../../../reports/blocks.ts'
import { inputOf } from './cases.ts'
import { inventedInput } from './invented-cases.ts'
import { asOf, twelve } from './twelve-cases.ts'

interface Printed {
  readonly text: string
  readonly opens: Opens
}

/** Whatever in the report leads to a list, with what is printed there. */
function openingIn(block: Block): readonly Printed[] {
  if (block.kind === 'keyFigures')
    return block.figures.flatMap(({ value, note, opens }) =>
      opens ? [{ text: /^[\d,]+$/.test(value) ? value : note, opens }] : [],
    )
  if (block.kind !== 'table') return []
  const rows = [...block.groups.flatMap(group => group.rows), ...(block.foot ? [block.foot] : [])]
  return rows
    .flatMap(row => Object.values(row))
    .flatMap(cell => (typeof cell === 'object' && cell.opens ? [{ text: cell.text, opens: cell.opens }] : []))
}

describe('the addresses of figures', () => {
  const inputs = [
    ['twelve requests', inputOf(twelve, { asOf })],
    ['three hundred', inventedInput(300)],
    ['an empty period', inputOf([])],
  ] as const
  for (const [title, input] of inputs) {
    const figures = activity4Figures(input)
    const kept = keptFigures(JSON.parse(figuresJson(figures).toString('utf8')))

    it(`are the same in the kept JSON of ${title}, and none is given twice`, () => {
      const inMemory = [...figureAddresses(figures).values()]
      expect(new Set(inMemory).size).to.equal(inMemory.length)
      expect([...kept.keys()]).to.include.members(inMemory)
    })

    it(`open as many cases as is printed of ${title}, each of them a row of the list`, () => {
      const documents = (['es-GT', 'en'] as const).map(language =>
        activity4Document({ figures, cases: input.cases, language }),
      )
      for (const { text, opens } of documents.flatMap(({ blocks }) => blocks.flatMap(openingIn))) {
        const rows = opens.flatMap(
          (address): readonly (number | string)[] => kept.get(address)?.rows ?? kept.get(address)?.ids ?? [],
        )
        const count = Number(/[\d,]+$|^[\d,]+/.exec(text)?.[0].replaceAll(',', ''))
        expect(rows.length, `${text}: ${opens.join(' ')}`).to.equal(count)
        expect(
          rows.filter(row => typeof row === 'number' && (row < 1 || row > figures.caseIds.length)),
        ).to.eql([])
      }
    })
  }

  it('are on every count of the tables of indicators', () => {
    const input = inventedInput(300)
    const { blocks } = activity4Document({
      figures: activity4Figures(input),
      cases: input.cases,
      language: 'es-GT',
    })
    expect(blocks.flatMap(openingIn).length).to.be.greaterThan(200)
  })
})
