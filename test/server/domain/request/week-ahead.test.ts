import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { weekAhead, type Pending } from '../../../../server/domain/request/week-ahead.ts'
import type { ClockId, RequestState } from '../../../../server/domain/request/states.ts'
import { lawOf } from '../../../support/history.ts'

const law = lawOf()

function pending(
  id: string,
  clock: ClockId | null,
  dueOn: string,
  { state = 'en_tramite', kind = 'access' }: { state?: RequestState; kind?: Pending['kind'] } = {},
): Pending {
  const deadline = clock && { clock, dueOn: calendarDate(dueOn) }
  return { id, kind, state, receivedOn: calendarDate('2026-11-09'), deadline }
}

/** Monday 23 November 2026; no day off in its week. */
function warned(...requests: Pending[]): string[] {
  return weekAhead(requests, law, calendarDate('2026-11-23')).map(
    ({ kind, on, ids }) => `${on} ${kind} ${ids.join(',')}`,
  )
}

describe('the week ahead of a unit', () => {
  const cases: readonly (readonly [string, Pending[], string[]])[] = [
    ['nothing pending', [], []],
    ['a term without a date', [pending('a', null, '2026-11-26')], []],
    ['what broke before today', [pending('a', 'K1', '2026-11-20')], []],
    [
      'today, a silence; its extension is too late',
      [pending('a', 'K1', '2026-11-23')],
      ['2026-11-23 silencio a'],
    ],
    [
      'tomorrow, a silence; today is the last day to notify an extension',
      [pending('a', 'K1', '2026-11-24')],
      ['2026-11-23 prorroga a', '2026-11-24 silencio a'],
    ],
    [
      'Wednesday: tomorrow is the last day to notify',
      [pending('a', 'K1', '2026-11-25'), pending('b', 'K1', '2026-11-25')],
      ['2026-11-24 prorroga a,b', '2026-11-25 silencio a,b'],
    ],
    ['Thursday: the notice can wait', [pending('a', 'K1', '2026-11-26')], ['2026-11-26 silencio a']],
    ['the fifth working day', [pending('a', 'K1', '2026-11-30')], ['2026-11-30 silencio a']],
    ['the sixth', [pending('a', 'K1', '2026-12-01')], []],
    [
      'extended already',
      [pending('a', 'K3', '2026-11-25', { state: 'prorrogada' })],
      ['2026-11-25 silencio a'],
    ],
    [
      'not admitted: nothing can be extended yet',
      [pending('a', 'K1', '2026-11-25', { state: 'presentada' })],
      ['2026-11-25 silencio a'],
    ],
    [
      'one’s own data: no extension is written',
      [pending('a', 'K1', '2026-11-25', { kind: 'habeas_access' })],
      ['2026-11-25 silencio a'],
    ],
    [
      'delivery, review and compliance, by day',
      [
        pending('k7', 'K7', '2026-11-27'),
        pending('k4', 'K4', '2026-11-24'),
        pending('k6', 'K6', '2026-11-24'),
      ],
      ['2026-11-24 entrega k4', '2026-11-24 revision k6', '2026-11-27 cumplimiento k7'],
    ],
    ['the requester’s own days', [pending('a', 'K2', '2026-11-24'), pending('b', 'K5', '2026-11-24')], []],
  ]

  for (const [title, requests, expected] of cases) {
    it(title, () => {
      expect(warned(...requests)).to.eql(expected)
    })
  }
})
