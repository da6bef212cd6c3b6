import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { decide } from '../../../../server/domain/request/decide.ts'
import {
  roles,
  type Act,
  type Actor,
  type RequestEvent,
  type Role,
} from '../../../../server/domain/request/events.ts'
import { foldRequest } from '../../../../server/domain/request/fold.ts'
import { stateOn } from '../../../../server/domain/request/state-on.ts'
import { requestStates, type RequestState } from '../../../../server/domain/request/states.ts'
import { actionsFrom, transitionFor } from '../../../../server/domain/request/transitions.ts'
import { did, history, lawOf, told } from '../../../support/history.ts'

const law = lawOf()
/** One day, far from any due day of its own making, on which every act of these tests takes place. */
interface Place {
  readonly events: readonly RequestEvent[]
  readonly on: string
}

const answered = [did('admitted', '2026-02-03'), did('resolved', '2026-02-10')]
const notified = [...answered, did('notified', '2026-02-11')]
const refused = [
  did('admitted', '2026-02-03'),
  did('resolved', '2026-02-10', { outcome: 'inexistencia' }),
  did('notified', '2026-02-11'),
]
const reviewed = [...refused, did('review_filed', '2026-02-12')]
const decided = [...reviewed, did('review_decided', '2026-02-13'), did('review_notified', '2026-02-13')]

/** A history that leads to each state, and a day on which it is in it. */
const inState: Readonly<Record<RequestState, Place>> = {
  presentada: { events: history('2026-02-02'), on: '2026-02-04' },
  en_prevencion: {
    events: history('2026-02-02', [did('clarification_requested', '2026-02-03')]),
    on: '2026-02-09',
  },
  en_tramite: { events: history('2026-02-02', [did('admitted', '2026-02-03')]), on: '2026-02-12' },
  prorrogada: {
    events: history('2026-02-02', [did('admitted', '2026-02-03'), did('extended', '2026-02-12')]),
    on: '2026-02-18',
  },
  resuelta: { events: history('2026-02-02', answered), on: '2026-02-11' },
  notificada: { events: history('2026-02-02', notified), on: '2026-02-12' },
  entregada: {
    events: history('2026-02-02', [...notified, did('delivered', '2026-02-12')]),
    on: '2026-02-13',
  },
  vencida_ficta: { events: history('2026-02-02'), on: '2026-02-18' },
  ficta_incumplida: { events: history('2026-02-02'), on: '2026-03-10' },
  en_revision: { events: history('2026-02-02', reviewed), on: '2026-02-13' },
  revision_resuelta: { events: history('2026-02-02', decided), on: '2026-02-16' },
  revision_vencida: { events: history('2026-02-02', reviewed), on: '2026-02-24' },
  cumplida: { events: history('2026-02-02', [...decided, did('complied', '2026-02-17')]), on: '2026-02-17' },
  incumplida: { events: history('2026-02-02', decided), on: '2026-02-25' },
  en_amparo: {
    events: history('2026-02-02', [...decided, did('amparo_noted', '2026-02-17')]),
    on: '2026-02-18',
  },
  remitida: { events: history('2026-02-02', [did('referred', '2026-02-03')]), on: '2026-02-04' },
  desistida: { events: history('2026-02-02', [did('withdrawn', '2026-02-03')]), on: '2026-02-04' },
  cerrada: { events: history('2026-02-02', notified), on: '2026-03-10' },
}

const acts = {
  admit: did('admitted', '2026-02-04'),
  'ask to clarify': did('clarification_requested', '2026-02-04'),
  clarify: did('clarified', '2026-02-04'),
  dismiss: did('resolved', '2026-02-04', { outcome: 'desechada' }),
  assign: did('assigned', '2026-02-04'),
  refer: did('referred', '2026-02-04'),
  extend: did('extended', '2026-02-04'),
  resolve: did('resolved', '2026-02-04'),
  notify: did('notified', '2026-02-04'),
  deliver: did('delivered', '2026-02-04'),
  'seek review': did('review_filed', '2026-02-04'),
  'fix defects': did('review_defects_fixed', '2026-02-04'),
  'decide the review': did('review_decided', '2026-02-04'),
  'notify the decision': did('review_notified', '2026-02-04'),
  comply: did('complied', '2026-02-04'),
  'note the amparo': did('amparo_noted', '2026-02-04'),
  withdraw: did('withdrawn', '2026-02-04'),
} satisfies Record<string, Act>

type ActName = keyof typeof acts
const actNames: readonly ActName[] = [
  'admit',
  'ask to clarify',
  'clarify',
  'dismiss',
  'assign',
  'refer',
  'extend',
  'resolve',
  'notify',
  'deliver',
  'seek review',
  'fix defects',
  'decide the review',
  'notify the decision',
  'comply',
  'note the amparo',
  'withdraw',
]

type Side = 'requester' | 'unit' | 'authority'
type Row = readonly [number, readonly RequestState[], ActName, RequestState | 'same', readonly Side[]]

/** Row, from, act, to, whose. Typed from the table of the law, not from the code. Rows 12, 14, 18, 20, 22 are time's. */
const lawRows: readonly Row[] = [
  [2, ['presentada'], 'ask to clarify', 'en_prevencion', ['unit']],
  [3, ['en_prevencion'], 'clarify', 'en_tramite', ['requester']],
  [4, ['en_prevencion'], 'dismiss', 'resuelta', ['unit']],
  [5, ['presentada'], 'admit', 'en_tramite', ['unit']],
  [6, ['presentada', 'en_tramite'], 'assign', 'same', ['unit']],
  [7, ['presentada'], 'refer', 'remitida', ['unit']],
  [8, ['en_tramite'], 'extend', 'prorrogada', ['unit']],
  [9, ['en_tramite', 'prorrogada'], 'resolve', 'resuelta', ['unit']],
  [10, ['resuelta'], 'notify', 'notificada', ['unit']],
  [11, ['notificada'], 'deliver', 'entregada', ['unit', 'requester']],
  [13, ['vencida_ficta'], 'resolve', 'resuelta', ['unit']],
  [
    15,
    ['notificada', 'entregada', 'vencida_ficta', 'ficta_incumplida'],
    'seek review',
    'en_revision',
    ['requester'],
  ],
  [16, ['en_revision'], 'fix defects', 'same', ['authority']],
  [17, ['en_revision'], 'decide the review', 'revision_resuelta', ['authority']],
  [19, ['revision_resuelta'], 'comply', 'cumplida', ['unit']],
  [
    21,
    ['revision_resuelta', 'revision_vencida', 'incumplida'],
    'note the amparo',
    'en_amparo',
    ['requester'],
  ],
  [
    23,
    requestStates.filter(state => !['remitida', 'desistida', 'cerrada'].includes(state)),
    'withdraw',
    'desistida',
    ['requester'],
  ],
]

/** What the table leaves open. Each has its reason beside it in transitions.ts. */
const addedRows: readonly Row[] = [
  // Silence does not end the duty to answer (44, 45).
  [13, ['ficta_incumplida'], 'resolve', 'resuelta', ['unit']],
  // A decision out of time is still a decision (58).
  [17, ['revision_vencida'], 'decide the review', 'revision_resuelta', ['authority']],
  // "On notice start K7": the notice is an act of its own.
  [17, ['revision_resuelta'], 'notify the decision', 'same', ['authority']],
  // The order to deliver outlives its term and the amparo (60).
  [19, ['incumplida'], 'comply', 'cumplida', ['unit']],
  [19, ['en_amparo'], 'comply', 'same', ['unit']],
]

const sidesOf: Readonly<Record<Role, readonly Side[]>> = {
  organisation_member: ['requester'],
  organisation_admin: ['requester'],
  uip_officer: ['unit'],
  uip_head: ['unit', 'authority'],
  regulator: [],
  coordinator: [],
  system_admin: [],
  system: [],
  public: [],
}

function actorIn(role: Role): Actor {
  const sides = sidesOf[role]
  return {
    userId: `user-${role}`,
    role,
    organisationId: sides.includes('requester') ? 'org-1' : null,
    institutionId: sides.includes('unit') ? 'ins-1' : null,
  }
}

function rowFor(state: RequestState, act: ActName, rows = [...lawRows, ...addedRows]): Row | undefined {
  return rows.find(([, from, name]) => name === act && from.includes(state))
}

describe('the 23 transitions', () => {
  for (const state of requestStates) {
    it(`${state} is reached by its history`, () => {
      const { events, on } = inState[state]
      expect(stateOn(foldRequest(events, law), calendarDate(on))).to.equal(state)
    })
  }

  for (const state of requestStates) {
    for (const name of actNames) {
      const row = rowFor(state, name)
      for (const role of roles) {
        const isAllowed = row !== undefined && sidesOf[role].some(side => row[4].includes(side))
        const outcome = row && isAllowed ? `leads to ${row[3]} by row ${row[0]}` : 'is refused'
        it(`${state}: ${name} by ${role} ${outcome}`, () => {
          const { events, on } = placeFor(state, name)
          const act = { ...acts[name], occurredOn: calendarDate(on) }
          const decision = decide({ id: 'r', events }, act, actorIn(role), calendarDate(on), law)
          expect(decision.ok).to.equal(isAllowed)
        })
      }
      if (!row) continue
      it(`${state}: ${name} moves the fold as row ${row[0]} says`, () => {
        const { events, on } = placeFor(state, name)
        const after = [
          ...events,
          ...history('2026-02-02', [{ ...acts[name], occurredOn: calendarDate(on) }]).slice(1),
        ]
        const to = row[3] === 'same' ? state : row[3]
        expect(stateOn(foldRequest(after, law), calendarDate(on))).to.equal(to)
      })
    }
  }

  /** The decision of a review is notified once: to notify it, take a history in which it was not. */
  function placeFor(state: RequestState, name: ActName): Place {
    if (state !== 'revision_resuelta' || name !== 'notify the decision') return inState[state]
    return {
      ...inState[state],
      events: inState[state].events.filter(({ type }) => type !== 'review_notified'),
    }
  }

  it('the code has these rows and no other', () => {
    const names = new Map(actNames.map(name => [name === 'dismiss' ? 'resolve' : name, acts[name].type]))
    const typed = [...lawRows, ...addedRows].flatMap(([number, from, name, to, sides]) =>
      from.flatMap(state => sides.map(side => `${number} ${side} ${state} ${acts[name].type} ${to}`)),
    )
    const coded = (['requester', 'unit', 'authority'] as const).flatMap(side =>
      requestStates.flatMap(state =>
        actionsFrom(side, state).map(type => {
          const transition = transitionFor(side, state, type)
          return `${transition?.row} ${side} ${state} ${type} ${transition?.to}`
        }),
      ),
    )
    expect(names.size).to.equal(16)
    expect(coded.toSorted()).to.eql(typed.toSorted())
  })
})

describe('the clocks of the table', () => {
  const actors = ['requester', 'unit', 'authority'] as const
  for (const state of requestStates) {
    for (const name of actNames) {
      const row = [...lawRows, ...addedRows].find(([, from, act]) => act === name && from.includes(state))
      if (!row) continue
      it(`${state}: ${name} starts and stops those that it says`, () => {
        const { events, on } = inState[state]
        const known =
          name === 'notify the decision' ? events.filter(({ type }) => type !== 'review_notified') : events
        const act = { ...acts[name], occurredOn: calendarDate(on) }
        const after = foldRequest([...known, ...history('2026-02-02', [act]).slice(1)], law).clocks
        const before = foldRequest(known, law).clocks.filter(({ begunOn }) => begunOn <= on)
        const party = actors.find(each => transitionFor(each, state, act.type) !== undefined)
        const transition = transitionFor(party ?? 'unit', state, act.type)
        const started = after
          .filter(({ begunOn }) => begunOn === on)
          .slice(before.filter(({ begunOn }) => begunOn === on).length)
        const stopped = before.flatMap(({ id, stoppedOn }, index) =>
          stoppedOn === null && after[index]?.stoppedOn === on ? [id] : [],
        )
        expect(started.map(({ id }) => id)).to.eql(transition?.starts)
        expect(transition?.stops).to.include.members(stopped)
      })
    }
  }
})

describe('what time alone does', () => {
  const rows = [
    [12, 'presentada', [], '2026-02-16', 'vencida_ficta'],
    [12, 'en_tramite', [did('admitted', '2026-02-03')], '2026-02-16', 'vencida_ficta'],
    [
      12,
      'prorrogada',
      [did('admitted', '2026-02-03'), did('extended', '2026-02-12', { days: 5 })],
      '2026-02-23',
      'vencida_ficta',
    ],
    [14, 'vencida_ficta', [], '2026-03-02', 'ficta_incumplida'],
    [18, 'en_revision', reviewed, '2026-02-19', 'revision_vencida'],
    [20, 'revision_resuelta', decided, '2026-02-20', 'incumplida'],
    [22, 'notificada', notified, '2026-03-04', 'cerrada'],
    [22, 'entregada', [...notified, did('delivered', '2026-02-12')], '2026-03-04', 'cerrada'],
    [22, 'cumplida', [...decided, did('complied', '2026-02-17')], '2026-02-17', 'cerrada'],
  ] as const

  for (const [row, from, done, lastDay, to] of rows) {
    it(`row ${row}: ${from} until the end of ${lastDay}, then ${to}`, () => {
      const request = foldRequest(history('2026-02-02', done), law)
      const last = calendarDate(lastDay)
      const next = calendarDate(new Date(Date.parse(lastDay) + 86_400_000).toISOString().slice(0, 10))
      expect([stateOn(request, last), stateOn(request, next)]).to.eql([from, to])
    })
  }

  it('a clarification that is awaited never lapses where it suspends the term', () => {
    const request = foldRequest(inState.en_prevencion.events, law)
    expect(stateOn(request, calendarDate('2027-02-02'))).to.equal('en_prevencion')
  })

  it('row 12 under the reading by which it does not suspend it', () => {
    const request = foldRequest(inState.en_prevencion.events, lawOf({ clarification: 'no-suspension' }))
    expect(stateOn(request, calendarDate('2026-02-16'))).to.equal('en_prevencion')
    expect(stateOn(request, calendarDate('2026-02-17'))).to.equal('vencida_ficta')
  })

  for (const state of ['en_amparo', 'remitida', 'desistida', 'cerrada'] as const) {
    it(`${state} stays as it is`, () => {
      expect(stateOn(foldRequest(inState[state].events, law), calendarDate('2030-01-01'))).to.equal(state)
    })
  }

  it("the organisation's word that it was answered leads on from a request nobody admitted", () => {
    const request = foldRequest(history('2026-02-02', [told('notified', '2026-02-10')]), law)
    expect(stateOn(request, calendarDate('2026-02-10'))).to.equal('notificada')
  })
})
