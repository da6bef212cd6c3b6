import { Router } from 'express'
import type { Context } from '../context.ts'
import { requireRole } from '../http/actor.ts'
import { idempotent } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import type { RecordedClosure } from '../store/closure-store.ts'
import { addClosure } from './add-closure.ts'
import { previewClosure } from './preview-closure.ts'
import { newClosure } from './schemas.ts'

const closers = ['system_admin', 'coordinator', 'regulator'] as const

/** Of a long list of moves, so many are sent; `requests` and `movesTotal` say how many there are. */
const mostMoves = 1_000

/** Who entered it is for the record, not for the public. */
export type ClosureView = Omit<RecordedClosure, 'recordedBy'>

export function presentClosure({ recordedBy: _who, ...closure }: RecordedClosure): ClosureView {
  return closure
}

/** /api/v1/closures: the acuerdos are public; those who oversee and administer record them. */
export function closureRoutes(context: Context): Router {
  const router = Router()

  router.get('/', async (_req, res) => {
    const closures = await context.stores.closures.all()
    res.json({ items: closures.map(presentClosure), next: null })
  })

  router.post('/preview', async (req, res) => {
    const actor = requireRole(req, ...closers)
    const preview = await previewClosure(context, actor, parse(newClosure, req.body))
    res.json({ ...preview, ...firstOf(preview.moves) })
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = requireRole(req, ...closers)
      const { closure, moves, ...rest } = await addClosure(context, actor, parse(newClosure, req.body))
      return { status: 201, body: { closure: presentClosure(closure), ...rest, ...firstOf(moves) } }
    }),
  )

  return router
}

function firstOf<T>(moves: readonly T[]) {
  return { moves: moves.slice(0, mostMoves), movesTotal: moves.length }
}
