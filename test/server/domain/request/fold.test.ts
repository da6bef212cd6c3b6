import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import type { Act, RequestEvent } from '../../../../server/domain/request/events.ts'
import { foldRequest } from '../../../../server/domain/request/fold.ts'
import type { LawContext } from '../../../../server/domain/request/law-context.ts'
import { currentClock, isOpen, responseClock, stateOn } from '../../../../server/domain/request/state-on.ts'
import { closure, did, history, lawOf, officer, then, told } from '../../../support/history.ts'

const day = calendarDate
const law = lawOf()
const admitted = did('admitted', '2026-02-03')

/** 'state on the day, clock to show and its due day'. */
function seen(events: readonly RequestEvent[], on: string, by: LawContext = law): string {
  const request = foldRequest(events, by)
  const clock = currentClock(request, day(on))
  return `${stateOn(request, day(on))} ${clock ? `${clock.id} ${clock.dueOn}` : '-'}`
}

describe('a request on a day', () => {
  const silent = history('2026-02-02')
  const extended = history('2026-02-02', [admitted, did('extended', '2026-02-12', { days: 5 })])
  const refused = [
    admitted,
    did('resolved', '2026-02-10', { outcome: 'inexistencia' }),
    did('notified', '2026-02-11'),
  ]
  const reviewed = history('2026-02-02', [...refused, did('review_filed', '2026-02-28')])
  const cases = [
    ['filed', silent, '2026-02-02', 'presentada K1 2026-02-16'],
    ['its last day', silent, '2026-02-16', 'presentada K1 2026-02-16'],
    ['the day after, a working day or not', silent, '2026-02-17', 'vencida_ficta K4 2026-03-02'],
    ['the end of the free delivery', silent, '2026-03-02', 'vencida_ficta K4 2026-03-02'],
    ['nothing at all', silent, '2026-03-03', 'ficta_incumplida K4 2026-03-02'],
    ['filed on a Saturday, on that day', history('2026-02-07'), '2026-02-07', 'presentada K1 2026-02-23'],
    ['extended, from the notice on', extended, '2026-02-12', 'prorrogada K3 2026-02-23'],
    ['extended, on the first due day', extended, '2026-02-16', 'prorrogada K3 2026-02-23'],
    [
      'answered late',
      history('2026-02-02', [admitted, did('resolved', '2026-02-18')]),
      '2026-02-18',
      'resuelta K5 2026-03-09',
    ],
    [
      'answered on D+1',
      history('2026-02-02', [admitted, did('resolved', '2026-02-17')]),
      '2026-02-17',
      'resuelta K5 2026-03-09',
    ],
    ['review filed on a Saturday', reviewed, '2026-02-28', 'en_revision K6 2026-03-09'],
    ['requester has the days', history('2026-02-02', refused), '2026-02-12', 'notificada K5 2026-03-04'],
  ] as const
  for (const [title, events, on, expected] of cases) {
    it(`${title}: ${expected}`, () => expect(seen(events, on)).to.equal(expected))
  }

  it('the delivery after silence does not run before the silence', () => {
    const request = foldRequest(silent, law)
    const running = (on: string) => request.clocks.filter(clock => isOpen(clock, day(on))).map(({ id }) => id)
    expect(running('2026-02-16')).to.eql(['K1'])
    expect(running('2026-02-17')).to.eql(['K1', 'K4', 'K5'])
  })

  it('a closure on the day of receipt moves the receipt', () => {
    const request = foldRequest(silent, lawOf({}, [closure('2026-02-02', '2026-02-03')]))
    expect([request.receivedOn, request.countedReceipt, responseClock(request)?.dueOn]).to.eql([
      '2026-02-02',
      '2026-02-04',
      '2026-02-18',
    ])
  })
})

describe('the clarification', () => {
  const asked = (on: string, ...more: readonly Act[]) =>
    history('2026-02-02', [did('clarification_requested', on), ...more])
  const cases = [
    ['asked on the last day suspends the term', asked('2026-02-16'), '2026-06-01', 'en_prevencion -'],
    [
      'given after its term, before the dismissal, starts the term',
      asked('2026-02-03', did('clarified', '2026-02-20')),
      '2026-02-20',
      'en_tramite K1 2026-03-06',
    ],
    ['awaited for ever: nothing lapses', asked('2026-02-03'), '2027-01-04', 'en_prevencion -'],
    [
      'awaited: the days are the requester’s',
      asked('2026-02-03'),
      '2026-02-04',
      'en_prevencion K2 2026-02-05',
    ],
    [
      'dismissed',
      asked('2026-02-03', did('resolved', '2026-02-09', { outcome: 'desechada' })),
      '2026-02-09',
      'resuelta -',
    ],
  ] as const
  for (const [title, events, on, expected] of cases) {
    it(title, () => expect(seen(events, on)).to.equal(expected))
  }

  it('shows the day that would have bound without it', () => {
    expect(foldRequest(asked('2026-02-16'), law).unsuspendedDue).to.equal('2026-02-16')
  })

  it('given at an hour after closing counts from the next working day', () => {
    const late = { ...did('clarified', '2026-02-05'), occurredAt: new Date('2026-02-05T18:00:00-06:00') }
    const hours = lawOf({ afterHours: 'next-working-day', cutoffMinutes: 990 })
    expect(seen(asked('2026-02-03', late), '2026-02-06', hours)).to.equal('en_tramite K1 2026-02-20')
  })

  it('an instant of another day does not move the term', () => {
    const odd = { ...did('clarified', '2026-02-05'), occurredAt: new Date('2026-07-01T12:00:00-06:00') }
    expect(seen(asked('2026-02-03', odd), '2026-02-05')).to.equal('en_tramite K1 2026-02-19')
  })
})

describe('the extension', () => {
  const extendedOn = (on: string, days = 10) =>
    foldRequest(history('2026-02-02', [admitted, did('extended', on, { days })]), law)
  const cases = [
    ['in its window', '2026-02-12', [], '2026-03-02'],
    ['on the eve', '2026-02-13', [], '2026-03-02'],
    ['on the due day itself: flagged, and it binds', '2026-02-16', ['late-notice'], '2026-03-02'],
    ['after the due day: no effect', '2026-02-17', ['late-notice'], null],
    ['early: nobody is harmed', '2026-02-04', [], '2026-03-02'],
  ] as const
  for (const [title, on, defects, dueOn] of cases) {
    it(title, () => {
      const { extension } = extendedOn(on)
      expect([extension?.defects, extension?.dueOn]).to.eql([defects, dueOn])
    })
  }

  it('stated only by the organisation, binds', () => {
    const events = history('2026-02-02', [told('extended', '2026-02-12', { days: 5 })])
    expect(seen(events, '2026-02-17')).to.equal('prorrogada K3 2026-02-23')
  })

  it('of an answered request extends nothing', () => {
    const events = history('2026-02-02', [
      admitted,
      did('resolved', '2026-02-10'),
      told('extended', '2026-02-12', { days: 5 }),
    ])
    const { extension, clocks } = foldRequest(events, law)
    expect([extension?.dueOn, clocks.some(({ id }) => id === 'K3')]).to.eql([null, false])
  })
})

describe('the review', () => {
  const silent = history('2026-02-02')
  const filedOn = (on: string) => foldRequest(then(silent, [did('review_filed', on)]), law)

  it('of silence out of its days is taken, and its days show it', () => {
    const request = filedOn('2026-05-04')
    expect(stateOn(request, day('2026-05-04'))).to.equal('en_revision')
    expect(
      request.clocks
        .filter(({ id }) => id === 'K5')
        .every(({ dueOn, stoppedOn }) => stoppedOn !== null && dueOn < stoppedOn),
    ).to.equal(true)
  })

  it('of silence while the free delivery still runs: article 44 goes on beside it', () => {
    const request = filedOn('2026-02-18')
    const open = request.clocks.filter(clock => isOpen(clock, day('2026-02-20'))).map(({ id }) => id)
    expect(open).to.eql(['K1', 'K4', 'K6'])
  })

  it('decided, ends what silence left owed', () => {
    const request = foldRequest(
      then(silent, [
        did('review_filed', '2026-02-18'),
        did('review_decided', '2026-02-23', { sense: 'revoca' }),
        did('review_notified', '2026-02-24'),
      ]),
      law,
    )
    expect(
      request.clocks
        .filter(clock => isOpen(clock, day('2026-02-24')))
        .map(({ id, dueOn }) => `${id} ${dueOn}`),
    ).to.eql(['K7 2026-03-03'])
  })

  it('upheld: nothing is left to comply with, and amparo is what remains', () => {
    const events = then(silent, [
      did('review_filed', '2026-02-18'),
      did('review_decided', '2026-02-23', { sense: 'confirma' }),
      did('review_notified', '2026-02-24'),
    ])
    expect(seen(events, '2026-06-01')).to.equal('revision_resuelta -')
  })

  it('filed at night counts from the next day where the office has hours', () => {
    const night = { ...did('review_filed', '2026-02-18'), occurredAt: new Date('2026-02-18T22:00:00-06:00') }
    expect(
      seen(
        then(silent, [night]),
        '2026-02-19',
        lawOf({ afterHours: 'next-working-day', cutoffMinutes: 990 }),
      ),
    ).to.equal('en_revision K6 2026-02-26')
  })

  it('of a change of own data: silence opens the fifteen days and no free delivery', () => {
    const request = foldRequest(history('2026-02-02', [], { kind: 'habeas_modify' }), law)
    expect(request.clocks.map(({ id, dueOn }) => `${id} ${dueOn}`)).to.eql(['K1 2026-03-16', 'K5 2026-04-08'])
    expect(stateOn(request, day('2026-12-01'))).to.equal('vencida_ficta')
  })

  it('under the reading from the end of the ficta, its days open there', () => {
    const request = foldRequest(silent, lawOf({ silenceReview: 'from-ficta-end' }))
    expect(request.clocks.map(({ id, dueOn }) => `${id} ${dueOn}`)).to.eql([
      'K1 2026-02-16',
      'K4 2026-03-02',
      'K5 2026-03-23',
    ])
  })
})

describe('amparo', () => {
  const undecided = then(
    history('2026-02-02', [
      admitted,
      did('resolved', '2026-02-10', { outcome: 'inexistencia' }),
      did('notified', '2026-02-11'),
    ]),
    [did('review_filed', '2026-02-12')],
  )
  it('ends the wait for a decision, not the breach', () => {
    const events = then(undecided, [did('amparo_noted', '2026-03-02')])
    expect(seen(events, '2026-03-02')).to.equal('en_amparo -')
  })

  it('leaves an order to deliver standing, and its fulfilment can be noted', () => {
    const ordered = then(undecided, [
      did('review_decided', '2026-02-16'),
      did('review_notified', '2026-02-16'),
      did('amparo_noted', '2026-02-17'),
    ])
    expect(seen(ordered, '2026-02-20')).to.equal('en_amparo K7 2026-02-23')
    expect(seen(then(ordered, [did('complied', '2026-02-20')]), '2026-02-20')).to.equal('en_amparo -')
  })
})

describe('a history that was shifted', () => {
  it('an act that no longer fits moves nothing, clocks included', () => {
    const request = foldRequest(
      history('2026-02-02', [did('notified', '2026-02-05'), did('review_filed', '2026-02-06')]),
      law,
    )
    expect(request.unfit.map(({ type }) => type)).to.eql(['notified', 'review_filed'])
    expect(request.clocks.map(({ id }) => id)).to.eql(['K1', 'K4', 'K5', 'K5'])
  })

  it('an act left before the filing by a correction of it counts from the filing', () => {
    const events = then(history('2026-02-02', [admitted]), [
      did('corrected', '2026-02-10', { corrects: 'e0', occurredOn: day('2026-02-05') }),
    ])
    const request = foldRequest(events, law)
    expect(request.steps.slice(0, 2).map(({ on, state }) => `${on} ${state}`)).to.eql([
      '2026-02-05 presentada',
      '2026-02-05 en_tramite',
    ])
  })

  it('a correction dates the act anew, the last one recorded', () => {
    const events = then(
      history('2026-02-02', [admitted, did('resolved', '2026-02-18')]),
      [
        did('corrected', '2026-02-19', { corrects: 'e2', occurredOn: day('2026-02-12') }),
        did('corrected', '2026-02-20', { corrects: 'e2', occurredOn: day('2026-02-13') }),
      ],
      officer,
    )
    expect(foldRequest(events, law).acts.at(-1)?.on).to.equal('2026-02-13')
  })

  it('a history without a filing is no history', () => {
    expect(() => foldRequest([], law)).to.throw(RangeError, 'filing')
  })
})

describe("the organisation's word", () => {
  const said = (...words: readonly Act[]) => foldRequest(history('2026-02-02', words), law)
  const told2 = (on: string, outcome: 'entrega_total' | 'inexistencia' | null = null) =>
    told('notified', on, { outcome })

  it('fills in where the institution is silent', () => {
    const request = said(told2('2026-02-10', 'inexistencia'))
    expect([stateOn(request, day('2026-02-10')), request.outcome]).to.eql(['notificada', 'inexistencia'])
  })

  it('given twice, counts as it was given last', () => {
    const request = said(told2('2026-02-10'), told2('2026-02-12', 'entrega_total'))
    expect(request.acts.slice(1).map(({ type, on, outcome }) => `${type} ${on} ${outcome}`)).to.eql([
      'resolved 2026-02-12 entrega_total',
      'notified 2026-02-12 null',
    ])
  })

  it('of delivery and of notice: the answer is of the earlier day', () => {
    const request = said(told('delivered', '2026-02-18', { outcome: 'entrega_total' }), told2('2026-02-10'))
    expect(request.acts.slice(1).map(({ type, on, outcome }) => `${type} ${on} ${outcome}`)).to.eql([
      'resolved 2026-02-10 entrega_total',
      'notified 2026-02-10 null',
      'delivered 2026-02-18 null',
    ])
  })

  it('gives way to the institution once it speaks, act by act', () => {
    const request = foldRequest(
      history('2026-02-02', [admitted, told2('2026-02-10'), did('resolved', '2026-02-06')]),
      law,
    )
    expect(request.acts.slice(2).map(({ type, on, ownWord }) => `${type} ${on} ${ownWord}`)).to.eql([
      'resolved 2026-02-06 true',
      'notified 2026-02-10 false',
    ])
  })

  it('on a decision whose sense it does not know, opens the days to comply', () => {
    const request = foldRequest(
      history('2026-02-02', [did('review_filed', '2026-02-18'), told('review_decided', '2026-02-20')]),
      law,
    )
    expect(request.clocks.at(-1)).to.deep.include({ id: 'K7', dueOn: '2026-02-27' })
  })
})
