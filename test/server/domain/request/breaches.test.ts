import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { breachesOn } from '../../../../server/domain/request/breaches.ts'
import type { Act, RequestEvent } from '../../../../server/domain/request/events.ts'
import { foldRequest } from '../../../../server/domain/request/fold.ts'
import type { LawContext } from '../../../../server/domain/request/law-context.ts'
import { nextMarkOn, unrecordedMarks } from '../../../../server/domain/request/marks.ts'
import { recount, recountAct } from '../../../../server/domain/request/recount.ts'
import { closure, did, history, lawOf, officer, system, then } from '../../../support/history.ts'

const day = calendarDate
const law = lawOf()
const admitted = did('admitted', '2026-02-03')
const silent = history('2026-02-02')
const refused = [
  admitted,
  did('resolved', '2026-02-10', { outcome: 'inexistencia' }),
  did('notified', '2026-02-11'),
]
const reviewed = history('2026-02-02', [...refused, did('review_filed', '2026-02-12')])
const ordered = then(reviewed, [did('review_decided', '2026-02-16'), did('review_notified', '2026-02-16')])

/** 'clock due day, days late, how it ended, standing' of each breach. */
function broken(events: readonly RequestEvent[], on: string, by: LawContext = law): string[] {
  return breachesOn('r', foldRequest(events, by), events, day(on), by).map(
    ({ clock, dueOn, workingDaysLate, curedBy, curedOn, standing }) =>
      `${clock} ${dueOn} +${workingDaysLate} ${curedBy ? `${curedBy} ${curedOn}` : 'sin cura'} ${standing}`,
  )
}

function marked(events: readonly RequestEvent[], by: LawContext = law): string[] {
  return unrecordedMarks('r', foldRequest(events, by), events).map(markText)
}

function markText(act: Act): string {
  if (act.type === 'lapsed') return `${act.data.clock} ${act.occurredOn} ${act.data.from} > ${act.data.to}`
  return `${act.type} ${act.occurredOn}`
}

/** The history with everything that is to be written down by a day. */
function scanned(events: readonly RequestEvent[], on: string, by: LawContext = law): RequestEvent[] {
  const due = unrecordedMarks('r', foldRequest(events, by), events).filter(act => act.occurredOn <= day(on))
  return then(events, due, system)
}

describe('breaches', () => {
  const resolvedOn = (on: string) => history('2026-02-02', [admitted, did('resolved', on)])
  const cases = [
    ['none on the last day', silent, '2026-02-16', []],
    ['from the day after', silent, '2026-02-17', ['K1 2026-02-16 +1 sin cura vigente']],
    ['answered on the last day', resolvedOn('2026-02-16'), '2026-06-01', []],
    [
      'answered on D+1',
      resolvedOn('2026-02-17'),
      '2026-06-01',
      ['K1 2026-02-16 +1 respuesta_tardia 2026-02-17 vigente'],
    ],
    [
      'as it was before the late answer',
      resolvedOn('2026-02-20'),
      '2026-02-18',
      ['K1 2026-02-16 +2 sin cura vigente'],
    ],
    [
      'the free delivery too',
      silent,
      '2026-03-03',
      ['K1 2026-02-16 +11 sin cura vigente', 'K4 2026-03-02 +1 sin cura vigente'],
    ],
    [
      'both ended by an answer after all',
      resolvedOn('2026-03-06'),
      '2026-06-01',
      [
        'K1 2026-02-16 +14 respuesta_tardia 2026-03-06 vigente',
        'K4 2026-03-02 +4 respuesta_tardia 2026-03-06 vigente',
      ],
    ],
    [
      'the extended term',
      history('2026-02-02', [admitted, did('extended', '2026-02-12', { days: 5 })]),
      '2026-02-24',
      ['K3 2026-02-23 +1 sin cura vigente'],
    ],
    ['a review not decided', reviewed, '2026-02-20', ['K6 2026-02-19 +1 sin cura vigente']],
    [
      'a review decided late',
      then(reviewed, [did('review_decided', '2026-02-24')]),
      '2026-02-24',
      ['K6 2026-02-19 +3 revision 2026-02-24 vigente'],
    ],
    ['an order not complied with', ordered, '2026-02-24', ['K7 2026-02-23 +1 sin cura vigente']],
    [
      'complied with late',
      then(ordered, [did('complied', '2026-02-25')]),
      '2026-03-30',
      ['K7 2026-02-23 +2 cumplimiento 2026-02-25 vigente'],
    ],
    [
      'withdrawing afterwards takes none away, and cures none',
      then(silent, [did('withdrawn', '2026-02-18')]),
      '2026-06-01',
      ['K1 2026-02-16 +2 sin cura vigente'],
    ],
    ['withdrawing in time leaves none', then(silent, [did('withdrawn', '2026-02-16')]), '2026-06-01', []],
    [
      'silence, ended by the decision of its review',
      then(silent, [did('review_filed', '2026-02-18'), did('review_decided', '2026-02-20')]),
      '2026-06-01',
      ['K1 2026-02-16 +4 revision 2026-02-20 vigente'],
    ],
    [
      'article 44 is broken while the review is pending',
      then(silent, [did('review_filed', '2026-02-27')]),
      '2026-03-03',
      ['K1 2026-02-16 +11 sin cura vigente', 'K4 2026-03-02 +1 sin cura vigente'],
    ],
    [
      'amparo over a review not decided',
      then(reviewed, [did('amparo_noted', '2026-02-24')]),
      '2026-06-01',
      ['K6 2026-02-19 +3 sin cura vigente'],
    ],
  ] as const
  for (const [title, events, on, expected] of cases) {
    it(title, () => expect(broken(events, on)).to.eql(expected))
  }

  it('one that was written down and then undone stays, as overtaken', () => {
    const events = then(scanned(silent, '2026-02-17'), [admitted, did('resolved', '2026-02-16')])
    expect(broken(events, '2026-03-30')).to.eql(['K1 2026-02-16 +0 sin cura superado'])
  })

  it('one that is written down later is not yet overtaken on an earlier day', () => {
    expect(broken(scanned(silent, '2026-02-17'), '2026-02-16')).to.eql([])
  })

  it('keeps the identity under which it was written down', () => {
    const events = scanned(silent, '2026-02-17')
    const other = lawOf({}, [closure('2026-05-04')])
    const [breach] = breachesOn('r', foldRequest(events, other), events, day('2026-02-18'), other)
    expect(breach?.id).to.equal(`r:K1:2026-02-16:${law.calendar.version}`)
    expect(breach?.noticedAt).to.be.instanceOf(Date)
  })
})

describe('what is to be written down', () => {
  const closed = history('2026-02-02', [
    admitted,
    did('resolved', '2026-02-10'),
    did('notified', '2026-02-11'),
  ])
  const cases = [
    [
      'silence, twice',
      silent,
      ['K1 2026-02-17 presentada > vencida_ficta', 'K4 2026-03-03 vencida_ficta > ficta_incumplida'],
    ],
    ['the closing of a case with nothing pending', closed, ['closed 2026-03-05']],
    [
      'what time brings to a term that moves no state',
      then(silent, [did('review_filed', '2026-02-27')]),
      [
        'K1 2026-02-17 presentada > vencida_ficta',
        'K4 2026-03-03 en_revision > en_revision',
        'K6 2026-03-07 en_revision > revision_vencida',
      ],
    ],
    ['nothing of a request withdrawn in time', then(silent, [did('withdrawn', '2026-02-05')]), []],
    [
      'nothing while a clarification is awaited',
      history('2026-02-02', [did('clarification_requested', '2026-02-03')]),
      [],
    ],
  ] as const
  for (const [title, events, expected] of cases) {
    it(title, () => {
      expect(marked(events)).to.eql(expected)
      expect(marked(scanned(events, '2030-01-01'))).to.eql([])
    })
  }

  it('is the same whether it was found every night or once', () => {
    const once = scanned(silent, '2026-04-01')
    const nightly = [
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-03-03',
      '2026-03-03',
      '2026-04-01',
    ].reduce<RequestEvent[]>((events, night) => scanned(events, night), silent)
    expect(nightly.map(({ type, occurredOn }) => `${type} ${occurredOn}`)).to.eql(
      once.map(({ type, occurredOn }) => `${type} ${occurredOn}`),
    )
  })

  it('says from which day', () => {
    const next = (events: readonly RequestEvent[]) => nextMarkOn('r', foldRequest(events, law), events)
    expect([next(silent), next(scanned(silent, '2026-02-17')), next(scanned(silent, '2026-03-03'))]).to.eql([
      '2026-02-17',
      '2026-03-03',
      null,
    ])
  })

  it('a case that a correction opened again closes again', () => {
    const events = then(
      scanned(closed, '2026-03-05'),
      [did('corrected', '2026-03-06', { corrects: 'e3', occurredOn: day('2026-02-20') })],
      officer,
    )
    expect(marked(events)).to.eql(['closed 2026-03-14'])
  })
})

describe('a new acuerdo', () => {
  const moved = (events: readonly RequestEvent[], today: string, ...days: readonly string[]) =>
    recount(events, law, lawOf({}, [closure(...days)]), day(today)).map(
      ({ clock, from, to }) => `${clock} ${from} > ${to}`,
    )
  const extended = history('2026-02-02', [admitted, did('extended', '2026-02-12', { days: 5 })])
  const cases = [
    ['within the term', silent, '2026-02-09', ['2026-02-13'], ['K1 2026-02-16 > 2026-02-17']],
    ['outside every term', silent, '2026-02-09', ['2026-06-12'], []],
    ['on a Saturday', silent, '2026-02-09', ['2026-02-14'], []],
    [
      'within the extension',
      extended,
      '2026-02-13',
      ['2026-02-19', '2026-02-20'],
      ['K3 2026-02-23 > 2026-02-25'],
    ],
    [
      'within the free delivery',
      silent,
      '2026-02-20',
      ['2026-02-25'],
      ['K4 2026-03-02 > 2026-03-03', 'K5 2026-03-09 > 2026-03-10'],
    ],
    [
      'after an answer in time: nothing is left to move',
      history('2026-02-02', [admitted, did('resolved', '2026-02-06')]),
      '2026-02-09',
      ['2026-02-13'],
      [],
    ],
    ['on the day of receipt', silent, '2026-02-03', ['2026-02-02'], ['K1 2026-02-16 > 2026-02-17']],
    [
      'that makes a late answer timely',
      history('2026-02-02', [admitted, did('resolved', '2026-02-17')]),
      '2026-02-18',
      ['2026-02-16'],
      ['K1 2026-02-16 > 2026-02-17'],
    ],
  ] as const
  for (const [title, events, today, days, expected] of cases) {
    it(title, () => expect(moved(events, today, ...days)).to.eql(expected))
  }

  it('that undoes a breach on record: it stays as overtaken, and the term may still break', () => {
    const events = scanned(silent, '2026-02-17')
    const after = lawOf({}, [closure('2026-02-16', '2026-02-17')])
    expect(broken(events, '2026-02-17', after)).to.eql(['K1 2026-02-16 +0 sin cura superado'])
    expect(marked(events, after)[0]).to.equal('K1 2026-02-19 presentada > vencida_ficta')
    expect(broken(events, '2026-02-19', after)).to.eql([
      'K1 2026-02-16 +0 sin cura superado',
      'K1 2026-02-18 +1 sin cura vigente',
    ])
  })

  it('leaves the list of what moved in the history, or nothing', () => {
    const after = lawOf({}, [closure('2026-02-13')])
    const list = recount(silent, law, after, day('2026-02-09'))
    expect(recountAct(list, 'ag', day('2026-02-09'), after)?.data).to.eql({
      closureId: 'ag',
      calendarVersion: after.calendar.version,
      moved: list,
    })
    expect(recountAct([], 'ag', day('2026-02-09'), after)).to.equal(null)
  })
})
