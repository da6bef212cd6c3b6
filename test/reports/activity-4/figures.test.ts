import { expect } from 'chai'
import fc from 'fast-check'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { figuresJson } from '../../../reports/activity-4/attachments.ts'
import type { Figure } from '../../../server/domain/statistics/figure.ts'
import { day, inputOf } from './cases.ts'
import { inventedInput } from './invented-cases.ts'
import { inventedBarriers, inventedRatings } from './invented-ratings.ts'
import { asOf, twelve } from './twelve-cases.ts'

const figures = activity4Figures(inputOf(twelve, { asOf }))
const { volume, timeliness, extensions, outcomes, appeals, breaches, testimony } = figures.indicators

describe('the figures of twelve requests', () => {
  const golden: readonly [string, Figure, number | null, readonly string[]][] = [
    [
      'V3: open, whenever received',
      volume.pending,
      12,
      ['never-answered', 'only-acknowledged', 'still-within-term'],
    ],
    [
      'V3: open and past due',
      volume.pendingLate,
      null,
      ['never-answered', 'only-acknowledged', 'still-within-term'],
    ],
    ['X1: withdrawn in term is counted apart', volume.withdrawnInTerm, null, ['withdrawn-in-term']],
    ['X2: referred is counted apart', volume.referredInTerm, null, ['referred-elsewhere']],
    [
      'T1: the due day itself is on time, an extension moves it',
      timeliness.onTime,
      9,
      [
        'received-before-the-year',
        'on-the-due-day',
        'extension-without-motive',
        'on-time-by-extension',
        'refused-without-article',
      ],
    ],
    [
      'T1 in calendar days: the extension adds ten, the term is ten',
      timeliness.onTimeCalendar,
      9,
      ['extension-without-motive', 'refused-without-article'],
    ],
    [
      'T2: by the due day without the extension',
      timeliness.onTimeWithoutExtension,
      9,
      ['received-before-the-year', 'on-the-due-day', 'extension-without-motive', 'refused-without-article'],
    ],
    ['T3: answered, but late', timeliness.late, 9, ['a-day-late', 'delivered-after-silence']],
    ['neither on time nor late', timeliness.unanswered, 9, ['never-answered', 'only-acknowledged']],
    [
      'T4: not one act',
      timeliness.silentAtDue,
      9,
      ['a-day-late', 'never-answered', 'delivered-after-silence'],
    ],
    [
      'T5: nothing within the ten days of article 44',
      timeliness.persistentSilence,
      9,
      ['never-answered', 'only-acknowledged'],
    ],
    [
      'T6: delivered free within them',
      timeliness.fictaHonoured,
      4,
      ['a-day-late', 'delivered-after-silence'],
    ],
    ['T8: an acknowledgement is no answer', timeliness.acknowledgedOnly, 9, ['only-acknowledged']],
    ['E1', extensions.used, 9, ['extension-without-motive', 'on-time-by-extension']],
    ['E2', extensions.invalid, 2, ['extension-without-motive']],
    ['E3', extensions.honoured, 2, ['extension-without-motive', 'on-time-by-extension']],
    ['O3', outcomes.refused, 7, ['refused-without-article']],
    ['O5', outcomes.referred, 11, ['referred-elsewhere']],
    ['O6', outcomes.dismissedOrWithdrawn, 11, ['withdrawn-in-term']],
    ['G2: a ground without an article', outcomes.unreasoned, 1, ['refused-without-article']],
    ['G3: reserved without a classification', outcomes.unclassifiedReserve, 1, ['refused-without-article']],
    ['A1', appeals.filed, 4, ['refused-without-article']],
    ['A2: decided after five days', appeals.decidedInTime, 1, []],
    ['A3', appeals.upheld, 1, ['refused-without-article']],
    ['A5', appeals.complied, 1, []],
    ['I1', breaches.any, null, ['a-day-late', 'never-answered']],
    ['I2', breaches.uncured, null, ['never-answered']],
    ['S1', testimony.disputed, 11, ['never-answered']],
  ]

  for (const [title, figure, n, caseIds] of golden) {
    it(title, () => {
      expect(figure.n).to.equal(n)
      expect([...figure.caseIds].sort()).to.eql([...caseIds].sort())
    })
  }

  it('gives no rate of fewer than ten', () => {
    expect(timeliness.onTime).to.include({ caution: 'counts-only', rate: null, interval: null })
  })

  it('gives both faults of one extension', () => {
    expect(extensions.faults.map(({ fault, figure }) => [fault, figure.count])).to.eql([
      ['late-notice', 1],
      ['no-motive', 1],
    ])
  })

  it('warns of what is not yet due and of few cases', () => {
    expect(figures.notices).to.deep.include({ code: 'few-due', count: 9 })
  })

  it('lists the longest late breach first', () => {
    expect(figures.breaches.map(({ caseId }) => caseId)).to.eql(['never-answered', 'a-day-late'])
  })

  it('praises a body whose whole cohort was on time, and only such', () => {
    expect(figures.praised).to.eql(['rios'])
  })

  it('puts volume in the month of receipt and timeliness in that of the due day', () => {
    const january = figures.monthly[0]
    expect([january?.received.count, january?.onTime.count]).to.eql([0, 1])
  })
})

describe('the figures of any requests', () => {
  const windows = [
    ['a year over', '2025-01-01', '2025-12-31', '2026-01-30'],
    ['a year with the cut-off in its middle', '2025-01-01', '2025-12-31', '2025-06-30'],
    ['one day', '2025-05-05', '2025-05-05', '2025-05-05'],
    ['before anything', '2019-01-01', '2019-12-31', '2020-01-31'],
    ['a cut-off before the start', '2025-06-01', '2025-06-30', '2025-03-01'],
  ] as const

  for (const [title, from, to, cutOff] of windows) {
    const period = { from: day(from), to: day(to) }
    const plain = inventedInput(400, { period, asOf: day(cutOff) })
    const input = { ...plain, ratings: inventedRatings(plain.cases), barriers: inventedBarriers(plain.cases) }
    const all = activity4Figures(input)

    it(`open: as many cases as the number says (${title})`, () => {
      const seen = everyFigure(all)
      expect(seen.length).to.be.greaterThan(60)
      for (const { count, caseIds, n } of seen) {
        expect(caseIds.length).to.equal(count)
        expect(new Set(caseIds).size).to.equal(count)
        if (n !== null) expect(count).to.be.at.most(n)
      }
    })

    it(`open in the attached list: every case has its row (${title})`, () => {
      const rows = new Set(all.caseIds)
      const institutions = new Set(input.cases.map(({ institutionId }) => institutionId))
      const attempts = new Set(all.barriers?.lines.map(({ attemptId }) => attemptId))
      let opened = 0
      for (const { code, count, caseIds } of everyFigure(all)) {
        const lists = code === 'V2' || (code === 'Y2' && !isDue(caseIds, rows)) ? institutions : rows
        expect(
          caseIds.filter(id => !lists.has(id) && !attempts.has(id)),
          code,
        ).to.eql([])
        opened += count
      }
      for (const { n, caseIds } of everySpread(all)) {
        expect(caseIds.length).to.equal(n)
        expect(caseIds.filter(id => !rows.has(id))).to.eql([])
      }
      expect(opened > 0).to.equal(all.caseIds.length > 0)
    })

    it(`reconcile (${title})`, () => {
      const { timeliness: t, outcomes: o, volume: v } = all.indicators
      const due = t.onTime.n ?? 0
      expect(t.onTime.count + t.late.count + t.unanswered.count).to.equal(due)
      expect(t.onTime.count + t.silentAtDue.count + t.acknowledgedOnly.count).to.equal(due)
      expect(t.answered.count).to.equal(t.onTime.count + t.late.count)
      expect(sum([o.full, o.partial, o.refused, o.notHeld, o.dismissed])).to.equal(o.full.n)
      const owed = input.cases.filter(
        facts => facts.receivedOn <= cutOff && (facts.dueOn ?? '') >= from && (facts.dueOn ?? '') <= to,
      )
      expect(due + v.notYetDue.count + v.withdrawnInTerm.count + v.referredInTerm.count).to.equal(owed.length)
      for (const groups of [all.byInstitution, all.byOrganisation, all.byChannel, all.byInstitutionKind]) {
        expect(sum(groups.map(({ received }) => received))).to.equal(v.received.count)
        expect(sum(groups.map(({ onTime }) => onTime))).to.equal(t.onTime.count)
      }
      const { charged, costUnknown, rated } = all.quality
      expect(costUnknown.n).to.equal(o.full.count + o.partial.count)
      expect((charged.n ?? 0) + costUnknown.count).to.equal(costUnknown.n)
      const { silent, aftermath } = all.silence
      expect(silent.count).to.equal(t.late.count + t.unanswered.count)
      expect(silent.count).to.equal(t.silentAtDue.count + t.acknowledgedOnly.count)
      expect(aftermath.free).to.eql(t.fictaHonoured)
      expect(aftermath.later.count + aftermath.never.count).to.be.at.most(t.persistentSilence.count)
      expect(rated && sum(rated.formats.map(({ figure }) => figure))).to.equal(rated?.formats[0]?.figure.n)
      expect(sum(all.byInstitution.map(({ unreasoned }) => unreasoned))).to.equal(o.unreasoned.count)
      for (const { before, after } of all.changes)
        expect([before.code, before.cohort]).to.eql([after.code, after.cohort])
      expect(all.changes[0]?.after).to.eql(t.onTime)
      expect(sum(all.monthly.map(({ received }) => received))).to.equal(v.received.count)
      expect(sum(all.monthly.map(({ late }) => late))).to.equal(t.late.count)
    })

    it(`agree with a count one by one (${title})`, () => {
      const on = (id: string) => all.indicators.timeliness.onTime.caseIds.includes(id)
      for (const facts of input.cases) {
        const { dueOn, answeredOn, withdrawnOn, referredOn, receivedOn } = facts
        const isOut = withdrawnOn !== null || referredOn !== null || receivedOn > cutOff
        const isDue = dueOn !== null && dueOn >= from && dueOn <= to && dueOn < cutOff && !isOut
        expect(on(facts.id)).to.equal(isDue && answeredOn !== null && answeredOn <= dueOn)
      }
    })
  }

  it('never say 0 % of nothing', () => {
    const empty = activity4Figures(inputOf([], { ratings: [], barriers: [] }))
    expect(empty.quality.rated?.completeness).to.include({
      n: 0,
      share: null,
      mean: null,
      caution: 'no-data',
    })
    expect(empty.quality.rated?.agreement).to.include({ n: 0, kappa: null, caution: 'no-data' })
    expect(empty.notices.map(({ code }) => code)).to.eql(['no-requests'])
    for (const figure of everyFigure(empty)) {
      expect(figure).to.include({ count: 0, rate: null, interval: null, caution: 'no-data' })
    }
  })

  it('are the same whatever the order of the cases, twice', () => {
    const input = inventedInput(120)
    const json = text(figuresJson(activity4Figures(input)))
    fc.assert(
      fc.property(fc.shuffledSubarray([...input.cases], { minLength: input.cases.length }), cases => {
        expect(text(figuresJson(activity4Figures({ ...input, cases })))).to.equal(json)
      }),
      { numRuns: 5 },
    )
  })

  it('survive JSON unchanged', () => {
    const all = activity4Figures(inventedInput(120))
    expect(JSON.parse(JSON.stringify(all))).to.eql(all)
  })
})

function isDue(caseIds: readonly string[], rows: ReadonlySet<string>): boolean {
  return caseIds.length > 0 && caseIds.every(id => rows.has(id))
}

/** Every figure of days, quetzales, marks or agreement: its list is as long as n. */
function everySpread(value: unknown): { n: number; caseIds: readonly string[] }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('caseIds' in value && 'n' in value && !('count' in value) && isSpread(value)) return [value]
  return Object.values(value).flatMap(everySpread)
}

function isSpread(value: { caseIds: unknown; n: unknown }): value is { n: number; caseIds: string[] } {
  return typeof value.n === 'number' && Array.isArray(value.caseIds)
}

function sum(figures: readonly Figure[]): number {
  return figures.reduce((total, { count }) => total + count, 0)
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

/** Every figure with a count, wherever it is. */
function everyFigure(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFigure(value)) return [value]
  return Object.values(value).flatMap(everyFigure)
}

function isFigure(value: object): value is Figure {
  return 'count' in value && 'caseIds' in value && 'rate' in value
}
