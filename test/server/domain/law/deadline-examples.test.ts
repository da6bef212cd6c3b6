import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { workingCalendar } from '../../../../server/domain/calendar/working-calendar.ts'
import { defaultPolicy } from '../../../../server/domain/law/counting-policy.ts'
import { deadlinesFor, type DeadlineEvent, type Deadlines } from '../../../../server/domain/law/deadlines.ts'
import { rulesOf, type RequestKind } from '../../../../server/domain/law/laip.ts'
import { policyAlternative } from '../../../../server/domain/law/policy-alternatives.ts'
import { articleFortyEightDue, officeCalendar } from '../../../../server/domain/law/terms.ts'
import file from '../../../fixtures/law/deadline-examples.json' with { type: 'json' }

interface WrittenEvent {
  readonly type: string
  readonly at: string
  readonly days?: number
}

interface Example {
  readonly id: string
  readonly description: string
  readonly kind: string
  readonly receivedAt: string
  readonly calendar: { readonly capital: boolean; readonly adhoc: boolean }
  readonly events: readonly WrittenEvent[]
  readonly expected: object
  readonly countedDays: readonly string[]
  readonly alternatives: object
}

const examples: readonly Example[] = file.examples

function toEvent({ type, at, days = 0 }: WrittenEvent): DeadlineEvent {
  const instant = new Date(at)
  switch (type) {
    case 'extension_notified':
      return { type, at: instant, days, motivated: null }
    case 'clarification_requested':
      return { type, at: instant, days }
    case 'review_decision_notified':
      return { type, at: instant, outcome: 'revoca', decidedOn: null }
    case 'clarification_received':
    case 'resolution_notified':
    case 'review_filed':
      return { type, at: instant }
    default:
      throw new Error(`The examples have a new event: ${type}`)
  }
}

function isKind(text: string): text is RequestKind {
  return Object.hasOwn(rulesOf, text)
}

function count(example: Example, alternativeName = 'default'): Deadlines {
  const alternative = policyAlternative(alternativeName)
  if (!alternative || !isKind(example.kind)) throw new Error(`Unknown: ${alternativeName} or ${example.kind}`)
  const policy = { ...defaultPolicy, ...alternative.policy }
  const { capital, adhoc } = example.calendar
  const office = { inCapital: capital, closures: adhoc ? knownClosures : [], ...alternative.office }
  return deadlinesFor({
    kind: example.kind,
    receivedAt: new Date(example.receivedAt),
    events: example.events.map(toEvent),
    calendar: officeCalendar(office, policy),
    policy,
  })
}

describe('the worked examples', () => {
  it('are all there', () => {
    const alternatives = examples.flatMap(example => Object.keys(example.alternatives))
    expect([examples.length, alternatives.length]).to.eql([18, 8])
  })

  for (const example of examples) {
    it(`${example.id}: ${example.description}`, () => {
      const deadlines = count(example)
      const counted = deadlines.ledger.filter(day => day.counted).map(({ date }) => String(date))
      expect(deadlines).to.deep.include(example.expected)
      expect(counted).to.eql(example.countedDays)
    })

    for (const [name, expected] of Object.entries(example.alternatives)) {
      it(`${example.id}, read as ${name}`, () => {
        expect(count(example, name)).to.deep.include(expected)
      })
    }
  }

  for (const [year, due] of Object.entries(file.meta.annualReportDue)) {
    it(`the annual report on ${year} is due on ${due}`, () => {
      const calendar = workingCalendar({ inCapital: true, closures: [] })
      expect(articleFortyEightDue(Number(year), calendar)).to.equal(calendarDate(due))
    })
  }
})
