import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import type { FieldError } from '../../../client/form-state.ts'
import { LoggedPage } from '../../../client/pages/logged-page.tsx'
import { LogRequestPage, Previews } from '../../../client/pages/log-request-page.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import { findSimilar, type SimilarRequest } from '../../requests/find-similar.ts'
import { getRequest } from '../../requests/get-request.ts'
import { idAt } from '../../requests/log-request-to-many.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { institutionOptions, organisationOptions } from './choices.ts'
import { readForm, textOf, type SentForm, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { chosenInstitutions, logAll, othersWrong, sendingOf, type ToLog } from './log-request-form.ts'
import { fileFault, megabytes } from './file-faults.ts'
import { idOf } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { previewsAt, receiptIn } from './receipt-in-form.ts'
import { queryOf } from './request-pages.tsx'
import { todayWord } from './typed-day.ts'

const path = '/solicitudes/nueva'

/** Logging a request that was filed: with one institution, or the same text with many. */
export function logRequestPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get(path, async (req, res) => {
    const { userId } = mayLog(req)
    const draft = textOf(queryOf(req), 'borrador')
    const kept = draft === '' ? null : await context.stores.drafts.find(draft, userId)
    const values = takeDraft(req) ?? (kept && { ...kept.values, borrador: kept.id }) ?? firstValues(req)
    await showForm(site, req, res, { values, errors: [], similar: [] })
  })

  // The piece that enhance.ts puts in place; without it the button brings the whole page.
  router.get(`${path}/vista`, async (req, res) => {
    mayLog(req)
    const ctx = await pageContext(site, req)
    const previews = await previewsAt(site, valuesOf(req))
    res
      .set('Cache-Control', 'private, no-store')
      .type('html')
      .send(renderToString(<Previews ctx={ctx} previews={previews} />))
  })

  router.get('/solicitudes/registradas', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const ids = textOf(queryOf(req), 'id').split(',').filter(isRequestId).slice(0, mostAtOnce)
    if (ids.length === 0) throw new AppError('not-found')
    const requests = await Promise.all(ids.map(id => getRequest(context, actor, id)))
    sendPage(res, <LoggedPage ctx={await pageContext(site, req)} requests={requests} />)
  })

  router.post(path, async (req, res) => {
    const sent = withKey(await readForm(context, req))
    const actor = mayLog(req, sent.values)
    const step = textOf(sent.values, 'step')
    if (step === 'draft') return res.redirect(303, await saveDraft(site, req, sent.values))
    const fileErrors = wrongFile(site, req, sent)
    if (step === 'preview' || searchesOthers(sent.values))
      return showForm(site, req, res, { values: sent.values, errors: fileErrors, similar: [] })
    return submit(site, req, res, { actor, values: sent.values, fileErrors })
  })

  return router
}

const mostAtOnce = 60

/** The button, or Enter in its box: what stands there is not yet what is shown. */
function searchesOthers(values: SentValues): boolean {
  return (
    textOf(values, 'step') === 'search' || textOf(values, 'otherSearch') !== textOf(values, 'otherSearched')
  )
}

function isRequestId(id: string): boolean {
  return /^[\w-]{1,120}$/.test(id)
}

function firstValues(req: Request): SentValues {
  const receivedOn = todayWord(languageOf(req))
  return { receivedOn, channel: 'electronica', evidenceKind: 'correo', kind: 'access' }
}

function mayLog(req: Request, typed: SentValues = {}): Actor {
  if (!req.user) throw new AppError('sign-in-required', { typed })
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'logRequest')) throw new AppError('forbidden')
  return actor
}

/** A form of ours always has its key; one that somebody made by hand is one of a kind. */
function withKey({ values, ...rest }: SentForm): SentForm {
  const key = textOf(values, 'idempotencyKey') || randomUUID()
  return { ...rest, values: { ...values, idempotencyKey: key } }
}

/** A query as a form: a box that is ticked twice comes as a list. */
function valuesOf(req: Request): SentValues {
  const values: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(req.query)) {
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter(one => typeof one === 'string')
  }
  return values
}

/** The form's own key names the draft: pressed twice, it is one. */
async function saveDraft({ context }: Site, req: Request, values: SentValues): Promise<string> {
  const { id: userId } = requireUser(req)
  const {
    step: _step,
    otherSearch: _typed,
    otherSearched: _shown,
    borrador: _id,
    fileName: _name,
    fileSha256: _file,
    idempotencyKey,
    ...kept
  } = values
  const key = String(idempotencyKey)
  const id = textOf(values, 'borrador') || idOf({ userId, path: '/borradores', key })
  const title = textOf(values, 'title').slice(0, 200)
  await context.stores.drafts.save({ id, userId, title, values: kept, savedAt: context.clock.now() })
  setFlash(req, { tone: 'done', key: 'log.draftSaved', values: {} })
  return `/${languageOf(req)}/inicio`
}

function wrongFile(site: Site, req: Request, { refusedFile }: SentForm): FieldError[] {
  return refusedFile ? [fileFault(site, req, refusedFile)] : []
}

interface Submission {
  readonly actor: Actor
  readonly values: SentValues
  readonly fileErrors: readonly FieldError[]
}

async function submit(
  site: Site,
  req: Request,
  res: Response,
  { actor, values, fileErrors }: Submission,
): Promise<void> {
  const language = languageOf(req)
  const { received, errors: receiptErrors } = receiptIn(site, language, values)
  const errors = [...othersWrong(language, actor, values), ...receiptErrors, ...fileErrors]
  if (received === null || errors.length > 0) return showForm(site, req, res, { values, errors, similar: [] })
  const toLog: ToLog = { actor, values, received }
  const similar = textOf(values, 'step') === 'anyway' ? [] : await similarTo(site, toLog)
  if (similar.length > 0) return showForm(site, req, res, { values, errors: [], similar })
  try {
    const location = await logAll(site, req, toLog)
    res.redirect(303, location)
  } catch (error) {
    const wrong = formErrors(error, language, 'receivedOn')
    if (!wrong) throw error
    await showForm(site, req, res, { values, errors: wrong, similar: [] })
  }
}

/** What this very form has made already, sent before, is no other request. */
async function similarTo({ context }: Site, toLog: ToLog): Promise<SimilarRequest[]> {
  const { actor, values, received } = toLog
  // A unit types what was said at its counter: it sees all of its own requests anyway.
  if (actor.organisationId === null) return []
  const institutionIds = chosenInstitutions(values)
  const own = institutionIds.map(id => idAt(sendingOf(toLog), id))
  const found = await findSimilar(context, actor, {
    institutionIds,
    title: textOf(values, 'title'),
    body: textOf(values, 'body'),
    caseNumber: textOf(values, 'caseNumber') || null,
    receivedOn: received.day,
  })
  return found.filter(({ id }) => !own.includes(id))
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly similar: readonly SimilarRequest[]
}

async function showForm(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, similar }: Shown,
): Promise<void> {
  const { context } = site
  const own = requireUser(req).institutionId
  const institutions = await institutionOptions(context)
  const ctx = await pageContext(site, req)
  const data = {
    form: formWith(own === null ? values : { institutionId: own, ...values }, errors, randomUUID),
    institutions: own === null ? institutions : institutions.filter(({ value }) => value === own),
    organisations: own === null ? [] : await organisationOptions(context),
    searching: searchesOthers(values),
    previews: await previewsAt(site, values),
    similar,
    maxMegabytes: megabytes(context.config.maxUploadBytes),
  }
  sendPage(res, <LogRequestPage ctx={{ ...ctx, path }} data={data} />, errors.length > 0 ? 422 : 200)
}
