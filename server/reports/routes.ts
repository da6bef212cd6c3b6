import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import type { Context } from '../context.ts'
import { actorFor, actorOf, requireUser } from '../http/actor.ts'
import { goneSignal } from '../http/gone-signal.ts'
import { idempotent } from '../http/idempotency.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { sendFile } from '../http/send-file.ts'
import { presentJob } from './job-view.ts'
import type { Press } from './press.ts'
import type { ReportJobs } from './report-jobs.ts'
import { reportTask, type MadePart, type PartKind } from './report-task.ts'
import { jobFileParams, jobParams, reportBody, reportQuery } from './schemas.ts'

/**
 * /api/v1/reports: a report is asked for, looked after, cancelled and fetched. At /activity-4 it is made while
 * the caller waits: the figures as JSON, byte for byte the file that the PDF embeds, the PDF itself, and its list
 * of cases, whose rows the figures' `caseRows` count.
 */
export function reportRoutes(context: Context, press: Press, jobs: ReportJobs): Router {
  const router = Router()

  router.get('/activity-4', async (req, res) => {
    const { bytes } = await made(context, press, { req, res }, () => 'figures')
    res.type('application/json').send(asBuffer(bytes))
  })

  router.get('/activity-4.pdf', async (req, res) => {
    const { name, bytes } = await made(context, press, { req, res }, language => `pdf_${language}`)
    res.attachment(name).type('application/pdf').send(asBuffer(bytes))
  })

  router.get('/activity-4.csv', async (req, res) => {
    const { name, bytes } = await made(context, press, { req, res }, () => 'cases')
    res.attachment(name).type('text/csv; charset=utf-8').send(asBuffer(bytes))
  })

  return router.use(jobRoutes(context, jobs))
}

function jobRoutes(context: Context, jobs: ReportJobs): Router {
  const router = Router()
  const mine = (req: Request) => actorFor(requireUser(req))

  router.get('/', async (req, res) => {
    res.json({ items: (await jobs.list(mine(req))).map(presentJob) })
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = mine(req)
      const { language, ...asked } = parse(reportBody, req.body)
      const job = await jobs.start(actor, { ...asked, language: language ?? languageOf(req) })
      const headers = { Location: `/api/v1/reports/${job.id}`, 'Retry-After': '2' }
      return { status: 202, body: presentJob(job), headers }
    }),
  )

  router.get('/:id', async (req, res) => {
    res.json(presentJob(await jobs.find(mine(req), parse(jobParams, req.params).id)))
  })

  router.delete('/:id', async (req, res) => {
    res.json(presentJob(await jobs.cancel(mine(req), parse(jobParams, req.params).id)))
  })

  router.get('/:id/files/:kind', async (req, res) => {
    const actor = mine(req)
    const { id, kind } = parse(jobFileParams, req.params)
    const { file, content } = await jobs.file(actor, id, kind)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}

/** Given up, and its place in the queue too, when the caller goes away. */
async function made(
  { clock }: Context,
  press: Press,
  { req, res }: { req: Request; res: Response },
  kindFor: (language: 'es' | 'en') => PartKind,
): Promise<MadePart> {
  const { language, ...query } = parse(reportQuery, req.query)
  const task = reportTask(actorOf(req), query, clock.today())
  const parts = [kindFor(language ?? languageOf(req))]
  const [part] = await press.make({ ...task, parts, size: 'A4', edition: null }, { signal: goneSignal(res) })
  if (!part) throw new RangeError('The press made nothing')
  return part
}

/** The same memory: a copy of megabytes would hold up everybody else. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
