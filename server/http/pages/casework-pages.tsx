import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { RequestPage } from '../../../client/pages/request-page.tsx'
import { assignCase } from '../../casework/assign-case.ts'
import { addCaseNote, withdrawCaseNote } from '../../casework/case-notes.ts'
import { isOfUnit } from '../../casework/unit-request.ts'
import { viewCasework } from '../../casework/view-casework.ts'
import { getRequest } from '../../requests/get-request.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'

const longestNote = 5000

/** A unit's assignment and notes: its own forms beneath a request, and how each is taken back. */
export function caseworkPages(site: Site): Router {
  const { context } = site
  const router = Router()

  // Where signing in again leads, with what was typed.
  for (const form of ['encargo', 'notas'] as const) {
    router.get(`/solicitudes/:requestId/${form}`, async (req, res) => {
      const { requestId } = req.params
      requireUser(req)
      await showRequest(site, req, res, { requestId, values: takeDraft(req) ?? {}, errors: [] })
    })
  }

  router.post('/solicitudes/:requestId/encargo', async (req, res) => {
    const { requestId } = req.params
    const { values } = await readForm(context, req)
    const actor = actorFor(requireUser(req))
    const assigneeId = textOf(values, 'assigneeId') || null
    try {
      const { before } = await assignCase(context, actor, { requestId, assigneeId })
      const name = assigneeId === null ? 'none' : ((await context.stores.users.find(assigneeId))?.name ?? '–')
      setFlash(req, {
        ...{ tone: 'done', key: 'casework.assigned', values: { name } },
        undo: {
          path: `/solicitudes/${requestId}/encargo/deshacer`,
          fields: { before: before ?? '', after: assigneeId ?? '' },
        },
      })
      back(req, res, requestId)
    } catch (error) {
      await showAgain(site, req, res, { requestId, values, error, field: 'assigneeId' })
    }
  })

  router.post('/solicitudes/:requestId/encargo/deshacer', async (req, res) => {
    const { requestId } = req.params
    const { values } = await readForm(context, req)
    await assignCase(context, actorFor(requireUser(req)), {
      requestId,
      assigneeId: textOf(values, 'before') || null,
      expected: textOf(values, 'after') || null,
    })
    setFlash(req, { tone: 'done', key: 'casework.unassigned', values: {} })
    back(req, res, requestId)
  })

  router.post('/solicitudes/:requestId/notas', async (req, res) => {
    const { requestId } = req.params
    const { values } = await readForm(context, req)
    const actor = actorFor(requireUser(req))
    const text = textOf(values, 'internalNote')
    const errors = noteErrors(req, text)
    if (errors.length > 0) return showRequest(site, req, res, { requestId, values, errors })
    const key = textOf(values, 'idempotencyKey') || randomUUID()
    const sending = { userId: actor.userId, path: `${requestId}/notas`, key }
    try {
      const location = await once(context, { ...sending, values }, async () => {
        await note(site, req, { requestId, id: idOf(sending), text })
        return addressOf(req, requestId)
      })
      res.redirect(303, location)
    } catch (error) {
      await showAgain(site, req, res, { requestId, values, error, field: 'internalNote' })
    }
  })

  router.post('/solicitudes/:requestId/notas/:noteId/quitar', async (req, res) => {
    await withdrawCaseNote(context, actorFor(requireUser(req)), req.params)
    setFlash(req, { tone: 'done', key: 'casework.withdrawn', values: {} })
    back(req, res, req.params.requestId)
  })

  return router
}

interface Note {
  readonly requestId: string
  readonly id: string
  readonly text: string
}

async function note({ context }: Site, req: Request, { requestId, id, text }: Note): Promise<void> {
  await addCaseNote(context, actorFor(requireUser(req)), { requestId, id, text })
  setFlash(req, {
    ...{ tone: 'done', key: 'casework.noted', values: {} },
    undo: { path: `/solicitudes/${requestId}/notas/${id}/quitar`, fields: {} },
  })
}

/** What the page of a request shows besides the request: the unit's own work, to the unit alone. */
export async function caseworkFor({ context }: Site, req: Request, requestId: string, shown: Shown) {
  const actor = actorOf(req)
  if (!isOfUnit(actor)) return null
  return {
    work: await viewCasework(context, actor, requestId),
    form: formWith(shown.values, shown.errors, randomUUID),
  }
}

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

function noteErrors(req: Request, text: string): FieldError[] {
  const language = languageOf(req)
  if (text === '') return [fieldError(language, 'internalNote', 'invalid.required')]
  if (text.length <= longestNote) return []
  return [fieldError(language, 'internalNote', 'invalid.length', { limit: longestNote })]
}

interface Refused {
  readonly requestId: string
  readonly values: SentValues
  readonly error: unknown
  readonly field: string
}

async function showAgain(
  site: Site,
  req: Request,
  res: Response,
  { requestId, values, error, field }: Refused,
): Promise<void> {
  const errors = formErrors(error, languageOf(req), field)
  if (!errors) throw error
  await showRequest(site, req, res, { requestId, values, errors })
}

async function showRequest(
  site: Site,
  req: Request,
  res: Response,
  { requestId, ...shown }: Shown & { readonly requestId: string },
): Promise<void> {
  const request = await getRequest(site.context, actorOf(req), requestId)
  const casework = await caseworkFor(site, req, requestId, shown)
  const ctx = await pageContext(site, req)
  sendPage(
    res,
    <RequestPage ctx={ctx} request={request} casework={casework} />,
    shown.errors.length > 0 ? 422 : 200,
  )
}

function back(req: Request, res: Response, requestId: string): void {
  res.redirect(303, addressOf(req, requestId))
}

function addressOf(req: Request, requestId: string): string {
  return `/${languageOf(req)}/solicitudes/${encodeURIComponent(requestId)}`
}
