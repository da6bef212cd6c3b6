import { expect } from 'chai'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import type { EditionText } from '../../../reports/activity-4/edition-text.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { chosenSheets, mostSheets } from '../../../reports/activity-4/sheet-choice.ts'
import { textOf, type Block, type TableBlock } from '../../../reports/blocks.ts'
import type { GroupFigures } from '../../../server/domain/statistics/indicators.ts'
import { formatPercent } from '../../../reports/format.ts'
import { day } from './cases.ts'
import { inventedInput } from './invented-cases.ts'

const input = inventedInput(300)
const figures = activity4Figures(input)
const overall = figures.indicators.timeliness.onTime.rate
const first = firstOf(figures.byInstitution)

function firstOf([group]: readonly GroupFigures[]): GroupFigures {
  if (!group) throw new RangeError('No institution')
  return group
}

/** So many institutions, each with as many past due as told. */
function bodies(due: readonly number[]): readonly GroupFigures[] {
  return due.map((n, at) => ({ ...first, key: `i${at}`, onTime: { ...first.onTime, n } }))
}

const many = (count: number, due: number) => Array.from({ length: count }, () => due)

describe('the choice of sheets', () => {
  const cases: readonly [string, readonly number[], readonly number[], number, number][] = [
    ['those with ten past due, and none of nine', [10, 9, 30], [], 2, 10],
    ['one that replied, with however few', [1, 2, 30], [0], 2, 10],
    ['all, where they just fit', many(mostSheets, 12), [], mostSheets, 10],
    ['those with more past due, where they do not fit', [...many(20, 40), ...many(41, 12)], [], 20, 13],
    ['none, where all are equal and too many: a name is no reason', many(61, 12), [], 0, 13],
    ['those that replied before all others', [...many(61, 12), ...many(5, 1)], [61, 65], 2, 13],
  ]
  for (const [title, due, replied, chosen, fewest] of cases)
    it(`is ${title}`, () => {
      const groups = bodies(due)
      const choice = chosenSheets(groups, new Set(replied.map(at => `i${at}`)))
      expect(choice.chosen.length).to.equal(chosen)
      expect(choice.fewestDue).to.equal(fewest)
      expect(choice.chosen.length + choice.others.length).to.equal(groups.length)
    })

  it('never passes its limit, whoever replied', () => {
    const groups = bodies(many(3000, 50))
    expect(chosenSheets(groups, new Set(groups.map(({ key }) => key))).chosen.length).to.equal(mostSheets)
  })
})

const asked = figures.institutions.map(({ id, name }) => {
  return { institutionId: id, institution: name, on: day('2026-02-02'), until: day('2026-02-09') }
})
const reply = {
  ...{ institutionId: first.key, institution: 'X', on: day('2026-02-05') },
  text: 'No es así.\n\nLa ventanilla cerró <dos> días.',
}
const gone = {
  ...reply,
  institutionId: 'nadie',
  institution: 'Institución sin casos',
  text: 'Aquí seguimos.',
}

function blocksOf(edition: Partial<EditionText> | null, language: 'es-GT' | 'en' = 'es-GT') {
  const whole = { code: 'A4-2025-1', supersedes: null, changes: [], asked, replies: [], challenges: [] }
  const said = edition === null ? {} : { edition: { ...whole, ...edition } }
  const { blocks } = activity4Document({ figures, cases: input.cases, language, ...said })
  return blocks
}

/** From a heading to the next of its level or above. */
function under(blocks: readonly Block[], id: string): readonly Block[] {
  const start = blocks.findIndex(block => block.kind === 'heading' && block.id === id)
  const rest = blocks.slice(start + 1)
  const end = rest.findIndex(block => block.kind === 'heading')
  return start < 0 ? [] : rest.slice(0, end)
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(block => ('runs' in block ? textOf(block.runs) : '')).join('\n')
}

function tableIn(blocks: readonly Block[]): TableBlock | undefined {
  return blocks.find(block => block.kind === 'table')
}

describe('the sheet of an institution', () => {
  it('has its figures, with formula, n and that of all, and its words beside them', () => {
    const sheet = under(blocksOf({ replies: [reply] }), `ficha-${first.key}`)
    const rows = tableIn(sheet)?.groups[0]?.rows ?? []
    expect(rows.map(({ code }) => code)).to.eql([
      'V1',
      'V3',
      'T1',
      'T3',
      'T3',
      'T4',
      'O1',
      'O2',
      'O3',
      'O4',
      'G2',
    ])
    for (const row of rows) expect(row['formula']).to.be.a('string').and.not.empty
    expect(rows[2]).to.include({ n: String(first.onTime.n), all: formatPercent(overall ?? -1) })
    expect(wordsOf(sheet)).to.contain(
      'Réplica de la institución, 05/02/2026\nNo es así.\nLa ventanilla cerró <dos> días.',
    )
  })

  it('says of who was silent when it was asked and until when it could reply', () => {
    const sheet = under(blocksOf({ replies: [reply] }), 'ficha-caminos')
    expect(wordsOf(sheet)).to.contain(
      'No respondió. Se le mostró su página el 02/02/2026, con plazo hasta el 09/02/2026.',
    )
    expect(wordsOf(under(blocksOf({}, 'en'), 'ficha-caminos'))).to.contain('It did not reply.')
  })

  it('claims nothing of a right of reply where the report is no edition', () => {
    const sheet = under(blocksOf(null), 'ficha-caminos')
    expect(tableIn(sheet)).not.to.equal(undefined)
    expect(wordsOf(sheet)).not.to.match(/respondió|mostró/)
  })

  it('leaves no reply out, nor one of an institution without a case', () => {
    const rest = under(blocksOf({ replies: [reply, gone] }), 'sheets-rest')
    expect(wordsOf(rest))
      .to.contain('Institución sin casos. Réplica de la institución')
      .and.contain('Aquí seguimos.')
  })

  it('says how many were asked and how many replied', () => {
    const intro = wordsOf(under(blocksOf({ replies: [reply] }), 'sheets'))
    expect(intro)
      .to.contain(`(${asked.length} instituciones)`)
      .and.contain('Respondieron: 1. No respondieron: 9.')
  })
})
