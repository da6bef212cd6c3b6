import { expect } from 'chai'
import { article48Workbook } from '../../../reports/article-48/workbook.ts'
import { numeralsOf } from '../../../reports/article-48/document.ts'
import { workbookBytes } from '../../../reports/workbook.ts'
import { dayNumber } from '../../../server/domain/calendar/calendar-date.ts'
import { readWorkbook, rowsOf } from '../../support/xlsx.ts'
import { day } from '../activity-4/cases.ts'
import { inventedYear, yearFigures } from './invented-year.ts'

const figures = yearFigures(inventedYear(120))

async function sheetsOf(given = figures, language: 'es-GT' | 'en' = 'es-GT') {
  return readWorkbook(await workbookBytes(article48Workbook(given, language)))
}

/** Spreadsheets count days from 30 December 1899. */
function serial(date: Parameters<typeof dayNumber>[0]): number {
  return dayNumber(date) + 25_569
}

describe('the yearly report as a spreadsheet', () => {
  it('has the eight items, the cases and the definitions, in both languages', async () => {
    expect([...(await sheetsOf()).keys()]).to.eql(['Numerales', 'Casos', 'Definiciones'])
    expect([...(await sheetsOf(figures, 'en')).keys()]).to.eql(['Items', 'Cases', 'Definitions'])
  })

  it('says each item once, with formula and source, after what is missing', async () => {
    const rows = rowsOf((await sheetsOf()).get('Numerales') ?? new Map())
    const items = rows.filter(([first]) => typeof first === 'number')
    expect(items.map(([first]) => first)).to.eql([1, 2, 3, 4, 5, 6, 7, 8])
    for (const [, , , , formula, source] of items) {
      expect(formula).to.be.a('string').that.is.not.empty
      expect(source).to.be.a('string').that.is.not.empty
    }
    const gaps = rows.findIndex(row => row.includes('Qué falta'))
    expect(gaps)
      .to.be.greaterThan(0)
      .and.be.lessThan(rows.indexOf(items[0] ?? []))
  })

  it('counts as many as its list of cases holds', async () => {
    const sheets = await sheetsOf()
    const items = rowsOf(sheets.get('Numerales') ?? new Map()).filter(([first]) => typeof first === 'number')
    const [head = [], ...cases] = rowsOf(sheets.get('Casos') ?? new Map())
    const marks = cases.map(row => String(row[head.indexOf('Numeral')] ?? ''))
    expect(items.map(([, , figure]) => figure).slice(0, 2)).to.eql([cases.length, cases.length])
    for (const [numeral, , figure] of items.slice(3)) {
      const listed = marks.filter(mark => mark.split(', ').includes(String(numeral)))
      expect(listed.length, `item ${numeral}`).to.equal(figure)
    }
    expect(cases.length).to.equal(figures.cases.length)
  })

  it('writes numbers as numbers and days as days', async () => {
    const sheet = (await sheetsOf()).get('Casos') ?? new Map()
    const [first] = figures.cases
    expect(sheet.get('A2')?.value).to.equal(first?.reference)
    expect(sheet.get('C2')).to.eql({
      value: serial(first?.receivedOn ?? day('2025-01-01')),
      format: 'dd/mm/yyyy',
    })
    const answered = figures.cases.findIndex(({ days }) => days !== null)
    expect(sheet.get(`H${answered + 2}`)?.value).to.equal(figures.cases[answered]?.days)
  })

  it('has the same bytes at another time and in another zone', async () => {
    const bytes = await workbookBytes(article48Workbook(figures, 'es-GT'))
    const [now, zone] = [Date.now, process.env['TZ']]
    try {
      Date.now = () => 1_000_000_000_000
      process.env['TZ'] = 'Asia/Tokyo'
      expect((await workbookBytes(article48Workbook(figures, 'es-GT'))).equals(bytes)).to.equal(true)
    } finally {
      Date.now = now
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  it('keeps signs of XML, Mayan letters and what looks like a formula as they are', async () => {
    const name = '=1+1 Ríos & <Lagos> "Unidos" Kʼicheʼ ẍ'
    const sheets = await sheetsOf(yearFigures([], { institution: { name, acronym: null } }))
    const values = [...(sheets.get('Numerales') ?? new Map()).values()].map(({ value }) => value)
    expect(values).to.include(name)
  })

  it('shortens no list of cases, however many there are', async () => {
    const many = yearFigures(inventedYear(3000))
    const sheet = (await sheetsOf(many)).get('Casos') ?? new Map()
    expect(rowsOf(sheet).length - 1).to.equal(many.cases.length)
  })
})

describe('the numerals of a case', () => {
  it('are those of the lists that it is in', () => {
    for (const each of figures.cases) {
      const { items } = figures
      const lists = [items.pending, items.extended, items.dismissed, items.withheld, items.challenged]
      const expected = lists.flatMap((list, at) => (list.some(({ id }) => id === each.id) ? [at + 4] : []))
      expect(numeralsOf(each), each.id).to.eql(expected)
    }
  })
})
