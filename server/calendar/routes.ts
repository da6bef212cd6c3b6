import { Router } from 'express'
import type { Context } from '../context.ts'
import { requireRole } from '../http/actor.ts'
import { idempotent } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { shownMoves } from '../recounts/tell-moves.ts'
import type { RecordedClosure } from '../store/closure-store.ts'
import { addClosure } from './add-closure.ts'
import { listClosures } from './list-closures.ts'
import { previewClosure } from './preview-closure.ts'
import { newClosure } from './schemas.ts'

const closers = ['system_admin', 'coordinator', 'regulator'] as const

/** Who entered it is for the record, not for the public. */
function presentClosure<C extends RecordedClosure>({
  recordedBy: _who,
  ...closure
}: C): Omit<C, 'recordedBy'> {
  return closure
}

/** /api/v1/closures: the acuerdos are public; those who oversee and administer record them. */
export function closureRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (_req, res) => {
    const items = (await listClosures(context)).map(presentClosure)
    res.json({ items, next: null })
  })

  router.post('/preview', async (req, res) => {
    const actor = requireRole(req, ...closers)
    const preview = await previewClosure(context, actor, parse(newClosure, req.body))
    res.json({ ...preview, ...shownMoves(preview) })
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = requireRole(req, ...closers)
      const added = await addClosure(context, actor, parse(newClosure, req.body))
      const body = { ...added, closure: presentClosure(added.closure), ...shownMoves(added) }
      return { status: 201, body }
    }),
  )

  return router
}
