import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import type { RequestEvent } from '../../../../server/domain/request/events.ts'
import { foldedFieldsOf } from '../../../../server/domain/request/folded-fields.ts'
import { did, history, lawOf, member, officer, then, told } from '../../../support/history.ts'

const law = lawOf()
const fields = (events: readonly RequestEvent[], today: string) =>
  foldedFieldsOf(
    { id: 'r', title: 'Contratos', reference: 'GT-2026-000001', events },
    law,
    calendarDate(today),
  )

const admitted = did('admitted', '2026-02-03')
const refused = [admitted, did('resolved', '2026-02-10', { outcome: 'inexistencia' })]
const silent = history('2026-02-02')
const asked = history('2026-02-02', [did('clarification_requested', '2026-02-03')])

describe('what is kept beside the events', () => {
  const cases = [
    ['filed', silent, '2026-02-02', '2026-02-16', true, '2026-02-16', '2026-02-17'],
    [
      'filed on a Saturday, that day',
      history('2026-02-07'),
      '2026-02-07',
      '2026-02-23',
      true,
      '2026-02-23',
      '2026-02-24',
    ],
    [
      'extended, before the first due day',
      history('2026-02-02', [admitted, did('extended', '2026-02-12', { days: 5 })]),
      '2026-02-12',
      '2026-02-23',
      true,
      '2026-02-23',
      '2026-02-24',
    ],
    [
      'silent: the broken term stays in sight',
      silent,
      '2026-02-20',
      '2026-02-16',
      true,
      '2026-02-16',
      '2026-02-17',
    ],
    ['awaiting a clarification: nothing is owed', asked, '2026-03-20', null, false, null, null],
    [
      'dismissed, not notified',
      then(asked, [did('resolved', '2026-02-09', { outcome: 'desechada' })]),
      '2026-02-09',
      null,
      true,
      '2026-02-09',
      null,
    ],
    [
      'answered, not notified: still owed',
      history('2026-02-02', refused),
      '2026-02-10',
      '2026-02-16',
      true,
      '2026-02-16',
      null,
    ],
    [
      'answered and notified',
      history('2026-02-02', [...refused, did('notified', '2026-02-11')]),
      '2026-02-11',
      '2026-02-16',
      false,
      null,
      '2026-03-05',
    ],
    [
      'withdrawn: the day that bound it',
      then(silent, [did('withdrawn', '2026-02-05')]),
      '2026-02-05',
      '2026-02-16',
      false,
      null,
      null,
    ],
    [
      'referred',
      then(silent, [did('referred', '2026-02-05')]),
      '2026-02-05',
      '2026-02-16',
      false,
      null,
      null,
    ],
    [
      'a review pending, filed on a Saturday',
      history('2026-02-02', [...refused, did('notified', '2026-02-11'), did('review_filed', '2026-02-14')]),
      '2026-02-14',
      '2026-02-16',
      true,
      '2026-02-23',
      '2026-02-24',
    ],
    [
      'amparo over a review not decided',
      history('2026-02-02', [
        ...refused,
        did('notified', '2026-02-11'),
        did('review_filed', '2026-02-12'),
        did('amparo_noted', '2026-02-24'),
      ]),
      '2026-02-24',
      '2026-02-16',
      false,
      null,
      '2026-02-20',
    ],
  ] as const
  for (const [title, events, today, dueOn, owed, dutyDueOn, nextMarkOn] of cases) {
    it(title, () => {
      expect(fields(events, today)).to.deep.include({ dueOn, owed, dutyDueOn, nextMarkOn })
    })
  }

  it('the words that a search finds it by, the case number, the answer and a dispute', () => {
    const events = then(history('2026-02-02', [...refused]), [
      told('resolved', '2026-02-12', { outcome: 'inexistencia' }),
    ])
    expect(fields(events, '2026-02-12')).to.deep.include({
      caseNumber: 'UIP-7',
      answeredOn: '2026-02-10',
      outcome: 'inexistencia',
      disputed: true,
      searchTerms: ['contratos', 'gt', '2026', '000001', 'uip'],
    })
  })

  it('reads the organisation and the unit alike', () => {
    const typed = then([], silent, officer)
    expect(fields(typed, '2026-02-03')).to.eql(fields(then([], silent, member), '2026-02-03'))
  })
})
