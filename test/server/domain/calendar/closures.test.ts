import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import {
  closuresFor,
  closuresKnownOn,
  knownClosures,
  type Closure,
} from '../../../../server/domain/calendar/closures.ts'

function closure(id: string, changes: Partial<Closure> = {}): Closure {
  return {
    id,
    days: [calendarDate('2026-12-28'), calendarDate('2026-12-24')],
    name: 'Permiso de fin de año',
    source: 'Acuerdo de prueba',
    publishedOn: null,
    scope: { kind: 'all' },
    countsAsNonWorking: true,
    doubt: null,
    ...changes,
  }
}

describe('closures', () => {
  const everywhere = closure('everywhere')
  const inOne = closure('in-one', { scope: { kind: 'institutions', institutionIds: ['minfin'] } })

  it('reach the institutions they name, and all where they name none', () => {
    expect(closuresFor('minfin', [everywhere, inOne])).to.eql([everywhere, inOne])
    expect(closuresFor('mineduc', [everywhere, inOne])).to.eql([everywhere])
    expect(closuresFor(null, [everywhere, inOne])).to.eql([everywhere])
  })

  it('are known from the day they were published', () => {
    const published = closure('published', { publishedOn: calendarDate('2026-12-18') })
    expect(closuresKnownOn(calendarDate('2026-12-17'), [published])).to.eql([])
    expect(closuresKnownOn(calendarDate('2026-12-18'), [published])).to.eql([published])
  })

  it('are known from their first closed day where the publication is not known', () => {
    expect(closuresKnownOn(calendarDate('2026-12-23'), [everywhere])).to.eql([])
    expect(closuresKnownOn(calendarDate('2026-12-24'), [everywhere])).to.eql([everywhere])
  })

  it('known so far each say what is in doubt and have an id of their own', () => {
    expect(knownClosures.every(({ doubt }) => doubt !== null)).to.equal(true)
    expect(new Set(knownClosures.map(({ id }) => id)).size).to.equal(knownClosures.length)
  })
})
