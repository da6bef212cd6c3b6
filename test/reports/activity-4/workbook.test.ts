import { expect } from 'chai'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { activity4Workbook, mostCaseRows } from '../../../reports/activity-4/workbook.ts'
import { workbookBytes } from '../../../reports/workbook.ts'
import { readWorkbook, rowsOf } from '../../support/xlsx.ts'
import { inventedInput } from './invented-cases.ts'

async function sheetsOf(requests: number, language: 'es-GT' | 'en' = 'es-GT', notice?: string) {
  const input = inventedInput(requests)
  const figures = activity4Figures(input)
  const said = notice === undefined ? {} : { notice }
  const report = activity4Document({ figures, cases: input.cases, language, ...said })
  return { figures, sheets: readWorkbook(await workbookBytes(activity4Workbook(figures, report))) }
}

describe('the figures and cases as a spreadsheet', () => {
  it('says the figures of the report as numbers, and leaves out what n does not carry', async () => {
    const { figures, sheets } = await sheetsOf(120)
    const rows = rowsOf(sheets.get('Cifras') ?? new Map())
    const { received } = figures.indicators.volume
    const { onTime } = figures.indicators.timeliness
    const row = (detail: string) => rows.find(each => each[2] === detail) ?? []
    expect(row('volume · received').slice(0, 5)).to.include.members(['V1', received.count])
    expect(row('timeliness · onTime').slice(4, 6)).to.eql([onTime.count, onTime.n])
    expect(row('silence · silent').slice(4, 6)).to.eql([
      figures.silence.silent.count,
      figures.silence.silent.n,
    ])
    expect(row('quality · costUnknown')[4]).to.equal(figures.quality.costUnknown.count)
    expect(row('timeliness · onTime')[6]).to.be.closeTo(onTime.rate ?? -1, 1e-9)
    const { sheets: few } = await sheetsOf(4)
    const found = rowsOf(few.get('Cifras') ?? new Map()).find(each => each[2] === 'timeliness · onTime') ?? []
    expect(found[6] ?? '').to.equal('')
  })

  it('has every case of the attached list, with codes as texts and days as days', async () => {
    const { figures, sheets } = await sheetsOf(120)
    const sheet = sheets.get('Casos por código') ?? new Map()
    const [head = [], ...cases] = rowsOf(sheet)
    expect(cases.map(row => row[head.indexOf('id')])).to.eql(figures.caseIds)
    for (const row of cases) expect(row[head.indexOf('recibida')]).to.be.a('number').greaterThan(45_000)
    expect([...(sheets.get('Diccionario') ?? new Map()).values()].map(({ value }) => value)).to.include(
      'caso',
    )
  })

  it('says where the rest of a long list is', async () => {
    const { sheets } = await sheetsOf(mostCaseRows + 600, 'en')
    const rows = rowsOf(sheets.get('Cases by code') ?? new Map())
    expect(rows.length).to.equal(mostCaseRows + 2)
    expect(String(rows.at(-1)?.[0]))
      .to.include('casos_')
      .and.include('.csv')
    const first = rowsOf(sheets.get('Figures') ?? new Map()).find(([label]) => label === 'Cases')
    expect(String(first?.[1])).to.match(/^2,000 of 2,\d{3} rows are printed; .*casos_/)
  })

  it('bears the warning of a report on a part of the requests', async () => {
    const { sheets } = await sheetsOf(5, 'es-GT', 'Solo una parte')
    const values = [...(sheets.get('Cifras') ?? new Map()).values()].map(({ value }) => value)
    expect(values).to.include('Solo una parte')
  })
})
