import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { makeReport } from '../../server/reports/make-report.ts'
import { seedRequests } from '../../server/seeding/seed-requests.ts'
import { systemActor } from '../../server/store/seal-events.ts'
import { mostResident, watchMemory } from './memory.ts'
import { planOf } from './raw-pages.ts'
import { movableClock, openBench } from './store.ts'

const today = calendarDate('2026-03-02')
const period = { from: calendarDate('2025-03-03'), to: calendarDate('2026-02-28') }

export async function seedForReport({ dir, requests }: { dir: string; requests: number }) {
  const context = await openBench(dir, movableClock(today))
  const summary = await seedRequests(context, { requests, years: 1, seed: 1, institutions: catalogue })
  await context.engine.close()
  return { requests: summary.requests, events: summary.events }
}

export interface ReportTimes {
  readonly gatherMs: number
  readonly renderMs: number
  readonly pages: number
  /** The most memory that the process ever held for itself. */
  readonly ownMegabytes: number
  /** The most that it ever had resident: with the pages of the mapped store and of the code, which the system takes back when it needs them. */
  readonly residentMegabytes: number
  readonly cases: number
}

/** Once, from the store to the file, as `npm run report` does. Writes the texts of the report to `plan`, afterwards. */
export async function makeReportOnce(given: {
  dir: string
  out: string
  plan: string
}): Promise<ReportTimes> {
  const context = await openBench(given.dir, movableClock(today))
  const memory = watchMemory()
  const began = performance.now()
  const made = await makeReport(context, systemActor, { ...period, asOf: null, language: 'es' })
  const gathered = performance.now()
  const { pages } = await renderPdf(made.document, createWriteStream(given.out))
  const ended = performance.now()
  const ownMegabytes = memory.stop()
  const residentMegabytes = mostResident()
  await context.engine.close()
  await writeFile(given.plan, JSON.stringify(planOf(made.document.blocks)))
  return {
    gatherMs: gathered - began,
    renderMs: ended - gathered,
    pages,
    ownMegabytes,
    residentMegabytes,
    cases: made.cases.length,
  }
}
