import { Router } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { actorFor, requireUser } from '../http/actor.ts'
import { jsonBodies } from '../http/bodies.ts'
import { idempotent } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { registerRoutes } from '../http/register/register-routes.ts'
import type { Recommendation } from '../store/recommendation-store.ts'
import { presentWord, recommendationRegister } from './recommendation-register.ts'
import { wordBody } from './schemas.ts'
import { recommendationsFor, sayWhatWasDone } from './speak.ts'

const entryParams = Joi.object<{ id: string }>({ id: Joi.string().max(80).required() })

/** /api/v1/recommendations: as every register, and /mine for the institutions that they are addressed to. */
export function recommendationRoutes(context: Context): Router {
  const router = Router()

  router.get('/mine', async (req, res) => {
    const items = await recommendationsFor(context, actorFor(requireUser(req)))
    res.json({ items: items.map(presentMine) })
  })

  router.post(
    '/:id/words',
    ...jsonBodies(),
    idempotent(context, async req => {
      const actor = actorFor(requireUser(req))
      const { id } = parse(entryParams, req.params)
      const item = await sayWhatWasDone(context, actor, { id, ...parse(wordBody, req.body) })
      return { status: 201, body: presentMine(item) }
    }),
  )

  return router.use(registerRoutes(context, recommendationRegister(context)))
}

/** To the institution: what is asked, how it was judged, and its own words. */
export function presentMine(item: Recommendation) {
  const { id, edition, institutionId, text, state, stateDay, stateNote, words } = item
  return { id, edition, institutionId, text, state, stateDay, stateNote, words: words.map(presentWord) }
}
