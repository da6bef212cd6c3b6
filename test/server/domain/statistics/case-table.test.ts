import { expect } from 'chai'
import { createCaseTable } from '../../../../server/domain/statistics/case-table.ts'
import type { CaseFacts } from '../../../../server/domain/statistics/case-facts.ts'
import { activity4Figures } from '../../../../reports/activity-4/figures.ts'
import { casesCsv } from '../../../../reports/activity-4/cases-csv.ts'
import { caseFacts } from '../../../reports/activity-4/cases.ts'
import { inventedInput } from '../../../reports/activity-4/invented-cases.ts'

function tableOf(cases: readonly CaseFacts[]) {
  const table = createCaseTable()
  for (const facts of cases) table.add(facts)
  return table
}

/** Field by field, as figures read them. */
function read(facts: CaseFacts, as: CaseFacts): Record<string, unknown> {
  const values = new Map<string, unknown>()
  for (const name of Object.keys(as)) values.set(name, Reflect.get(facts, name))
  return Object.fromEntries(values)
}

describe('a table of cases', () => {
  it('has every field of each as it was given', () => {
    const { cases } = inventedInput(400)
    const read400 = tableOf(cases).cases()
    expect(read400.map((facts, at) => read(facts, cases[at] ?? facts))).to.eql(cases)
  })

  it('gives the same figures and the same list of cases', () => {
    const input = inventedInput(400)
    const cases = tableOf(input.cases).cases()
    const figures = activity4Figures({ ...input, cases })
    expect(figures).to.eql(activity4Figures(input))
    expect(Buffer.compare(casesCsv(figures, cases), casesCsv(figures, input.cases))).to.equal(0)
  })

  it('tells apart more values than two bytes do', () => {
    const many = Array.from({ length: 66_000 }, (_, at) =>
      caseFacts(`r${at}`, { receivedOn: '2025-01-06', classificationResolution: `R-${at}` }),
    )
    const cases = tableOf(many).cases()
    for (const at of [0, 65_533, 65_534, 65_535, 65_536, 65_999])
      expect(cases[at]?.classificationResolution).to.equal(`R-${at}`)
  })

  it('has no longer what was removed', () => {
    const table = tableOf(inventedInput(400).cases)
    table.remove('gt-00002')
    table.add(caseFacts('gt-00002', { receivedOn: '2025-01-06' }))
    const ids = table.cases().map(({ id }) => id)
    expect(ids.length).to.equal(400)
    expect(ids.filter(id => id === 'gt-00002')).to.eql([ids.at(-1)])
  })
})
