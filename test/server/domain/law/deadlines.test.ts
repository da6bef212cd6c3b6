import { expect } from 'chai'
import fc from 'fast-check'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { defaultPolicy, type CountingPolicy } from '../../../../server/domain/law/counting-policy.ts'
import {
  deadlinesFor,
  type DeadlineEvent,
  type DeadlinesInput,
} from '../../../../server/domain/law/deadlines.ts'
import type { Moment } from '../../../../server/domain/law/effective-receipt.ts'
import { laip } from '../../../../server/domain/law/laip.ts'
import { officeCalendar, overdueFrom, termEnd, type Office } from '../../../../server/domain/law/terms.ts'

interface Changes {
  readonly kind?: DeadlinesInput['kind']
  readonly events?: readonly DeadlineEvent[]
  readonly policy?: Partial<CountingPolicy>
  readonly office?: Partial<Office>
}

function deadlines(
  received: string,
  { kind = 'access', events = [], policy = {}, office = {} }: Changes = {},
) {
  const read = { ...defaultPolicy, ...policy }
  const calendar = officeCalendar({ inCapital: true, closures: [], ...office }, read)
  return deadlinesFor({ kind, receivedAt: at(received), events, calendar, policy: read })
}

/** A day at nine, or an instant. */
function at(text: string): Moment {
  return new Date(text.includes('T') ? text : `${text}T09:00:00-06:00`)
}

const asked = (on: string, days: number | null = 2) =>
  ({ type: 'clarification_requested', at: at(on), days }) as const
const clarified = (on: string) => ({ type: 'clarification_received', at: at(on) }) as const
const answered = (on: string) => ({ type: 'resolution_notified', at: at(on) }) as const
const filed = (on: string) => ({ type: 'review_filed', at: at(on) }) as const
const extended = (on: string, days: number | null = 10) =>
  ({ type: 'extension_notified', at: at(on), days, motivated: true }) as const
const decided = (
  on: string,
  outcome: 'confirma' | 'revoca' | 'modifica' | null,
  decidedOn: string | null = null,
) =>
  ({
    type: 'review_decision_notified',
    at: at(on),
    outcome,
    decidedOn: decidedOn === null ? null : calendarDate(decidedOn),
  }) as const

const acuerdos = { closures: knownClosures }
const fromFicta = { silenceReview: 'from-ficta-end' } as const

describe('the day to answer by', () => {
  const cases = [
    ['the Assumption stops the clock in the capital', '2025-08-06', {}, '2025-08-21'],
    ['and not elsewhere', '2025-08-06', { office: { inCapital: false } }, '2025-08-20'],
    ['Army Day 2023 is kept on Monday 3 July', '2023-06-20', {}, '2023-07-05'],
    ['Army Day 2025 falls on its Monday', '2025-06-20', {}, '2025-07-07'],
    ['Army Day 2027 is kept on Monday 28 June', '2027-06-21', {}, '2027-07-06'],
    ['year end by law alone', '2025-12-15', {}, '2025-12-30'],
    ['year end with the acuerdo of 2025', '2025-12-15', { office: acuerdos }, '2026-01-05'],
    ['year end with the acuerdo of 2024', '2024-12-16', { office: acuerdos }, '2025-01-07'],
    ['year end of 2023, with its two days', '2023-12-18', { office: acuerdos }, '2024-01-05'],
    [
      'half days that the office keeps closed',
      '2026-12-14',
      { policy: { halfDays: 'do-not-count' } },
      '2026-12-30',
    ],
    ['thirty working days to change personal data', '2026-02-02', { kind: 'habeas_modify' }, '2026-03-16'],
    ['thirty across Holy Week', '2026-03-02', { kind: 'habeas_modify' }, '2026-04-15'],
    ['calendar days', '2026-02-02', { policy: { dayUnit: 'calendar' } }, '2026-02-12'],
    [
      'calendar days, but the law says "hábiles"',
      '2026-09-01',
      { kind: 'habeas_access', policy: { dayUnit: 'calendar' } },
      '2026-09-16',
    ],
    [
      '30 June 2023 as a wrong library has it',
      '2023-06-20',
      { office: { rules: 'date-holidays-gt' } },
      '2023-07-05',
    ],
    [
      '30 June 2027 as a wrong library has it',
      '2027-06-21',
      { office: { rules: 'date-holidays-gt' } },
      '2027-07-06',
    ],
    [
      '30 June 2023 as that library has it, the day after',
      '2023-06-16',
      { office: { rules: 'date-holidays-gt' } },
      '2023-07-03',
    ],
    ['and by law', '2023-06-16', {}, '2023-06-30'],
  ] as const satisfies readonly (readonly [string, string, Changes, string])[]

  for (const [title, received, changes, due] of cases) {
    it(title, () => {
      expect(deadlines(received, changes).responseDue).to.equal(due)
    })
  }

  it('and every other day follow from the same ledger', () => {
    const { ledger, responseDue, overdueFrom: late } = deadlines('2026-03-25')
    expect(ledger.at(-1)?.date).to.equal(responseDue)
    expect(late).to.equal(overdueFrom(responseDue))
    expect(ledger.filter(({ counted }) => counted)).to.have.length(10)
  })
})

describe('a clarification', () => {
  it('given late restarts the term and is noted', () => {
    const found = deadlines('2026-05-11', { events: [asked('2026-05-13'), clarified('2026-05-20')] })
    expect(found).to.include({
      clarificationDue: '2026-05-15',
      admittedOn: '2026-05-20',
      clarificationLate: true,
      responseDue: '2026-06-03',
      awaitingClarification: false,
    })
  })

  it('given on a Saturday counts as given on the Monday', () => {
    const found = deadlines('2026-05-11', { events: [asked('2026-05-13', 3), clarified('2026-05-16')] })
    expect(found).to.include({
      admittedOn: '2026-05-18',
      clarificationDue: '2026-05-18',
      clarificationLate: false,
    })
  })

  it('awaited says so, and shows the day without it', () => {
    expect(deadlines('2026-05-11', { events: [asked('2026-05-13', null)] })).to.include({
      awaitingClarification: true,
      clarificationDue: '2026-05-15',
      admittedOn: null,
      responseDue: '2026-05-25',
      responseDueWithoutSuspension: '2026-05-25',
    })
  })

  it('asked for twice is awaited again, and then counts from the last', () => {
    const first = [asked('2026-05-12'), clarified('2026-05-13'), asked('2026-05-18')]
    expect(deadlines('2026-05-11', { events: first })).to.include({
      awaitingClarification: true,
      admittedOn: null,
    })
    expect(deadlines('2026-05-11', { events: [...first, clarified('2026-05-19')] })).to.include({
      admittedOn: '2026-05-19',
      clarificationDue: '2026-05-20',
      responseDue: '2026-06-02',
      responseDueWithoutSuspension: '2026-05-25',
    })
  })

  it('that nobody asked for changes nothing', () => {
    expect(deadlines('2026-05-11', { events: [clarified('2026-05-13')] })).to.include({
      admittedOn: null,
      clarificationDue: null,
      responseDue: '2026-05-25',
      responseDueWithoutSuspension: null,
    })
  })

  it('leaves the term running where the office reads the law so', () => {
    const policy = { clarification: 'no-suspension' } as const
    const found = deadlines('2026-05-11', { events: [asked('2026-05-13')], policy })
    expect(found).to.include({ responseDue: '2026-05-25', awaitingClarification: false })
  })

  it('opens the window of the extension anew', () => {
    const found = deadlines('2026-05-11', { events: [asked('2026-05-13'), clarified('2026-05-15')] })
    expect(found).to.include({ extensionNoticeFrom: '2026-05-27', extensionNoticeBy: '2026-05-28' })
  })
})

describe('an extension', () => {
  it('notified after the term had ended has no effect and is flagged', () => {
    const found = deadlines('2026-02-02', { events: [extended('2026-02-17')] })
    expect(found).to.include({
      extensionValid: false,
      extendedResponseDue: null,
      finalResponseDue: '2026-02-16',
      overdueFrom: '2026-02-17',
    })
  })

  it('granted for fewer days ends sooner, and silence counts from there', () => {
    const found = deadlines('2026-02-02', { events: [extended('2026-02-12', 4)] })
    expect(found).to.include({
      extensionValid: true,
      extendedResponseDue: '2026-02-20',
      overdueFrom: '2026-02-21',
      fictaDeliveryDue: '2026-03-06',
      silenceReviewFileBy: '2026-03-13',
    })
  })

  it('counts once, in order of notice, however the events are listed', () => {
    const found = deadlines('2026-02-02', { events: [extended('2026-02-13', 10), extended('2026-02-12', 2)] })
    expect(found.extendedResponseDue).to.equal('2026-02-18')
    expect(found.extensions.map(({ defects }) => defects)).to.eql([[], ['second']])
    expect(found.extensionValid).to.equal(false)
  })

  it('is counted in calendar days where the terms are', () => {
    const policy = { dayUnit: 'calendar' } as const
    const found = deadlines('2026-02-02', { events: [extended('2026-02-10')], policy })
    expect(found.extendedResponseDue).to.equal('2026-02-22')
  })

  for (const kind of ['habeas_access', 'habeas_modify'] as const) {
    it(`does not exist for ${kind}`, () => {
      expect(deadlines('2026-02-02', { kind, events: [extended('2026-02-12')] })).to.include({
        extensionNoticeFrom: null,
        extensionNoticeBy: null,
        extensionValid: null,
        extendedResponseDue: null,
      })
    })
  }
})

describe('silence', () => {
  it('has no terms where the answer came on the last day', () => {
    const found = deadlines('2026-02-02', { events: [answered('2026-02-16T23:00:00-06:00')] })
    expect(found).to.include({
      fictaDeliveryDue: null,
      silenceReviewFileBy: null,
      reviewFileBy: '2026-03-09',
    })
  })

  it('has them where it came a day late', () => {
    const found = deadlines('2026-02-02', { events: [answered('2026-02-17')] })
    expect(found).to.include({ fictaDeliveryDue: '2026-03-02', silenceReviewFileBy: '2026-03-09' })
  })

  it('opens the review at the end of the free delivery where the office reads it so', () => {
    expect(deadlines('2026-02-02', { policy: fromFicta }).silenceReviewFileBy).to.equal('2026-03-23')
  })

  it('owes no delivery for a change of data, and can be reviewed all the same', () => {
    const found = deadlines('2026-02-02', { kind: 'habeas_modify', policy: fromFicta })
    expect(found).to.include({ fictaDeliveryDue: null, silenceReviewFileBy: '2026-04-08' })
  })
})

describe('the review', () => {
  it('is filed within 15 working days of a notice, even one on a Saturday', () => {
    const found = deadlines('2026-02-02', { events: [answered('2026-02-14')] })
    expect(found.reviewFileBy).to.equal('2026-03-06')
  })

  it('filed on a Sunday counts from the Monday', () => {
    const found = deadlines('2026-02-02', { events: [answered('2026-02-16'), filed('2026-02-22')] })
    expect(found.reviewDecisionDue).to.equal('2026-03-02')
  })

  const decisions = [
    ['revoked must be complied with', decided('2026-03-02', 'revoca'), {}, '2026-03-09'],
    ['varied too', decided('2026-03-02', 'modifica'), {}, '2026-03-09'],
    ['of unknown sense, to be safe', decided('2026-03-02', null), {}, '2026-03-09'],
    ['upheld leaves nothing to comply with', decided('2026-03-02', 'confirma'), {}, null],
    [
      'from the decision',
      decided('2026-03-02', 'revoca', '2026-02-26'),
      { complianceFrom: 'decision' },
      '2026-03-05',
    ],
    [
      'from the notice where the decision has no day',
      decided('2026-03-02', 'revoca'),
      { complianceFrom: 'decision' },
      '2026-03-09',
    ],
    ['from the notice by default', decided('2026-03-02', 'revoca', '2026-02-26'), {}, '2026-03-09'],
  ] as const

  for (const [title, event, policy, due] of decisions) {
    it(title, () => {
      expect(deadlines('2026-02-02', { events: [event], policy }).complianceDue).to.equal(due)
    })
  }

  it('has no days before anything was notified', () => {
    expect(deadlines('2026-02-02')).to.include({
      reviewFileBy: null,
      reviewDecisionDue: null,
      complianceDue: null,
    })
  })
})

describe('terms', () => {
  it('do not depend on the order in which the events are listed', () => {
    const events = [
      asked('2026-05-13'),
      clarified('2026-05-15'),
      extended('2026-05-27', 5),
      answered('2026-06-12'),
      filed('2026-06-20'),
      decided('2026-06-26', 'revoca'),
    ]
    const inOrder = deadlines('2026-05-11', { events })
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        expect(deadlines('2026-05-11', { events: shuffled })).to.eql(inOrder)
      }),
    )
  })

  it('cannot be counted past the known calendar', () => {
    expect(() => deadlines('2060-12-20')).to.throw(RangeError, '2060-12-31')
  })

  it('take the law at its word on the unit', () => {
    const calendar = officeCalendar(
      { inCapital: true, closures: [] },
      { ...defaultPolicy, dayUnit: 'calendar' },
    )
    const start = calendarDate('2026-02-06')
    expect(termEnd(start, laip.reviewDecision, calendar)).to.equal('2026-02-11')
    expect(termEnd(start, laip.accessToOwnData, calendar)).to.equal('2026-02-20')
  })
})
