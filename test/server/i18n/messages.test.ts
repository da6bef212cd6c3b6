import { expect } from 'chai'
import { IntlMessageFormat } from 'intl-messageformat'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { en } from '../../../server/i18n/en.ts'
import { es } from '../../../server/i18n/es.ts'
import { formatsFor } from '../../../server/i18n/format.ts'
import { translator } from '../../../server/i18n/translate.ts'

describe('messages', () => {
  it('ask for the same values in both languages', () => {
    const different = Object.entries(en).filter(([key, text]) => {
      const spanish = new Map<string, string>(Object.entries(es)).get(key) ?? ''
      return valuesOf(text).join() !== valuesOf(spanish).join()
    })
    expect(different.map(([key]) => key)).to.eql([])
  })

  it('have the same keys in both languages', () => {
    expect(Object.keys(en).sort()).to.eql(Object.keys(es).sort())
  })

  it('say so when a value is missing', () => {
    expect(() => translator('es')('error.port-in-use.detail')).to.throw('port')
  })

  it('count in words', () => {
    const say = translator('es')
    expect(say('error.too-many-requests.detail', { minutes: 1 })).to.contain('un minuto')
    expect(say('error.too-many-requests.detail', { minutes: 14 })).to.contain('14 minutos')
  })
})

describe('formats', () => {
  const cases = [
    ['es', '2 feb 2026', '1,234.5', 'vence hoy', 'falta 1 día hábil', '3 días hábiles de atraso'],
    ['en', 'Feb 2, 2026', '1,234.5', 'due today', '1 working day left', '3 working days late'],
  ] as const

  for (const [language, day, number, today, left, late] of cases) {
    it(`are those of ${language}`, () => {
      const formats = formatsFor(language)
      expect(formats.dayShort(calendarDate('2026-02-02'))).to.equal(day)
      expect(formats.number(1234.5)).to.equal(number)
      expect([0, 1, -3].map(days => formats.timeLeft(days))).to.eql([today, left, late])
    })
  }

  it('give an instant the time of day in Guatemala', () => {
    expect(formatsFor('es').instant(new Date('2026-02-03T02:30:00Z'))).to.match(/^2.*8:30/)
  })
})

/** The names of the values that a message asks for, sorted. */
function valuesOf(text: string): string[] {
  const names = new Set<string>()
  JSON.stringify(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst(), (_key, node) => {
    const isArgument =
      typeof node === 'object' && node !== null && 'type' in node && node.type >= 1 && node.type <= 6
    if (isArgument && 'value' in node) names.add(String(node.value))
    return node
  })
  return [...names].sort()
}
