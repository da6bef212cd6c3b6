import type { Request } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import type { Context } from '../../context.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/law/effective-receipt.ts'
import type { Actor } from '../../domain/request/events.ts'
import type { Language } from '../../i18n/translate.ts'
import { attachFile } from '../../requests/attach-file.ts'
import { idAt, logRequestToMany, requireWhole } from '../../requests/log-request-to-many.ts'
import type { RequestView } from '../../requests/request-view.ts'
import { manyRequestsBody } from '../../requests/batch-schemas.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors } from './form-faults.ts'
import { idOf, once } from './once.ts'
import type { Site } from './page-of.ts'
import { setFlash } from './page-session.ts'

export interface ToLog {
  readonly actor: Actor
  readonly values: SentValues
  readonly received: { readonly day: CalendarDate; readonly moment: Moment }
}

const path = '/solicitudes/nueva'

const longestId = 120

/** The one of the list and the others that were ticked, each once. */
export function chosenInstitutions(values: SentValues): string[] {
  const ticked = values.institutionIds
  const others = typeof ticked === 'string' ? [ticked] : (ticked ?? [])
  return [...new Set([textOf(values, 'institutionId'), ...others])].filter(
    id => id !== '' && id.length <= longestId,
  )
}

/** All faults at once: a wrong day must not hide that the title is missing. */
export function othersWrong(language: Language, actor: Actor, values: SentValues): readonly FieldError[] {
  try {
    parse(manyRequestsBody, bodyOf(values, actor, '2026-01-01'))
    return []
  } catch (error) {
    const wrong = formErrors(error, language, 'title') ?? []
    const isUnchosen = wrong.some(({ field }) => field === 'institutionIds')
    return [
      ...(isUnchosen ? [fieldError(language, 'institutionId', 'invalid.choose')] : []),
      ...wrong.filter(({ field }) => field !== 'institutionIds'),
    ]
  }
}

/**
 * Logs it with every institution that was chosen, once however often it is sent, and says where to go on.
 * @throws AppError 'partly-logged' where some institutions failed after others had theirs.
 */
export async function logAll({ context }: Site, req: Request, toLog: ToLog): Promise<string> {
  const { actor, values, received } = toLog
  const { moment } = received
  const input = parse(
    manyRequestsBody,
    bodyOf(values, actor, typeof moment === 'string' ? moment : moment.toISOString()),
  )
  return once(context, { ...whoAndWhat(toLog), values }, async () => {
    const results = await logRequestToMany(context, actor, input, id => idAt(sendingOf(toLog), id))
    const requests = results.flatMap(({ request }) => request ?? [])
    for (const request of requests) await keepFile(context, actor, request, values)
    await requireWhole(context, results)
    await context.stores.drafts.remove(textOf(values, 'borrador'), actor.userId)
    return wayOn(req, requests)
  })
}

/** The same form, the same name: what it makes is named after it. */
export function sendingOf(toLog: ToLog): string {
  return idOf(whoAndWhat(toLog))
}

function whoAndWhat({ actor, values }: ToLog) {
  return { userId: actor.userId, path, key: textOf(values, 'idempotencyKey') }
}

function wayOn(req: Request, requests: readonly RequestView[]): string {
  const [first, ...others] = requests
  const language = languageOf(req)
  if (!first || others.length > 0)
    return `/${language}/solicitudes/registradas?id=${requests.map(({ id }) => id).join(',')}`
  setFlash(req, { tone: 'done', key: 'new.done', values: { reference: first.reference } })
  return `/${language}/solicitudes/${first.id}`
}

async function keepFile(
  context: Context,
  actor: Actor,
  { id, version, attachments }: RequestView,
  values: SentValues,
): Promise<void> {
  const sha256 = textOf(values, 'fileSha256')
  if (sha256 === '' || attachments.some(file => file.sha256 === sha256)) return
  const content = await context.engine.files.open(sha256)
  await attachFile(context, actor, { requestId: id, version, name: textOf(values, 'fileName'), content })
}

/** As the schema reads it; the file's hash is part of how receipt is known. */
function bodyOf(values: SentValues, actor: Actor, received: string) {
  const kind = textOf(values, 'evidenceKind') || 'declarada'
  const sha256 = textOf(values, 'fileSha256') || null
  const note = textOf(values, 'caseNumber') || null
  return {
    institutionIds: chosenInstitutions(values),
    organisationId: actor.organisationId ?? textOf(values, 'organisationId'),
    title: textOf(values, 'title'),
    body: textOf(values, 'body'),
    kind: textOf(values, 'kind') || undefined,
    channel: textOf(values, 'channel') || undefined,
    received,
    evidence: [{ kind, sha256, note }],
  }
}
