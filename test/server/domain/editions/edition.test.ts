import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { workingCalendar } from '../../../../server/domain/calendar/working-calendar.ts'
import {
  decidePublication,
  decideReply,
  invitationsFor,
  type EditionState,
} from '../../../../server/domain/editions/edition.ts'

const day = calendarDate
const invitations = [
  { institutionId: 'a', until: day('2026-04-13') },
  { institutionId: 'b', until: day('2026-04-14') },
]

describe('the terms to reply to an edition', () => {
  it('are working days by each calendar: 15 August is a day off in the capital', () => {
    const [capital, elsewhere] = [true, false].map(inCapital => workingCalendar({ inCapital, closures: [] }))
    if (!capital || !elsewhere) throw new Error('no calendars')
    const offices = [
      { id: 'a', calendar: capital },
      { id: 'b', calendar: elsewhere },
    ]
    // 15 August 2025 is a Friday.
    expect(invitationsFor(offices, day('2025-08-14'), 1).map(({ until }) => until)).to.eql([
      '2025-08-18',
      '2025-08-15',
    ])
  })
})

describe('a reply to an edition', () => {
  const rows: readonly (readonly [
    title: string,
    state: EditionState,
    who: string,
    today: string,
    expected: string,
  ])[] = [
    ['on the last day', 'in_reply', 'a', '2026-04-13', 'ok'],
    ['a day late', 'in_reply', 'a', '2026-04-14', 'reply-term-over'],
    ['by one whose term runs longer', 'in_reply', 'b', '2026-04-14', 'ok'],
    ['by one who is not in it', 'in_reply', 'c', '2026-04-13', 'not-found'],
    ['to a draft', 'draft', 'a', '2026-04-10', 'edition-not-in-that-state'],
    ['to a published one', 'published', 'a', '2026-04-10', 'edition-not-in-that-state'],
  ]
  for (const [title, state, who, today, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      const decision = decideReply({ state, invitations }, who, day(today))
      expect(decision.ok ? 'ok' : decision.refusal).to.equal(expected)
    })
  }
})

describe('the publication of an edition', () => {
  const ready = {
    ...{ state: 'in_reply' as EditionState, to: day('2026-03-31'), asOf: day('2026-04-06') },
    invitations,
    supersedes: null as string | null,
    changes: [] as { what: string; why: string }[],
    repliedIds: ['a', 'b'],
    challenges: [] as { state: 'abierta' | 'admitida' | 'rechazada' }[],
  }
  const rows: readonly (readonly [
    title: string,
    change: Partial<typeof ready>,
    today: string,
    expected: string,
  ])[] = [
    ['everyone has replied', {}, '2026-04-07', 'ok'],
    ['one is awaited on its last day', { repliedIds: ['a'] }, '2026-04-14', 'reply-term-running'],
    ['one never replied', { repliedIds: ['a'] }, '2026-04-15', 'ok'],
    ['a challenge is open', { challenges: [{ state: 'abierta' }] }, '2026-04-15', 'challenge-open'],
    [
      'challenges are decided',
      { challenges: [{ state: 'admitida' }, { state: 'rechazada' }] },
      '2026-04-15',
      'ok',
    ],
    ['a correction says nothing', { supersedes: 'x' }, '2026-04-15', 'changes-required'],
    [
      'a correction says what',
      { supersedes: 'x', changes: [{ what: 'T1', why: 'fecha' }] },
      '2026-04-15',
      'ok',
    ],
    ['the period ended on the cut-off day', { asOf: day('2026-03-31') }, '2026-04-15', 'ok'],
    ['the period was not over', { asOf: day('2026-03-30') }, '2026-04-15', 'period-not-over'],
    ['a draft', { state: 'draft' }, '2026-04-15', 'edition-not-in-that-state'],
    ['published before', { state: 'published' }, '2026-04-15', 'edition-not-in-that-state'],
  ]
  for (const [title, change, today, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      const decision = decidePublication({ ...ready, ...change }, day(today))
      expect(decision.ok ? 'ok' : decision.refusal).to.equal(expected)
    })
  }
})
