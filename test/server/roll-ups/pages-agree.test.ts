import { expect } from 'chai'
import { parse } from 'csv-parse/sync'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { chartOf } from '../../../client/open-charts/all-charts.ts'
import { chartIds } from '../../../client/open-charts/figure-chart.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { RequestScope } from '../../../server/domain/permissions.ts'
import { cohortsOf } from '../../../server/domain/statistics/cohorts.ts'
import { translator } from '../../../server/i18n/translate.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'
import { overseenCounts } from '../../../server/http/pages/overseen-counts.ts'
import { csvLine } from '../../../server/open-data/csv.ts'
import { figureColumns, figureLines } from '../../../server/open-data/figure-columns.ts'
import type { OpenFigures } from '../../../server/open-data/open-data.ts'
import { lastTwelveMonths } from '../../../server/open-data/selection.ts'
import { gatherCases } from '../../../server/reports/gather-cases.ts'
import { figuresOf, nationalPanel } from '../../../server/reports/national-panel.ts'
import { createRollUps } from '../../../server/roll-ups/roll-ups.ts'
import { seedRequests } from '../../../server/seeding/seed-requests.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { testServer, type TestServer } from '../../support/test-server.ts'

const coordinator: Actor = {
  ...{ userId: 'user-coordinator', role: 'coordinator' },
  ...{ organisationId: null, institutionId: null },
}
const everything: RequestScope = { kind: 'everything' }
const published: RequestScope = { kind: 'published' }

describe('the pages that read roll-ups', function () {
  this.timeout(120_000)
  let server: TestServer
  const today = calendarDate('2026-03-20')
  const period = lastTwelveMonths(today)

  before(async () => {
    server = await testServer({ now: today })
    await seedRequests(server.context, {
      ...{ requests: 200, years: 2, seed: 11, institutions: catalogue.slice(0, 6) },
    })
  })
  after(() => server.close())

  /** From the requests themselves, as the report folds them. */
  async function naive(scope: RequestScope, only: (institutionId: string) => boolean) {
    const { context } = server
    const law = await context.calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
    const cases = (await gatherCases(context, scope, today)).filter(({ institutionId }) =>
      only(institutionId),
    )
    const figures = activity4Figures({
      ...{ cases, period, asOf: today, organisations: [], institutions: catalogue },
      ...{ calendar: law.calendar, calendarVersion: law.calendar.version, policy: law.policy },
    })
    return { cases, figures: { ...figures, takenAt: server.context.clock.now() } satisfies OpenFigures }
  }

  const csv = async (path: string): Promise<string[][]> =>
    parse((await server.anonymous.get(path).buffer(true).expect(200)).text, { bom: true })
  /** Institutions with nothing but zeros, as of requests that only lost an appeal, are in no page. */
  const told = (rows: readonly (readonly (string | undefined)[])[]) =>
    rows.filter(row => row[6] !== 'received' || row[8] !== '0')

  it('tell the open figures that are folded from the published requests alone', async () => {
    const { figures } = await naive(published, () => true)
    const expected = parse(
      figureLines(figures)
        .map(line => csvLine(figureColumns.map(({ value }) => value(line))))
        .join(''),
    )
    const [, ...rows] = await csv('/api/v1/open-data/cifras.csv')
    expect(told(rows)).to.eql(told(expected))
    expect(rows.length).to.be.greaterThan(60)
  })

  it('draw every chart from the same numbers, of all, of a kind and of one institution', async () => {
    const office = catalogue[1]
    if (!office) throw new Error('No catalogue')
    const kinds = new Map(catalogue.map(({ id, kind }) => [id, kind]))
    const choices = [
      ['', () => true],
      [`sector=${office.kind}`, (id: string) => kinds.get(id) === office.kind],
      [`institucion=${office.id}`, (id: string) => id === office.id],
    ] as const
    for (const [query, only] of choices) {
      const { figures } = await naive(published, only)
      for (const id of chartIds) {
        const chart = chartOf({ t: translator('es'), language: 'es' }, figures, id)
        const [head, ...rows] = await csv(`/es/tablero/${id}.csv?${query}`)
        expect(head, id).to.eql(chart.head)
        expect(rows, `${id} ${query}`).to.eql(parse(chart.rows.map(row => csvLine(row)).join('')))
      }
    }
  })

  it('say of each download how many rows it has', async () => {
    const { datasets } = (await server.anonymous.get('/api/v1/open-data').expect(200)).body
    for (const name of ['solicitudes', 'incumplimientos']) {
      const { count } = datasets.find((one: { name: string }) => one.name === name)
      expect(count).to.be.greaterThan(30)
      expect((await csv(`/api/v1/open-data/${name}.csv`)).length - 1, name).to.equal(count)
    }
  })

  it('show the country as all its requests say', async () => {
    const { context } = server
    const read = overseenCounts(context, createRollUps(context))
    const panel = await nationalPanel(context, coordinator, { period, kind: null, read })
    const { cases } = await naive(everything, () => true)
    const without = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'caseIds' ? undefined : part)))
    expect(without(panel.all)).to.eql(without(figuresOf(cohortsOf(cases, { ...period, asOf: today }))))
    expect(panel.institutions.length).to.equal(6)
    for (const { id, name, acronym, kind, position, ...figures } of panel.institutions) {
      const own = cases.filter(({ institutionId }) => institutionId === id)
      expect(without(figures), `${name} ${acronym} ${kind} ${position}`).to.eql(
        without(figuresOf(cohortsOf(own, { ...period, asOf: today }))),
      )
    }
    expect(panel.months.reduce((sum, { due }) => sum + due, 0)).to.equal(panel.all.onTime.n)
  })
})
