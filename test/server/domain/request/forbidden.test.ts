import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { decide, type AskedAct } from '../../../../server/domain/request/decide.ts'
import type { Actor, EventData, RequestEvent } from '../../../../server/domain/request/events.ts'
import { refusalsEn } from '../../../../server/i18n/refusals.en.ts'
import { refusalsEs } from '../../../../server/i18n/refusals.es.ts'
import {
  did,
  head,
  history,
  lawOf,
  member,
  officer,
  stamped,
  system,
  then,
  told,
} from '../../../support/history.ts'

const law = lawOf()

/** The name of the refusal and the field to mend, or 'ok'. Judged on the day of the act unless said. */
function judged(events: readonly RequestEvent[], act: AskedAct, actor: Actor, today?: string): string {
  const day = today ? calendarDate(today) : act.occurredOn
  const decision = decide({ id: 'r', events }, act, actor, day, law)
  if (decision.ok) return 'ok'
  expect(refusalsEs[`error.${decision.refusal}.detail`]).to.be.a('string')
  expect(refusalsEn[`error.${decision.refusal}.detail`]).to.be.a('string')
  return decision.field ? `${decision.refusal} ${decision.field}` : decision.refusal
}

const day = calendarDate
const received = history('2026-02-02')
const admitted = history('2026-02-02', [did('admitted', '2026-02-03')])
const extended = history('2026-02-02', [
  did('admitted', '2026-02-03'),
  did('extended', '2026-02-12', { days: 5 }),
])
const asked = history('2026-02-02', [did('clarification_requested', '2026-02-03', { days: 2 })])
const habeas = history('2026-02-02', [did('admitted', '2026-02-03')], { kind: 'habeas_access' })
const refusal = (on: string, data: Partial<EventData['resolved']>) => did('resolved', on, data)
const answered = (data: Partial<EventData['resolved']> = {}, on = '2026-02-10') =>
  then(admitted, [did('resolved', on, data), did('notified', on)])
const reviewed = then(answered({ outcome: 'inexistencia' }), [
  did('review_filed', '2026-02-12'),
  did('review_decided', '2026-02-16', { sense: 'confirma' }),
])
const varied = then(answered({ outcome: 'inexistencia' }), [
  did('review_filed', '2026-02-12'),
  did('review_decided', '2026-02-16', { sense: 'revoca' }),
  did('review_notified', '2026-02-16'),
])

describe('what the law forbids by name', () => {
  const cases = [
    ['extend on the last day', admitted, did('extended', '2026-02-16'), 'ok'],
    ['extend after the term', admitted, did('extended', '2026-02-17'), 'extension-after-due occurredOn'],
    ['extend twice', extended, did('extended', '2026-02-13'), 'extension-already-used'],
    [
      'extend without a motive',
      admitted,
      did('extended', '2026-02-12', { motive: ' \n' }),
      'extension-motive-required data.motive',
    ],
    [
      'extend by eleven days',
      admitted,
      did('extended', '2026-02-12', { days: 11 }),
      'extension-too-long data.days',
    ],
    ['extend by no days', admitted, did('extended', '2026-02-12', { days: 0 }), 'days-required data.days'],
    [
      'extend by half a day',
      admitted,
      did('extended', '2026-02-12', { days: 0.5 }),
      'days-required data.days',
    ],
    ['extend habeas data', habeas, did('extended', '2026-02-12'), 'extension-not-in-habeas-data'],
    [
      'resolve without reasons',
      admitted,
      refusal('2026-02-10', { outcome: 'inexistencia', reasoning: ' ' }),
      'reasoning-required data.reasoning',
    ],
    ['hand over everything without giving reasons', admitted, refusal('2026-02-10', { reasoning: '' }), 'ok'],
    [
      'refuse as reserved without the classification',
      admitted,
      refusal('2026-02-10', { outcome: 'negativa_reserva' }),
      'classification-resolution-required data.classificationResolution',
    ],
    [
      'refuse as reserved with it',
      admitted,
      refusal('2026-02-10', { outcome: 'negativa_reserva', classificationResolution: 'Resolución 12-2025' }),
      'ok',
    ],
    [
      'refuse a part as reserved without it',
      admitted,
      refusal('2026-02-10', { outcome: 'entrega_parcial', grounds: ['reservada'] }),
      'classification-resolution-required data.classificationResolution',
    ],
    [
      'refuse as confidential what is also said to be reserved',
      admitted,
      refusal('2026-02-10', { outcome: 'negativa_confidencial', grounds: ['confidencial', 'reservada'] }),
      'classification-resolution-required data.classificationResolution',
    ],
    ['charge for an answer in time', admitted, refusal('2026-02-16', { costQuetzales: 40 }), 'ok'],
    [
      'charge for an answer after silence',
      admitted,
      refusal('2026-02-17', { costQuetzales: 40 }),
      'charge-after-silence data.costQuetzales',
    ],
    ['charge within the extension', extended, refusal('2026-02-20', { costQuetzales: 40 }), 'ok'],
    [
      'charge after the extension',
      extended,
      refusal('2026-02-24', { costQuetzales: 40 }),
      'charge-after-silence data.costQuetzales',
    ],
    [
      'charge for copies of an answer that came late',
      answered({}, '2026-02-17'),
      did('delivered', '2026-02-18', { costQuetzales: 1 }),
      'charge-after-silence data.costQuetzales',
    ],
    [
      'charge for copies of an answer that came in time',
      answered(),
      did('delivered', '2026-03-02', { costQuetzales: 1 }),
      'ok',
    ],
    [
      'hand over copies of what was denied',
      answered({ outcome: 'inexistencia' }),
      did('delivered', '2026-02-11'),
      'action-not-allowed',
    ],
    [
      'dismiss on the last day to clarify',
      asked,
      refusal('2026-02-05', { outcome: 'desechada' }),
      'clarification-term-running occurredOn',
    ],
    ['dismiss on the day after', asked, refusal('2026-02-06', { outcome: 'desechada' }), 'ok'],
    [
      'deny what awaits a clarification',
      asked,
      refusal('2026-02-06', { outcome: 'inexistencia' }),
      'outcome-not-allowed-here data.outcome',
    ],
    [
      'dismiss what was admitted',
      admitted,
      refusal('2026-02-10', { outcome: 'desechada' }),
      'outcome-not-allowed-here data.outcome',
    ],
    [
      'grant no days to clarify',
      received,
      did('clarification_requested', '2026-02-03', { days: 0 }),
      'days-required data.days',
    ],
    [
      'grant a year to clarify',
      received,
      did('clarification_requested', '2026-02-03', { days: 365 }),
      'days-required data.days',
    ],
    [
      'ask to clarify what was admitted',
      admitted,
      did('clarification_requested', '2026-02-04'),
      'action-not-allowed',
    ],
    ['comply when upheld', reviewed, did('complied', '2026-02-17'), 'review-upheld'],
    ['comply when reversed', varied, did('complied', '2026-02-17'), 'ok'],
  ] as const

  for (const [title, events, act, expected] of cases) {
    it(`${title}: ${expected}`, () => expect(judged(events, act, officer)).to.equal(expected))
  }

  it('notify one decision twice', () => {
    expect(judged(varied, did('review_notified', '2026-02-17'), head)).to.equal('action-not-allowed')
  })

  for (const events of [received, admitted, asked, history('2026-01-02')]) {
    it('close without a resolution', () => {
      expect(judged(events, { type: 'close', occurredOn: day('2026-02-12') }, head)).to.equal(
        'resolution-required',
      )
    })
  }

  it('close by hand what was answered', () => {
    expect(judged(answered(), { type: 'close', occurredOn: day('2026-02-12') }, head)).to.equal(
      'action-not-allowed',
    )
  })

  for (const actor of [member, officer, head, system, { ...member, role: 'system_admin' } as const]) {
    it(`delete, by ${actor.role}`, () => {
      expect(judged(answered(), { type: 'delete', occurredOn: day('2026-02-12') }, actor)).to.equal(
        'deletion-forbidden',
      )
    })
  }

  it('write down the passing of time by hand', () => {
    const lapse = did('lapsed', '2026-02-17')
    expect(judged(admitted, lapse, officer)).to.equal('not-your-side')
    expect(judged(admitted, lapse, system)).to.equal('ok')
    expect(judged(admitted, did('lapsed', '2026-02-16'), system)).to.equal('action-not-allowed')
    expect(judged(answered(), did('closed', '2026-02-20'), system)).to.equal('action-not-allowed')
  })

  it('file one request twice', () => {
    expect(judged(received, did('filed', '2026-02-03'), member)).to.equal('action-not-allowed')
  })
})

describe('the day of an act', () => {
  const cases = [
    ['tomorrow', did('admitted', '2026-02-05'), officer, 'in-the-future occurredOn'],
    ['before the filing', did('admitted', '2026-02-01'), officer, 'before-the-filing occurredOn'],
    ['before the law', did('admitted', '2008-12-31'), officer, 'before-the-law occurredOn'],
    [
      'a word on a day before the filing',
      told('resolved', '2026-02-01'),
      member,
      'before-the-filing occurredOn',
    ],
    ['a word on tomorrow', told('resolved', '2026-02-05'), member, 'in-the-future occurredOn'],
    ['the receipt, by the other side, on an earlier day', told('filed', '2026-01-30'), officer, 'ok'],
    ['the receipt before the law', told('filed', '2008-12-31'), officer, 'before-the-law occurredOn'],
    ['today', did('admitted', '2026-02-04'), officer, 'ok'],
  ] as const
  for (const [title, act, actor, expected] of cases) {
    it(`${title}: ${expected}`, () => expect(judged(received, act, actor, '2026-02-04')).to.equal(expected))
  }

  it('earlier than the last act', () => {
    const events = then(admitted, [did('assigned', '2026-02-09')])
    expect(judged(events, did('resolved', '2026-02-06'), officer, '2026-02-10')).to.equal(
      'earlier-than-last-act occurredOn',
    )
  })

  it("the requester's word on another day does not bind the institution's acts", () => {
    const events = then(admitted, [told('resolved', '2026-02-09')])
    expect(judged(events, did('resolved', '2026-02-06'), officer, '2026-02-10')).to.equal('ok')
  })
})

describe('what each side may state', () => {
  const byUnit = then([], history('2026-02-02'), officer)
  const cases = [
    ['the organisation, of an answer', received, told('resolved', '2026-02-04'), member, 'ok'],
    [
      'the institution, of its own answer',
      received,
      told('resolved', '2026-02-04'),
      officer,
      'not-statable-by-you data.fact',
    ],
    [
      'the organisation, of its own filing',
      received,
      told('filed', '2026-02-04'),
      member,
      'not-statable-by-you data.fact',
    ],
    ['the organisation, of a filing that the unit typed', byUnit, told('filed', '2026-02-01'), member, 'ok'],
    [
      'the unit, of a filing that it typed',
      byUnit,
      told('filed', '2026-02-01'),
      officer,
      'not-statable-by-you data.fact',
    ],
    [
      'the regulator',
      received,
      told('resolved', '2026-02-04'),
      { ...member, role: 'regulator' },
      'not-your-side',
    ],
    [
      'an extension without its days',
      received,
      told('extended', '2026-02-04'),
      member,
      'days-required data.days',
    ],
    ['an extension with them', received, told('extended', '2026-02-04', { days: 5 }), member, 'ok'],
    [
      'a clarification of a million days',
      received,
      told('clarification_requested', '2026-02-04', { days: 1e6 }),
      member,
      'days-required data.days',
    ],
  ] as const
  for (const [title, events, act, actor, expected] of cases) {
    it(`${title}: ${expected}`, () => expect(judged(events, act, actor, '2026-02-06')).to.equal(expected))
  }

  it('an act of the other side is refused as such, whatever else is wrong with it', () => {
    expect(judged(admitted, did('extended', '2026-02-17', { motive: '' }), member)).to.equal('not-your-side')
    expect(judged(admitted, did('withdrawn', '2026-02-04'), officer)).to.equal('not-your-side')
  })
})

describe('the institution speaks, whatever was said of it before', () => {
  const cases = [
    ['of its answer', told('notified', '2026-02-06'), did('resolved', '2026-02-10')],
    [
      'of its extension',
      told('extended', '2026-02-12', { days: 5 }),
      did('extended', '2026-02-13', { days: 10 }),
    ],
  ] as const
  for (const [title, word, act] of cases) {
    it(title, () => expect(judged(then(admitted, [word]), act, officer, '2026-02-13')).to.equal('ok'))
  }

  it('of the admission', () => {
    expect(
      judged(then(received, [told('admitted', '2026-02-03')]), did('admitted', '2026-02-04'), officer),
    ).to.equal('ok')
  })

  it('and the breach that this brings out is written down before it', () => {
    const events = then(admitted, [told('notified', '2026-02-16')])
    const decision = decide(
      { id: 'r', events },
      did('resolved', '2026-02-18'),
      officer,
      day('2026-02-18'),
      law,
    )
    expect(decision.ok && decision.acts.map(({ type, occurredOn }) => `${type} ${occurredOn}`)).to.eql([
      'lapsed 2026-02-17',
      'resolved 2026-02-18',
    ])
  })
})

describe('evidence', () => {
  const late = then(admitted, [did('lapsed', '2026-02-17')])
  const declared = {
    ...did('resolved', '2026-02-16'),
    evidence: [{ kind: 'declarada', sha256: null, note: null }],
  } as const
  const cases = [
    ['is not asked of an answer in time', admitted, did('resolved', '2026-02-16'), '2026-02-16', 'ok'],
    ['is not asked of an answer that is late', late, did('resolved', '2026-02-18'), '2026-02-18', 'ok'],
    [
      'is asked to undo a breach on record',
      late,
      did('resolved', '2026-02-16'),
      '2026-02-18',
      'evidence-required evidence',
    ],
    ['is more than a declaration', late, declared, '2026-02-18', 'evidence-required evidence'],
    ['is enough', late, { ...did('resolved', '2026-02-16'), evidence: stamped }, '2026-02-18', 'ok'],
    [
      'is asked before the scan has come by',
      admitted,
      did('resolved', '2026-02-16'),
      '2026-02-17',
      'evidence-required evidence',
    ],
    [
      'is asked of an extension out of nowhere',
      late,
      did('extended', '2026-02-13'),
      '2026-02-18',
      'evidence-required evidence',
    ],
    ['is not asked of what undoes nothing', late, did('assigned', '2026-02-13'), '2026-02-18', 'ok'],
  ] as const
  for (const [title, events, act, today, expected] of cases) {
    it(title, () => expect(judged(events, act, officer, today)).to.equal(expected))
  }

  it('is asked to undo the breach of article 44', () => {
    const twice = then(late, [did('lapsed', '2026-03-03', { clock: 'K4', dueOn: day('2026-03-02') })])
    expect(judged(twice, did('resolved', '2026-03-02'), officer, '2026-03-04')).to.equal(
      'evidence-required evidence',
    )
  })
})

describe('corrections', () => {
  const events = answered({ outcome: 'inexistencia' })
  const correct = (corrects: string, to: string, more: Partial<EventData['corrected']> = {}) =>
    did('corrected', '2026-02-24', { corrects, occurredOn: day(to), ...more })
  const onTime = events
  const late = answered({ outcome: 'inexistencia' }, '2026-02-18')
  const reviewedLate = then(onTime, [did('review_filed', '2026-02-20')])
  const cases = [
    ['a date', onTime, correct('e2', '2026-02-09'), officer, 'ok'],
    ['by the other side', onTime, correct('e2', '2026-02-09'), member, 'not-your-side data.corrects'],
    [
      'by somebody who has no side',
      onTime,
      correct('e0', '2026-02-01'),
      { ...member, role: 'regulator' },
      'not-your-side data.corrects',
    ],
    [
      'without a reason',
      onTime,
      correct('e2', '2026-02-09', { reason: ' ' }),
      officer,
      'reason-required data.reason',
    ],
    [
      'without a second person',
      onTime,
      correct('e2', '2026-02-09', { approvedBy: ' ' }),
      officer,
      'second-person-required data.approvedBy',
    ],
    [
      'approved by oneself',
      onTime,
      correct('e2', '2026-02-09', { approvedBy: 'oscar' }),
      officer,
      'second-person-required data.approvedBy',
    ],
    ['into the future', onTime, correct('e3', '2026-02-25'), officer, 'in-the-future data.occurredOn'],
    ['before the law', onTime, correct('e0', '2008-12-31'), member, 'before-the-law data.occurredOn'],
    ['of nothing', onTime, correct('e9', '2026-02-09'), officer, 'nothing-to-correct data.corrects'],
    [
      'of what time wrote',
      then(onTime, [did('closed', '2026-03-04')]),
      correct('e4', '2026-02-09'),
      officer,
      'nothing-to-correct data.corrects',
    ],
    [
      'of a correction',
      then(onTime, [correct('e2', '2026-02-09')], officer),
      correct('e4', '2026-02-09'),
      officer,
      'nothing-to-correct data.corrects',
    ],
    [
      'to before the filing',
      onTime,
      correct('e1', '2026-02-01'),
      officer,
      'before-the-filing data.occurredOn',
    ],
    ['of the filing to an earlier day', onTime, correct('e0', '2026-01-30'), member, 'ok'],
    [
      'of the filing to after the admission',
      onTime,
      correct('e0', '2026-02-04'),
      member,
      'before-the-filing data.occurredOn',
    ],
    [
      'that turns the order',
      onTime,
      correct('e3', '2026-02-09'),
      officer,
      'earlier-than-last-act data.occurredOn',
    ],
    ['that makes an answer late', onTime, correct('e3', '2026-02-20'), officer, 'ok'],
    ['that undoes a breach', late, correct('e2', '2026-02-16'), officer, 'evidence-required evidence'],
    [
      'that undoes it, with a stamp',
      late,
      { ...correct('e2', '2026-02-16'), evidence: stamped },
      officer,
      'ok',
    ],
    [
      'of the filing, that undoes it',
      late,
      correct('e0', '2026-02-03'),
      member,
      'evidence-required evidence',
    ],
    ['of one that stands under a review', reviewedLate, correct('e3', '2026-02-12'), officer, 'ok'],
  ] as const
  for (const [title, history, act, actor, expected] of cases) {
    it(`${title}: ${expected}`, () => expect(judged(history, act, actor, '2026-02-24')).to.equal(expected))
  }

  it('cannot put a review out of its time behind the back of whoever filed it', () => {
    const long = then(answered({ outcome: 'inexistencia' }, '2026-02-16'), [
      did('review_filed', '2026-03-06'),
    ])
    const both = then(long, [correct('e2', '2026-02-10')], officer)
    expect(judged(both, correct('e3', '2026-02-10'), officer, '2026-03-09')).to.equal(
      'action-not-allowed data.occurredOn',
    )
  })
})
