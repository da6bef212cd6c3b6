import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { allowedActions, decide, type AskedAct } from '../../../../server/domain/request/decide.ts'
import {
  eventTypes,
  roles,
  statableFacts,
  type Actor,
  type EventType,
  type RequestEvent,
  type Role,
} from '../../../../server/domain/request/events.ts'
import { foldRequest } from '../../../../server/domain/request/fold.ts'
import { foldedFieldsOf } from '../../../../server/domain/request/folded-fields.ts'
import { stateOn } from '../../../../server/domain/request/state-on.ts'
import { outcomes, requestKinds, requestStates } from '../../../../server/domain/request/states.ts'
import { did, history, lawOf, officer, stamped, system, then } from '../../../support/history.ts'

const laws = [
  lawOf(),
  lawOf({ clarification: 'no-suspension', complianceFrom: 'decision' }),
  lawOf({ silenceReview: 'from-ficta-end', dayUnit: 'calendar' }),
]

function actorIn(role: Role, user: string): Actor {
  const isUnit = role === 'uip_officer' || role === 'uip_head'
  const isMember = role === 'organisation_member' || role === 'organisation_admin'
  return {
    userId: user,
    role,
    organisationId: isMember ? 'org-1' : null,
    institutionId: isUnit ? 'ins-1' : null,
  }
}

const anyAct = fc.record({
  type: fc.constantFrom<EventType | 'delete' | 'close'>(
    ...eventTypes,
    'delete',
    'close',
    'resolved',
    'notified',
    'review_filed',
    'stated',
    'stated',
    'corrected',
  ),
  role: fc.constantFrom(...roles, 'uip_head', 'uip_head', 'organisation_member', 'organisation_member'),
  user: fc.constantFrom('a', 'b'),
  forward: fc.oneof(fc.nat(6), fc.nat(40)),
  back: fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -3, max: 60 }), fc.constant(9_000)),
  days: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constantFrom(-1, 0, 0.5, 11, 1e9, Number.NaN)),
  outcome: fc.constantFrom(...outcomes),
  fact: fc.constantFrom(...statableFacts),
  target: fc.nat(12),
  shift: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(-9_000, 9_000)),
  proven: fc.boolean(),
  at: fc.constantFrom(null, new Date('2026-03-01T05:00:00Z'), new Date('2031-01-01T05:00:00Z')),
})

type Asked = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

function askedAct(choice: Asked, on: string, events: readonly RequestEvent[]): AskedAct {
  const { type, days, outcome, fact, target, shift, proven, at } = choice
  const evidence = proven ? stamped : []
  const more = { evidence, occurredAt: at }
  switch (type) {
    case 'delete':
    case 'close':
      return { type, occurredOn: calendarDate(on) }
    case 'extended':
    case 'clarification_requested':
      return { ...did(type, on, { days }), ...more }
    case 'resolved':
      return { ...did(type, on, { outcome, classificationResolution: 'R-1' }), ...more }
    case 'stated':
      return { ...did(type, on, { fact, days, outcome }), ...more }
    case 'corrected': {
      const corrects = events[target % events.length]
      const occurredOn = addDays(calendarDate(corrects?.occurredOn ?? on), shift)
      return {
        ...did(type, on, { corrects: corrects?.id ?? '', occurredOn, occurredAt: at, approvedBy: 'c' }),
        ...more,
      }
    }
    default:
      return { ...did(type, on), ...more }
  }
}

describe('deciding', () => {
  it('never throws, and what it lets through always folds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...laws),
        fc.constantFrom(...requestKinds),
        fc.array(anyAct, { maxLength: 14 }),
        (law, kind, choices) => {
          let events: readonly RequestEvent[] = history('2026-02-02', [], { kind })
          let today = calendarDate('2026-02-02')
          for (const choice of choices) {
            today = addDays(today, choice.forward)
            const act = askedAct(choice, addDays(today, -choice.back), events)
            const actor = actorIn(choice.role, choice.user)
            const decision = decide({ id: 'r', events }, act, actor, today, law)
            if (!decision.ok) {
              expect(requestStates).to.include(decision.state)
              continue
            }
            for (const each of decision.acts) {
              const isTimes = each.type === 'lapsed' || each.type === 'closed'
              events = then(events, [each], isTimes ? system : actor)
            }
            const fields = foldedFieldsOf({ id: 'r', title: 't', reference: 'x', events }, law, today)
            expect(requestStates).to.include(fields.state)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it('is asked of an institution only what it can do: every act on offer is in the table', () => {
    for (const role of roles) {
      for (const state of requestStates) {
        const open = allowedActions(actorIn(role, 'a'), state, lawOf().policy)
        expect(new Set(open).size).to.equal(open.length)
        if (['regulator', 'coordinator', 'system_admin', 'public'].includes(role)) expect(open).to.eql([])
      }
    }
    expect(allowedActions(system, 'en_prevencion', laws[0]?.policy ?? lawOf().policy)).to.eql([])
    expect(allowedActions(system, 'presentada', lawOf().policy)).to.eql(['lapsed'])
    expect(allowedActions(system, 'en_prevencion', lawOf({ clarification: 'no-suspension' }).policy)).to.eql([
      'lapsed',
    ])
  })

  it('writes down what had passed before a late answer, in its order', () => {
    const events = history('2026-02-02', [did('admitted', '2026-02-03')])
    const decision = decide(
      { id: 'r', events },
      did('resolved', '2026-03-05'),
      officer,
      calendarDate('2026-03-06'),
      lawOf(),
    )
    expect(decision.ok && decision.acts.map(({ type, occurredOn }) => `${type} ${occurredOn}`)).to.eql([
      'lapsed 2026-02-17',
      'lapsed 2026-03-03',
      'resolved 2026-03-05',
    ])
  })

  it('takes acts of one day in the order of the law, and leaves the state that it allowed', () => {
    const done = [
      did('admitted', '2026-02-02'),
      did('resolved', '2026-02-02', { outcome: 'inexistencia' }),
      did('notified', '2026-02-02'),
      did('review_filed', '2026-02-02'),
      did('review_decided', '2026-02-02'),
      did('review_notified', '2026-02-02'),
      did('amparo_noted', '2026-02-02'),
      did('complied', '2026-02-02'),
      did('withdrawn', '2026-02-02'),
    ]
    const request = foldRequest(history('2026-02-02', done), lawOf())
    expect(request.unfit).to.eql([])
    expect(stateOn(request, calendarDate('2026-02-02'))).to.equal('desistida')
  })
})
