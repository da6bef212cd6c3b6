import { pipeline } from 'node:stream/promises'
import { Router, type Request } from 'express'
import { ReportJobPage } from '../../../client/pages/report-job-page.tsx'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { AppError } from '../../errors.ts'
import type { JobView } from '../../reports/report-jobs.ts'
import { parse } from '../parse.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { problemOf } from '../problem.ts'
import { sendFile } from '../send-file.ts'
import { jobFileParams, jobParams, reportBody } from '../../reports/schemas.ts'
import { statusOf } from '../status.ts'
import type { ErrorCode } from '../../errors.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

/** Seconds after which the page of a report that is being made asks again. */
const againAfter = 3

/** Reports that are made while one waits: how far they have got, and their files. */
export function reportJobPages(site: Site): Router {
  const router = Router()
  const { reportJobs } = site

  router.post('/informe/trabajos', async (req, res) => {
    const { from, to, asOf, size } = parse(reportBody, sentIn(req))
    const asked: { from: CalendarDate; to: CalendarDate; asOf: CalendarDate | null } = { from, to, asOf }
    const job = await reportJobs.start(mine(req), { ...asked, size, language: languageOf(req) })
    res.redirect(303, addressOf(req, job))
  })

  router.get('/informe/trabajos/:id', async (req, res) => {
    const job = await reportJobs.find(mine(req), parse(jobParams, req.params).id)
    const ctx = await pageContext(site, req)
    const isUnderWay = job.state === 'waiting' || job.state === 'running'
    if (isUnderWay && req.query.actualizar !== 'no') res.set('Refresh', String(againAfter))
    sendPage(res, <ReportJobPage ctx={ctx} data={{ job, problem: problemIn(req, job) }} />)
  })

  router.post('/informe/trabajos/:id/cancelar', async (req, res) => {
    const job = await reportJobs.cancel(mine(req), parse(jobParams, req.params).id)
    res.redirect(303, addressOf(req, job))
  })

  router.get('/informe/trabajos/:id/:kind', async (req, res) => {
    const { id, kind } = parse(jobFileParams, req.params)
    const { file, content } = await reportJobs.file(mine(req), id, kind)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}

function mine(req: Request) {
  return actorFor(requireUser(req))
}

function sentIn(req: Request) {
  const { from, to, asOf, size } = Object(req.body)
  return { from, to, asOf: asOf ?? null, size }
}

function addressOf(req: Request, { id }: JobView): string {
  return `/${languageOf(req)}/informe/trabajos/${id}`
}

/** Why there is no report, in words; null where there is one, or may be. */
function problemIn(req: Request, { state, error }: JobView): { title: string; detail: string } | null {
  const code = state === 'cancelled' || state === 'interrupted' ? `report-${state}` : error?.code
  if (code === undefined) return null
  const known = isErrorCode(code) ? code : 'unexpected'
  const { title, detail } = problemOf(new AppError(known, error?.details ?? {}), {
    language: languageOf(req),
    instance: '',
  })
  return { title, detail }
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(statusOf, code)
}
