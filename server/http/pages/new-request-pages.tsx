import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import type { FieldError } from '../../../client/form-state.ts'
import { NewRequestPage } from '../../../client/pages/new-request-page.tsx'
import { DeadlinePreviewBox } from '../../../client/parts/deadline-preview.tsx'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/law/effective-receipt.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { requestKinds } from '../../domain/request/states.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../i18n/translate.ts'
import { attachFile } from '../../requests/attach-file.ts'
import { logRequest } from '../../requests/log-request.ts'
import { previewDeadline, type DeadlinePreview } from '../../requests/preview-deadline.ts'
import type { RequestView } from '../../requests/request-view.ts'
import { newRequestBody } from '../../requests/schemas.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { institutionOptions, organisationOptions } from './choices.ts'
import { readForm, textOf, type RefusedFile, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { pathOf, setFlash, takeDraft } from './page-session.ts'
import { queryOf } from './request-pages.tsx'
import { momentOf, typedDay, typedTime } from './typed-day.ts'

/** LAIP, article 72. */
const inForceFrom = '2009-04-21'

/** Logging a request, and when its answer would be due while it is typed. */
export function newRequestPages(site: Site): Router {
  const { context } = site
  const router = Router()

  // The piece that enhance.ts puts in place; without it the button brings the whole page.
  router.get('/plazos/vista', async (req, res) => {
    const values = queryOf(req)
    const { received } = receivedIn(site, req, values)
    const preview =
      received !== null && textOf(values, 'institutionId') !== ''
        ? await previewOf(site, values, received)
        : null
    const ctx = await pageContext(site, req)
    res
      .set('Cache-Control', 'private, no-store')
      .type('html')
      .send(renderToString(<DeadlinePreviewBox ctx={ctx} preview={preview} />))
  })

  router.get('/solicitudes/nueva', async (req, res) => {
    mayLog(req)
    const values = takeDraft(req) ?? {
      receivedOn: 'hoy',
      channel: 'electronica',
      evidenceKind: 'correo',
      kind: 'access',
    }
    await showForm(site, req, res, { values, errors: [], preview: null })
  })

  router.post('/solicitudes/nueva', async (req, res) => {
    const { values, refusedFile } = await readForm(context, req)
    const actor = mayLog(req, values)
    const { received, errors } = receivedIn(site, req, values)
    const refused = refusedFile ? [fileFault(site, req, refusedFile)] : []
    const preview = received !== null ? await previewOf(site, values, received) : null
    if (textOf(values, 'step') === 'preview')
      return showForm(site, req, res, { values, errors: refused, preview })
    if (received === null || refused.length > 0) {
      return showForm(site, req, res, {
        values,
        errors: [...othersWrong(req, actor, values), ...errors, ...refused],
        preview,
      })
    }
    try {
      res.redirect(303, await log(site, req, { actor, values, received }))
    } catch (error) {
      const wrong = formErrors(error, languageOf(req), 'receivedOn')
      if (!wrong) throw error
      await showForm(site, req, res, { values, errors: wrong, preview })
    }
  })

  return router
}

function mayLog(req: Request, typed: SentValues = {}): Actor {
  if (!req.user) throw new AppError('sign-in-required', { typed })
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'logRequest')) throw new AppError('forbidden')
  return actor
}

interface Logged {
  readonly actor: Actor
  readonly values: SentValues
  readonly received: Moment
}

async function log({ context }: Site, req: Request, { actor, values, received }: Logged): Promise<string> {
  const sending = {
    userId: actor.userId,
    path: '/solicitudes/nueva',
    key: textOf(values, 'idempotencyKey') || randomUUID(),
  }
  const input = { ...parse(newRequestBody, bodyOf(values, actor, momentText(received))), id: idOf(sending) }
  return once(context, sending, async () => {
    const request = await logRequest(context, actor, input)
    await keepFile(context, actor, request, values)
    setFlash(req, { tone: 'done', key: 'new.done', values: { reference: request.reference } })
    return `/${languageOf(req)}/solicitudes/${request.id}`
  })
}

async function keepFile(
  context: Site['context'],
  actor: Actor,
  { id, version }: RequestView,
  values: SentValues,
): Promise<void> {
  const sha256 = textOf(values, 'fileSha256')
  if (sha256 === '') return
  const content = await context.engine.files.open(sha256)
  await attachFile(context, actor, { requestId: id, version, name: textOf(values, 'fileName'), content })
}

/** As the schema reads it; the file's hash is part of how receipt is known. */
function bodyOf(values: SentValues, actor: Actor, received: string) {
  const sha256 = textOf(values, 'fileSha256')
  return {
    institutionId: textOf(values, 'institutionId'),
    organisationId: actor.organisationId ?? textOf(values, 'organisationId'),
    title: textOf(values, 'title'),
    body: textOf(values, 'body'),
    kind: textOf(values, 'kind') || undefined,
    channel: textOf(values, 'channel') || undefined,
    received,
    evidence: [{ kind: textOf(values, 'evidenceKind') || 'declarada', sha256: sha256 || null, note: null }],
  }
}

function momentText(moment: Moment): string {
  return typeof moment === 'string' ? moment : moment.toISOString()
}

/** All faults at once: a wrong day must not hide that the title is missing. */
function othersWrong(req: Request, actor: Actor, values: SentValues): readonly FieldError[] {
  try {
    parse(newRequestBody, bodyOf(values, actor, '2026-01-01'))
    return []
  } catch (error) {
    return formErrors(error, languageOf(req), 'title') ?? []
  }
}

function receivedIn({ context }: Site, req: Request, values: SentValues) {
  const day = typedDay(textOf(values, 'receivedOn'), context.clock.today())
  const time = typedTime(textOf(values, 'receivedTime'))
  const errors = receiptErrors(languageOf(req), values, { day, time })
  return { received: day === null || errors.length > 0 ? null : momentOf(day, time), errors }
}

interface Receipt {
  readonly day: CalendarDate | null
  readonly time: string | null
}

function receiptErrors(language: Language, values: SentValues, { day, time }: Receipt): FieldError[] {
  const typed = textOf(values, 'receivedOn')
  const errors: FieldError[] = []
  if (typed === '') errors.push(fieldError(language, 'receivedOn', 'invalid.required'))
  else if (day === null) errors.push(fieldError(language, 'receivedOn', 'invalid.date'))
  else if (day < inForceFrom) errors.push(fieldError(language, 'receivedOn', 'invalid.date.early'))
  if (textOf(values, 'receivedTime') !== '' && time === null)
    errors.push(fieldError(language, 'receivedTime', 'invalid.time'))
  return errors
}

/** Null where the day lies beyond the known calendar, or the institution is not on the register. */
async function previewOf(
  { context }: Site,
  values: SentValues,
  received: Moment,
): Promise<DeadlinePreview | null> {
  const kind = requestKinds.find(one => one === textOf(values, 'kind')) ?? 'access'
  try {
    return await previewDeadline(context, {
      institutionId: textOf(values, 'institutionId') || null,
      kind,
      received,
    })
  } catch (error) {
    if (error instanceof AppError && ['unknown-institution', 'invalid-input'].includes(error.code))
      return null
    throw error
  }
}

const fileFaults = {
  'too-big': 'invalid.file',
  kind: 'invalid.file.kind',
  empty: 'invalid.file.empty',
} as const satisfies Record<RefusedFile, string>

/** Which kinds are accepted, and how big: the words are those that scripts say before sending. */
export function fileFault({ context }: Site, req: Request, refused: RefusedFile): FieldError {
  return fieldError(languageOf(req), 'file', fileFaults[refused], {
    megabytes: megabytes(context.config.maxUploadBytes),
  })
}

export function megabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024))
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly preview: DeadlinePreview | null
}

async function showForm(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, preview }: Shown,
): Promise<void> {
  const { context } = site
  const isUnit = requireUser(req).institutionId !== null
  const institutions = await institutionOptions(context)
  const ctx = await pageContext(site, req)
  const data = {
    form: formWith(values, errors, randomUUID),
    institutions: isUnit
      ? institutions.filter(({ value }) => value === req.user?.institutionId)
      : institutions,
    organisations: isUnit ? await organisationOptions(context) : [],
    preview,
    maxMegabytes: megabytes(context.config.maxUploadBytes),
  }
  sendPage(
    res,
    <NewRequestPage ctx={{ ...ctx, path: pathOf(req).replace(/^\/(es|en)/, '') }} data={data} />,
    errors.length > 0 ? 422 : 200,
  )
}
