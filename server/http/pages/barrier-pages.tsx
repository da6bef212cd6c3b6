import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromStream } from 'file-type'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { BarrierFormPage, BarriersPage } from '../../../client/pages/barriers-page.tsx'
import { recordingOrganisation } from '../../barriers/barrier-permissions.ts'
import { getBarrier, listBarriers } from '../../barriers/list-barriers.ts'
import { recordBarrier } from '../../barriers/record-barrier.ts'
import { newBarrier } from '../../barriers/schemas.ts'
import { AppError } from '../../errors.ts'
import { getRequest } from '../../requests/get-request.ts'
import type { BarrierFile } from '../../store/barrier-store.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { sendFile } from '../send-file.ts'
import { institutionOptions } from './choices.ts'
import { readForm, textOf, type SentForm, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { fileFault, megabytes } from './file-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { queryOf } from './request-pages.tsx'
import { todayWord, typedDay } from './typed-day.ts'

const onPage = 30
const path = '/barreras/nueva'

/** What stood between an organisation and its request, with a request or before there was one. */
export function barrierPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/barreras', async (req, res) => {
    const filter = { requestId: null, institutionId: null }
    const cursor = textOf(queryOf(req), 'cursor') || null
    const { items, next } = await listBarriers(context, actorOf(req), { ...filter, limit: onPage, cursor })
    const data = { barriers: items, nextCursor: next }
    sendPage(res, <BarriersPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.get(path, async (req, res) => {
    recordingOrganisation(actorOf(req))
    const { solicitud = '' } = queryOf(req)
    const occurredOn = todayWord(languageOf(req))
    const values = takeDraft(req) ?? { solicitud, occurredOn, evidenceKind: 'declarada' }
    await showForm(site, req, res, { values, errors: [] })
  })

  router.post(path, async (req, res) => {
    const sent = await readForm(context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: sent.values })
    recordingOrganisation(actorOf(req))
    const errors = await wrongIn(site, req, sent)
    if (errors.length > 0) return showForm(site, req, res, { values: sent.values, errors })
    try {
      const location = await record(site, req, sent.values)
      res.redirect(303, location)
    } catch (error) {
      const wrong = formErrors(error, languageOf(req), 'occurredOn')
      if (!wrong) throw error
      await showForm(site, req, res, { values: sent.values, errors: wrong })
    }
  })

  router.get('/barreras/:barrierId/archivos/:sha256', async (req, res) => {
    const { barrierId, sha256 } = req.params
    const { files } = await getBarrier(context, actorOf(req), barrierId)
    const file = files.find(each => each.sha256 === sha256)
    if (!file) throw new AppError('not-found')
    const content = await context.engine.files.open(sha256)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}

/** Every fault at once: of the day, the file and what the schema asks. */
async function wrongIn(site: Site, req: Request, { values, refusedFile }: SentForm): Promise<FieldError[]> {
  const language = languageOf(req)
  const errors: FieldError[] = []
  const hasPlace = textOf(values, 'institutionId') !== '' || textOf(values, 'solicitud') !== ''
  if (!hasPlace) errors.push(fieldError(language, 'institutionId', 'invalid.choose'))
  if (textOf(values, 'kind') === '') errors.push(fieldError(language, 'kind', 'barriers.choose'))
  const typed = textOf(values, 'occurredOn')
  if (typed === '') errors.push(fieldError(language, 'occurredOn', 'invalid.required'))
  else if (typedDay(typed, site.context.clock.today()) === null)
    errors.push(fieldError(language, 'occurredOn', 'invalid.date'))
  if (refusedFile) errors.push(fileFault(site, req, refusedFile))
  return errors
}

async function record({ context }: Site, req: Request, values: SentValues): Promise<string> {
  const actor = actorFor(requireUser(req))
  const key = textOf(values, 'idempotencyKey') || randomUUID()
  const sending = { userId: actor.userId, path, key }
  const input = parse(newBarrier, {
    kind: textOf(values, 'kind'),
    occurredOn: typedDay(textOf(values, 'occurredOn'), context.clock.today()),
    institutionId: textOf(values, 'institutionId'),
    requestId: textOf(values, 'solicitud'),
    place: textOf(values, 'place'),
    note: textOf(values, 'note'),
    evidence: textOf(values, 'evidenceKind') || undefined,
  })
  return once(context, { ...sending, values }, async () => {
    const files = await filesOf(context, values)
    const { requestId } = await recordBarrier(context, actor, { id: idOf(sending), input, files })
    setFlash(req, { tone: 'done', key: 'barriers.done', values: {} })
    return `/${languageOf(req)}${requestId ? `/solicitudes/${requestId}` : '/barreras'}`
  })
}

async function filesOf({ engine }: Site['context'], values: SentValues): Promise<BarrierFile[]> {
  const sha256 = textOf(values, 'fileSha256')
  if (sha256 === '') return []
  const type = await fileTypeFromStream(await engine.files.open(sha256))
  const name =
    textOf(values, 'fileName')
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '') ?? ''
  const size = await sizeOf(await engine.files.open(sha256))
  return [
    {
      sha256,
      name: name.slice(0, 150) || 'archivo',
      size,
      mediaType: type?.mime ?? 'application/octet-stream',
    },
  ]
}

async function sizeOf(content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const chunk of content) size += chunk.length
  return size
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function showForm(site: Site, req: Request, res: Response, { values, errors }: Shown): Promise<void> {
  const { context } = site
  const id = textOf(values, 'solicitud')
  const view = id === '' ? null : await getRequest(context, actorOf(req), id)
  const request = view && {
    id: view.id,
    reference: view.reference,
    institution: `${view.institution.name}: ${view.title}`,
  }
  const data = {
    form: formWith(values, errors, randomUUID),
    institutions: request ? [] : await institutionOptions(context),
    request,
    maxMegabytes: megabytes(context.config.maxUploadBytes),
  }
  const ctx = await pageContext(site, req)
  sendPage(res, <BarrierFormPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
}
