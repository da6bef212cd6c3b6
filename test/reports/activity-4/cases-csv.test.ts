import { parse } from 'csv-parse/sync'
import { expect } from 'chai'
import { casesCodebook, casesCsv } from '../../../reports/activity-4/cases-csv.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { figuresJson } from '../../../reports/activity-4/attachments.ts'
import { caseFacts, inputOf } from './cases.ts'
import { figuresCodebook } from '../../../reports/activity-4/figures-codebook.ts'
import { inventedInput } from './invented-cases.ts'
import { inventedBarriers, inventedRatings } from './invented-ratings.ts'

type Records = Record<string, string>[]

function rowsOf(bytes: Uint8Array): Records {
  const rows: Records = parse(Buffer.from(bytes), { bom: true, columns: true })
  return rows
}

describe('the attached cases', () => {
  const dangerous = ['=1+1', '+502', '-1', '@SUM(A1)', '\tx', '\rx']

  for (const name of dangerous) {
    it(`do not let a spreadsheet run ${JSON.stringify(name)}`, () => {
      const cases = [caseFacts('a', { receivedOn: '2025-02-03', reference: name })]
      const figures = activity4Figures(
        inputOf(cases, { institutions: [{ id: 'puertos', name, acronym: null, kind: 'otra' }] }),
      )
      const [row] = rowsOf(casesCsv(figures, cases))
      expect([row?.['caso'], row?.['institucion']]).to.eql([`'${name}`, `'${name}`])
    })
  }

  it('keep names as they are written', () => {
    const name = 'Asociación "Kʼicheʼ; Qʼeqchiʼ", Tzʼutujil & <ẍ>\nsegunda línea'
    const cases = [caseFacts('a', { receivedOn: '2025-02-03' })]
    const figures = activity4Figures(inputOf(cases, { organisations: [{ id: 'faro', name }] }))
    expect(rowsOf(casesCsv(figures, cases))[0]?.['organizacion']).to.equal(name)
  })

  it('have a row for each case of the figures, in which each cohort can be counted again', () => {
    const input = inventedInput(300)
    const figures = activity4Figures(input)
    const rows = rowsOf(casesCsv(figures, input.cases))
    const { volume, timeliness, outcomes } = figures.indicators
    const counted = (column: string, value = '1') => rows.filter(row => row[column] === value).length
    expect(rows.map(row => row['id'])).to.eql(figures.caseIds)
    expect(counted('en_r')).to.equal(volume.received.count)
    expect(counted('en_d')).to.equal(timeliness.onTime.n)
    expect(counted('en_c')).to.equal(outcomes.full.n)
    const late = rows.filter(row => row['en_d'] === '1' && row['situacion'] === 'late').length
    expect(late).to.equal(timeliness.late.count)
  })

  it('are told by the figures, row by row', () => {
    const input = inventedInput(300)
    const figures = activity4Figures(input)
    const rows = rowsOf(casesCsv(figures, input.cases))
    const json: { indicators: { timeliness: { late: { count: number; caseRows: number[] } } } } = JSON.parse(
      Buffer.from(figuresJson(figures)).toString('utf8'),
    )
    const { late } = json.indicators.timeliness
    expect(late.caseRows.map(at => rows[at - 1]?.['id'])).to.eql(figures.indicators.timeliness.late.caseIds)
    expect(late.caseRows.length).to.equal(late.count)
  })

  it('are told by the codebook, column by column', () => {
    const csv = Buffer.from(casesCsv(activity4Figures(inputOf([])), [])).toString('utf8')
    const columns = rowsOf(casesCodebook()).map(row => row['columna'])
    expect(csv.replace('\ufeff', '').trim().split(',')).to.eql(columns)
  })
})

describe('the codebook of the figures', () => {
  it('names each part, field, indicator and cohort that the figures bear, once, in two languages', () => {
    const input = inventedInput(300)
    const { cases } = input
    const figures = activity4Figures({
      ...input,
      ratings: inventedRatings(cases),
      barriers: inventedBarriers(cases),
    })
    const rows = figuresCodebook()
    const names = new Set(rows.map(([name]) => name))
    expect(names.size).to.equal(rows.length)
    for (const said of rows.flat()) expect(said).not.to.equal('')
    const json: object = JSON.parse(Buffer.from(figuresJson(figures)).toString('utf8'))
    expect(Object.keys(json).filter(name => !names.has(`cifras.${name}`))).to.eql([])
    for (const figure of figuresIn(json)) {
      expect(Object.keys(figure).filter(name => !names.has(`cifra.${name}`))).to.eql([])
      expect(names.has(`code=${String(figure['code'])}`), String(figure['code'])).to.equal(true)
      expect(names.has(`cohort=${String(figure['cohort'])}`), String(figure['cohort'])).to.equal(true)
    }
  })
})

function figuresIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('cohort' in value) return [{ ...value }]
  return Object.values(value).flatMap(figuresIn)
}
