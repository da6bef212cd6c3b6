import { pipeline } from 'node:stream/promises'
import { Router, type Request } from 'express'
import { ReportJobPage } from '../../../client/pages/report-job-page.tsx'
import { AppError, type ErrorCode } from '../../errors.ts'
import type { JobView } from '../../reports/report-jobs.ts'
import { jobParams } from '../../reports/schemas.ts'
import { reportFileKinds, type ReportFileKind } from '../../store/report-job-store.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { problemOf } from '../problem.ts'
import { sendFile } from '../send-file.ts'
import { statusOf } from '../status.ts'
import { readForm, textOf } from './form-body.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { forgetForOtherLanguage } from './page-session.ts'
import { periodIn, reportErrors } from './report-form.ts'
import { mayReport, showReport } from './report-screen.tsx'

/** Seconds after which the page of a report that is being made asks again. */
const againAfter = 3

/** Reports that are made while one waits: how far they have got, and their files. */
export function reportJobPages(site: Site): Router {
  const router = Router()
  const { reportJobs } = site

  router.post('/informe', async (req, res) => {
    const actor = mayReport(req)
    const language = languageOf(req)
    const { values } = await readForm(site.context, req)
    const { period, errors } = periodIn(values, language, site.context.clock.today())
    if (!period) return showReport(site, req, res, { values, errors, report: null })
    const size = textOf(values, 'papel') === 'LETTER' ? 'LETTER' : 'A4'
    try {
      const job = await reportJobs.start(actor, { ...period, size, language })
      forgetForOtherLanguage(req)
      res.redirect(303, addressOf(req, job))
    } catch (error) {
      const wrong = reportErrors(error, language, values)
      if (!wrong) throw error
      await showReport(site, req, res, { values, errors: wrong, report: null })
    }
  })

  router.get('/informe/trabajos/:id', async (req, res) => {
    const job = await reportJobs.find(mine(req), idIn(req))
    const ctx = await pageContext(site, req)
    const isUnderWay = job.state === 'waiting' || job.state === 'running'
    if (isUnderWay && req.query.actualizar !== 'no') res.set('Refresh', String(againAfter))
    sendPage(res, <ReportJobPage ctx={ctx} data={{ job, problem: problemIn(req, job) }} />)
  })

  router.post('/informe/trabajos/:id/cancelar', async (req, res) => {
    const job = await reportJobs.cancel(mine(req), idIn(req))
    res.redirect(303, addressOf(req, job))
  })

  router.get('/informe/trabajos/:id/:kind', async (req, res) => {
    const { file, content } = await reportJobs.file(mine(req), idIn(req), kindIn(req))
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}

function mine(req: Request) {
  return actorFor(requireUser(req))
}

/** @throws AppError 'not-found': an address that is none leads nowhere, and nobody typed it into a form */
function idIn({ params }: Request): string {
  const { value, error } = jobParams.validate({ id: params.id })
  if (error) throw new AppError('not-found')
  return value.id
}

function kindIn({ params }: Request): ReportFileKind {
  const kind = reportFileKinds.find(each => each === params.kind)
  if (!kind) throw new AppError('not-found')
  return kind
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
