import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import type { Act, RequestEvent } from '../../../../server/domain/request/events.ts'
import type { LawContext } from '../../../../server/domain/request/law-context.ts'
import { unrecordedMarks } from '../../../../server/domain/request/marks.ts'
import { foldRequest } from '../../../../server/domain/request/fold.ts'
import type { CaseFacts } from '../../../../server/domain/statistics/case-facts.ts'
import { caseFactsOf } from '../../../../server/domain/statistics/case-facts-of.ts'
import {
  did,
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
const day = calendarDate

function facts(events: readonly RequestEvent[], asOf = '2026-12-31', by: LawContext = law): CaseFacts {
  const found = caseFactsOf(
    { id: 'r', reference: 'A', organisationId: 'o', institutionId: 'i', events },
    by,
    day(asOf),
  )
  if (!found) throw new Error('no facts')
  return found
}

const admitted = did('admitted', '2026-02-03')
const silent = history('2026-02-02')
const answered = (on: string, ...more: readonly Act[]) =>
  history('2026-02-02', [admitted, did('resolved', on), ...more])
const refused = [
  admitted,
  did('resolved', '2026-02-10', { outcome: 'inexistencia' }),
  did('notified', '2026-02-11'),
]
const clarified = history('2026-02-02', [
  did('clarification_requested', '2026-02-04'),
  did('clarified', '2026-02-09'),
  did('resolved', '2026-02-13'),
])
const with_ = <T extends Act>(act: T, evidence: Act['evidence']): T => ({ ...act, evidence })

describe('the facts of a request', () => {
  const cases: readonly (readonly [string, CaseFacts, Partial<CaseFacts>])[] = [
    [
      'a silent one',
      facts(silent, '2026-02-20'),
      {
        state: 'vencida_ficta',
        outcome: null,
        receivedOn: day('2026-02-02'),
        countedReceipt: day('2026-02-02'),
        loggedOn: day('2026-02-02'),
        baseDue: day('2026-02-16'),
        dueOn: day('2026-02-16'),
        fictaDueOn: day('2026-03-02'),
        firstResponseOn: null,
        answeredOn: null,
        workingDaysToAnswer: null,
        netDaysToAnswer: null,
        answerSource: null,
        evidenced: false,
        review: null,
        extension: null,
      },
    ],
    [
      'before the due day there is no free delivery',
      facts(silent, '2026-02-16'),
      { state: 'presentada', fictaDueOn: null, breaches: [] },
    ],
    [
      'answered, notified later: the days run to the notice',
      facts(answered('2026-02-10', did('notified', '2026-02-19'))),
      {
        admittedOn: day('2026-02-03'),
        firstResponseOn: day('2026-02-03'),
        answeredOn: day('2026-02-10'),
        notifiedOn: day('2026-02-19'),
        workingDaysToAnswer: 13,
        calendarDaysToAnswer: 17,
        netDaysToAnswer: 13,
        answerSource: 'institution',
        breaches: [],
      },
    ],
    [
      'answered, no notice known: to the resolution',
      facts(answered('2026-02-10')),
      { workingDaysToAnswer: 6, notifiedOn: null },
    ],
    [
      'answered on the day of receipt',
      facts(history('2026-02-02', [did('resolved', '2026-02-02')])),
      { workingDaysToAnswer: 0, calendarDaysToAnswer: 0 },
    ],
    [
      'received and answered on one Saturday',
      facts(history('2026-02-07', [did('resolved', '2026-02-07')])),
      { workingDaysToAnswer: 0, calendarDaysToAnswer: 0, netDaysToAnswer: 0 },
    ],
    [
      'a clarification: gross and net',
      facts(clarified),
      {
        clarifications: [{ requestedOn: day('2026-02-04'), answeredOn: day('2026-02-09'), workingDays: 3 }],
        workingDaysToAnswer: 9,
        netDaysToAnswer: 6,
        baseDue: day('2026-02-23'),
        firstResponseOn: day('2026-02-04'),
      },
    ],
    [
      'a clarification that is awaited: no due day',
      facts(clarified, '2026-02-06'),
      {
        baseDue: null,
        dueOn: null,
        clarifications: [{ requestedOn: day('2026-02-04'), answeredOn: null, workingDays: null }],
      },
    ],
    [
      'an extension notified on the last day',
      facts(history('2026-02-02', [admitted, did('extended', '2026-02-16', { days: 5 })])),
      {
        baseDue: day('2026-02-16'),
        dueOn: day('2026-02-23'),
        extension: { notifiedOn: day('2026-02-16'), days: 5, faults: ['late-notice'] },
      },
    ],
    [
      "the organisation's word alone",
      facts(history('2026-02-02', [told('notified', '2026-02-10', { outcome: 'inexistencia' })])),
      {
        answerSource: 'organisation',
        answeredOn: day('2026-02-10'),
        outcome: 'inexistencia',
        grounds: [],
        admittedOn: null,
        firstResponseOn: day('2026-02-10'),
      },
    ],
    [
      'both, of different days',
      facts(answered('2026-02-10', told('resolved', '2026-02-12'))),
      { answerSource: 'institution', answeredOn: day('2026-02-10'), disputed: true },
    ],
    ['typed by the unit: that is no response', facts(then([], silent, officer)), { firstResponseOn: null }],
    [
      'copies that the requester fetched are no act of the unit',
      facts(then(silent, [did('withdrawn', '2026-02-05')], member)),
      { firstResponseOn: null, withdrawnOn: day('2026-02-05') },
    ],
    [
      'an assignment is the first act',
      facts(history('2026-02-02', [did('assigned', '2026-02-04')])),
      { firstResponseOn: day('2026-02-04') },
    ],
    [
      'referred',
      facts(history('2026-02-02', [did('referred', '2026-02-03')])),
      { referredOn: day('2026-02-03'), state: 'remitida' },
    ],
    [
      'the cost: as announced',
      facts(history('2026-02-02', [admitted, did('resolved', '2026-02-10', { costQuetzales: 50 })])),
      { costQuetzales: 50 },
    ],
    [
      'the cost: as charged',
      facts(
        history('2026-02-02', [
          admitted,
          did('resolved', '2026-02-10', { costQuetzales: 50 }),
          did('notified', '2026-02-10'),
          did('delivered', '2026-02-12', { costQuetzales: 20 }),
        ]),
      ),
      { costQuetzales: 20, deliveredOn: day('2026-02-12') },
    ],
    [
      'the grounds',
      facts(
        history('2026-02-02', [
          admitted,
          did('resolved', '2026-02-10', {
            outcome: 'negativa_reserva',
            grounds: ['reservada'],
            article: '23.1',
            classificationResolution: 'R-1',
          }),
        ]),
      ),
      { grounds: ['reservada'], groundArticle: '23.1', classificationResolution: 'R-1' },
    ],
    [
      'an act that no longer fits is no fact',
      facts(history('2026-02-02', [did('notified', '2026-02-05')])),
      { notifiedOn: null, workingDaysToAnswer: null },
    ],
  ]
  for (const [title, found, expected] of cases) it(title, () => expect(found).to.deep.include(expected))
})

describe('evidence of receipt and answer', () => {
  const declared: Act['evidence'] = [{ kind: 'declarada', sha256: null, note: null }]
  const cases = [
    ['none', [], [], [], false],
    ['the receipt alone, answered', stamped, [], [], false],
    ['both', stamped, stamped, [], true],
    ['the receipt and the notice', stamped, [], stamped, true],
    ['a declaration is none', stamped, declared, declared, false],
    ['the answer alone', [], stamped, stamped, false],
  ] as const
  for (const [title, receipt, answer, notice, expected] of cases) {
    it(title, () => {
      const acts = [
        admitted,
        with_(did('resolved', '2026-02-10'), answer),
        with_(did('notified', '2026-02-11'), notice),
      ]
      const events = history('2026-02-02', acts).map(event =>
        event.type === 'filed' ? { ...event, evidence: receipt } : event,
      )
      expect(facts(events).evidenced).to.equal(expected)
    })
  }

  it('of the receipt is enough while there is no answer', () => {
    expect(facts(silent.map(event => ({ ...event, evidence: stamped }))).evidenced).to.equal(true)
  })
})

describe('the review in the facts', () => {
  const cases = [
    [
      'of a refusal, on the last day',
      history('2026-02-02', [...refused, did('review_filed', '2026-03-04')]),
      law,
      true,
    ],
    ['of silence, in its days', then(silent, [did('review_filed', '2026-03-09')]), law, true],
    ['of silence, in the second window', then(silent, [did('review_filed', '2026-03-23')]), law, true],
    ['of silence, after both', then(silent, [did('review_filed', '2026-03-24')]), law, false],
    [
      'of silence, before its window opened',
      then(silent, [did('review_filed', '2026-02-20')]),
      lawOf({ silenceReview: 'from-ficta-end' }),
      true,
    ],
  ] as const
  for (const [title, events, by, filedInTime] of cases) {
    it(title, () => expect(facts(events, '2026-12-31', by).review?.filedInTime).to.equal(filedInTime))
  }

  it('with its decision and compliance', () => {
    const events = history('2026-02-02', [
      ...refused,
      did('review_filed', '2026-02-12'),
      did('review_decided', '2026-02-24', { sense: 'modifica' }),
      did('review_notified', '2026-02-25'),
      did('complied', '2026-03-06'),
    ])
    expect(facts(events)).to.deep.include({
      review: {
        filedOn: day('2026-02-12'),
        filedInTime: true,
        decisionDueOn: day('2026-02-19'),
        decidedOn: day('2026-02-24'),
        sense: 'modifica',
        complianceDueOn: day('2026-03-04'),
        compliedOn: day('2026-03-06'),
      },
    })
    expect(
      facts(events).breaches.map(
        ({ clock, curedOn, workingDaysLate }) => `${clock} ${curedOn} +${workingDaysLate}`,
      ),
    ).to.eql(['K6 2026-02-24 +3', 'K7 2026-03-06 +2'])
  })
})

describe('the day of the report', () => {
  const whole = history('2026-02-02', [
    admitted,
    did('resolved', '2026-02-18'),
    did('notified', '2026-02-19'),
  ])

  it('nothing is known of what was filed after it', () => {
    const request = { id: 'r', reference: 'A', organisationId: 'o', institutionId: 'i', events: silent }
    expect(caseFactsOf(request, law, day('2026-02-01'))).to.equal(null)
  })

  it('what happened later changes nothing', () => {
    for (const asOf of ['2026-02-02', '2026-02-03', '2026-02-17', '2026-02-18', '2026-02-19']) {
      const known = whole.filter(({ occurredOn }) => occurredOn <= asOf)
      expect(facts(whole, asOf)).to.eql(facts(known, asOf))
    }
    expect(facts(whole, '2026-02-17').breaches.map(({ clock, curedOn }) => [clock, curedOn])).to.eql([
      ['K1', null],
    ])
  })

  it('nor does a later correction', () => {
    const corrected = then(
      whole,
      [did('corrected', '2026-03-01', { corrects: 'e2', occurredOn: day('2026-02-16') })],
      officer,
    )
    expect(facts(corrected, '2026-02-28')).to.eql(facts(whole, '2026-02-28'))
    expect(facts(corrected, '2026-03-01')).to.deep.include({ answeredOn: '2026-02-16', breaches: [] })
  })

  it('is the same whether the scan has come by or not, but for the name of the breach', () => {
    const marks = unrecordedMarks('r', foldRequest(silent, law), silent)
    expect(facts(then(silent, marks, system), '2026-04-01')).to.eql(facts(silent, '2026-04-01'))
  })
})
