import { expect } from 'chai'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { dayOfWeek } from '../../../../server/domain/calendar/calendar-date.ts'
import { daysOffByLaw, easter, type DayOffKey } from '../../../../server/domain/calendar/guatemala.ts'
import examples from '../../../fixtures/law/deadline-examples.json' with { type: 'json' }
import published from '../../../fixtures/law/holidays-gt.json' with { type: 'json' }

const years = [2023, 2024, 2025, 2026, 2027]
const kinds: Readonly<Record<string, string>> = { asueto: 'asueto', local: 'local', 'half-day': 'medio_dia' }

function enjoyed(year: number, key: DayOffKey) {
  return daysOffByLaw(year, { inCapital: true }).find(dayOff => dayOff.key === key)
}

describe('the days off by law', () => {
  it('are those of the list derived for 2023-2027, with kind and the day they were moved from', () => {
    const expected = published.holidays
      .filter(({ type }) => Object.hasOwn(kinds, type))
      .map(({ date, type, ...rest }) => ({
        date,
        kind: kinds[type],
        movedFrom: 'moved_from' in rest ? rest.moved_from : null,
      }))
    const computed = years
      .flatMap(year => daysOffByLaw(year, { inCapital: true }))
      .map(({ date, kind, movedFrom }) => ({ date, kind, movedFrom }))
    expect(computed).to.have.deep.members(expected)
  })

  it('leave out 10 May, a day off for mothers only', () => {
    const mothers = published.holidays.filter(({ type }) => type === 'sectoral').map(({ date }) => date)
    const computed = years
      .flatMap(year => daysOffByLaw(year, { inCapital: true }))
      .map(({ date }) => String(date))
    expect(mothers).to.have.length(5)
    expect(mothers.filter(date => computed.includes(date))).to.eql([])
  })

  it('are those of the worked examples, half days and the capital apart', () => {
    const listOf = (kind: string) =>
      Object.fromEntries(
        years.map(year => [
          year,
          daysOffByLaw(year, { inCapital: true })
            .filter(dayOff => dayOff.kind === kind)
            .map(({ date }) => String(date)),
        ]),
      )
    const { statutory, halfDays, capitalOnly } = examples.calendars
    const dates = Object.fromEntries(
      Object.entries(statutory).map(([year, list]) => [year, list.map(({ date }) => date)]),
    )
    expect(listOf('asueto')).to.eql(dates)
    expect(listOf('medio_dia')).to.eql(halfDays)
    expect(listOf('local')).to.eql(capitalOnly)
  })

  it('include 15 August in the capital only', () => {
    expect(daysOffByLaw(2025, { inCapital: false }).some(({ key }) => key === 'asuncion')).to.equal(false)
    expect(enjoyed(2025, 'asuncion')?.date).to.equal('2025-08-15')
  })

  it('are listed in order, each with its source, for every known year', () => {
    for (let year = 2009; year <= 2060; year += 1) {
      const daysOff = daysOffByLaw(year, { inCapital: true })
      const dates = daysOff.map(({ date }) => date)
      expect(daysOff, String(year)).to.have.length(14)
      expect(dates).to.eql([...dates].sort())
      expect(new Set(dates).size).to.equal(14)
      expect(daysOff.every(({ source }) => source.length > 0)).to.equal(true)
    }
  })

  for (const year of [2008, 2061, 2025.5]) {
    it(`are not known for ${year}`, () => {
      expect(() => daysOffByLaw(year, { inCapital: true })).to.throw(RangeError, '2009 to 2060')
    })
  }
})

describe('Decreto 42-2010', () => {
  const cases = [
    ['before it, 30 June is kept on its day', 2009, 'dia-del-ejercito', '2009-06-30', null],
    ['and so in 2010, when it was not yet in force', 2010, 'dia-del-ejercito', '2010-06-30', null],
    ['2010 text: Thursday on the Friday', 2011, 'dia-del-ejercito', '2011-07-01', '2011-06-30'],
    ['2010 text: Saturday stays', 2012, 'dia-del-ejercito', '2012-06-30', null],
    ['2010 text: Sunday stays', 2013, 'dia-del-ejercito', '2013-06-30', null],
    ['2010 text: Monday stays', 2014, 'dia-del-ejercito', '2014-06-30', null],
    ['2010 text: Tuesday on the Monday', 2015, 'dia-del-ejercito', '2015-06-29', '2015-06-30'],
    ['2010 text: Friday stays', 2017, 'dia-del-ejercito', '2017-06-30', null],
    ['2010 text: 1 May was an exception', 2013, 'dia-del-trabajo', '2013-05-01', null],
    ['2010 text: 20 October was an exception', 2015, 'revolucion', '2015-10-20', null],
    ['30 June 2018 is still of the 2010 text', 2018, 'dia-del-ejercito', '2018-06-30', null],
    ['2018 text: its first day, a Saturday on the Monday', 2018, 'revolucion', '2018-10-22', '2018-10-20'],
    [
      '2018 text: 1 May, a Wednesday on the Monday before',
      2019,
      'dia-del-trabajo',
      '2019-04-29',
      '2019-05-01',
    ],
    ['2018 text: Sunday on the Monday', 2019, 'dia-del-ejercito', '2019-07-01', '2019-06-30'],
    ['2018 text: 20 October, a Sunday on the Monday', 2019, 'revolucion', '2019-10-21', '2019-10-20'],
    ['ruling of 2020: 1 May is kept on its day', 2020, 'dia-del-trabajo', '2020-05-01', null],
    ['ruling of 2020: 30 June still moves', 2020, 'dia-del-ejercito', '2020-06-29', '2020-06-30'],
    ['ruling of 2020: 20 October is kept on its day', 2020, 'revolucion', '2020-10-20', null],
    ['since then: Wednesday on the Monday before', 2021, 'dia-del-ejercito', '2021-06-28', '2021-06-30'],
    ['since then: Thursday on the next Monday', 2022, 'dia-del-ejercito', '2022-07-04', '2022-06-30'],
    ['since then: Friday on the next Monday', 2023, 'dia-del-ejercito', '2023-07-03', '2023-06-30'],
    ['since then: Monday stays', 2025, 'dia-del-ejercito', '2025-06-30', null],
    ['15 September never moves', 2026, 'independencia', '2026-09-15', null],
  ] as const

  for (const [title, year, key, date, movedFrom] of cases) {
    it(title, () => {
      expect(enjoyed(year, key)).to.include({ date, movedFrom })
    })
  }

  it('keeps Army Day on a Monday in every year since the ruling', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      const date = enjoyed(year, 'dia-del-ejercito')?.date
      expect(date && dayOfWeek(date), String(year)).to.equal(1)
    }
  })

  it('is cited with the text that moved the day', () => {
    expect(enjoyed(2011, 'dia-del-ejercito')?.source).to.contain('texto de 2010')
    expect(enjoyed(2019, 'revolucion')?.source).to.contain('19-2018')
    expect(enjoyed(2026, 'dia-del-ejercito')?.source).to.contain('5536-2018')
    expect(enjoyed(2026, 'revolucion')?.source).to.equal('Código de Trabajo, art. 127')
  })
})

describe('Easter', () => {
  const sundays = [
    '2009-04-12',
    '2011-04-24',
    '2016-03-27',
    '2018-04-01',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2060-04-18',
  ] as const

  for (const sunday of sundays) {
    it(`is on ${sunday}`, () => {
      expect(easter(Number(sunday.slice(0, 4)))).to.equal(sunday)
    })
  }
})

describe('the known acuerdos', () => {
  it('close the days of the worked examples, and no others', () => {
    const expected = examples.calendars.adhocAcuerdosGubernativos.map(({ date }) => date)
    expect(knownClosures.flatMap(({ days }) => days)).to.have.members(expected)
  })

  it('include the days of the published list', () => {
    const expected = published.holidays
      .filter(({ type }) => type === 'executive-decree')
      .map(({ date }) => date)
    const of222 = knownClosures.find(({ id }) => id === 'ag-222-2025')
    expect(of222?.days).to.eql(expected)
    expect(of222?.publishedOn).to.equal('2025-12-15')
  })
})
