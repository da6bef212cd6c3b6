import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import type { Act } from '../../../../server/domain/request/events.ts'
import { contestedOn, isDisputed, testimonyOf } from '../../../../server/domain/request/testimony.ts'
import { did, history, officer, then, told } from '../../../support/history.ts'

const admitted = did('admitted', '2026-02-03')
const refused = did('resolved', '2026-02-10', { outcome: 'inexistencia' })

function standings(acts: readonly Act[]): string[] {
  return testimonyOf(history('2026-02-02', acts))
    .filter(({ fact }) => fact !== 'filed' && fact !== 'admitted')
    .map(
      ({ fact, institution, organisation, standing }) =>
        `${fact} ${institution?.on ?? '-'} ${organisation?.on ?? '-'} ${standing}`,
    )
}

describe('what each side says', () => {
  const cases = [
    [
      'both the same',
      [admitted, refused, told('resolved', '2026-02-10', { outcome: 'inexistencia' })],
      'resolved 2026-02-10 2026-02-10 coinciden',
    ],
    [
      'the same day, one without an outcome',
      [admitted, refused, told('resolved', '2026-02-10')],
      'resolved 2026-02-10 2026-02-10 coinciden',
    ],
    [
      'another day',
      [admitted, refused, told('resolved', '2026-02-11')],
      'resolved 2026-02-10 2026-02-11 en_disputa',
    ],
    [
      'another outcome',
      [admitted, refused, told('resolved', '2026-02-10', { outcome: 'entrega_total' })],
      'resolved 2026-02-10 2026-02-10 en_disputa',
    ],
    ['the institution alone', [admitted, refused], 'resolved 2026-02-10 - sin_contradecir'],
    ['the organisation alone', [told('resolved', '2026-02-10')], 'resolved - 2026-02-10 sin_contradecir'],
    [
      'the organisation twice: its last word',
      [admitted, refused, told('resolved', '2026-02-11'), told('resolved', '2026-02-10')],
      'resolved 2026-02-10 2026-02-10 coinciden',
    ],
    [
      'an extension of other days',
      [admitted, did('extended', '2026-02-12', { days: 5 }), told('extended', '2026-02-12', { days: 10 })],
      'extended 2026-02-12 2026-02-12 en_disputa',
    ],
    [
      'an extension of the same days',
      [admitted, did('extended', '2026-02-12', { days: 5 }), told('extended', '2026-02-12', { days: 5 })],
      'extended 2026-02-12 2026-02-12 coinciden',
    ],
    [
      'copies that the requester says it has',
      [
        admitted,
        did('resolved', '2026-02-10'),
        did('notified', '2026-02-10'),
        told('delivered', '2026-02-12'),
      ],
      'delivered - 2026-02-12 sin_contradecir',
    ],
  ] as const
  for (const [title, acts, expected] of cases) {
    it(title, () => expect(standings(acts)).to.include(expected))
  }

  it('of the receipt, by the institution', () => {
    const events = then(history('2026-02-02'), [told('filed', '2026-02-03')], officer)
    expect(testimonyOf(events)).to.deep.include({
      fact: 'filed',
      institution: { on: '2026-02-03', outcome: null, eventId: 'e1' },
      organisation: { on: '2026-02-02', outcome: null, eventId: 'e0' },
      standing: 'en_disputa',
    })
  })

  it('a correction that brings them together ends the dispute', () => {
    const events = history('2026-02-02', [admitted, refused, told('resolved', '2026-02-11')])
    const corrected = then(
      events,
      [did('corrected', '2026-02-12', { corrects: 'e2', occurredOn: calendarDate('2026-02-11') })],
      officer,
    )
    expect([isDisputed(events), isDisputed(corrected)]).to.eql([true, false])
    expect([contestedOn(events), contestedOn(corrected)]).to.eql(['2026-02-11', null])
  })

  it('an objection contests what nobody states differently', () => {
    const events = then(history('2026-02-02', [admitted, refused]), [
      did('disputed', '2026-02-20', { breachId: null, text: 'No es así.' }),
    ])
    expect([isDisputed(events), contestedOn(events)]).to.eql([false, '2026-02-20'])
    expect(contestedOn(history('2026-02-02', [admitted, refused]))).to.equal(null)
  })
})
