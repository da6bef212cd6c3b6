import { Router } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { actorFor, requireUser } from '../http/actor.ts'
import { idempotent } from '../http/idempotency.ts'
import { parse } from '../http/parse.ts'
import { requireKeeper } from '../http/register/keep-entry.ts'
import { registerRoutes } from '../http/register/register-routes.ts'
import { acknowledge, answer } from './acknowledge.ts'
import { disseminationRegister } from './dissemination-register.ts'
import { entryOfToken, linkTokenOf } from './link.ts'
import { acknowledgementView } from './acknowledgement-view.ts'
import { answerBody } from './schemas.ts'
import { sendLetters } from './send-letters.ts'

const entryParams = Joi.object<{ id: string }>({ id: Joi.string().max(80).required() })
const tokenParams = Joi.object<{ token: string }>({ token: Joi.string().max(200).required() })

/** /api/v1/dissemination: as every register of activities, with the receiver's link and letters. */
export function disseminationRoutes(context: Context): Router {
  const router = Router()

  router.get('/:id/link', async (req, res) => {
    requireKeeper(actorFor(requireUser(req)))
    const item = await context.stores.disseminations.find(parse(entryParams, req.params).id)
    if (!item || item.annulled) throw new AppError('not-found')
    const token = await linkTokenOf(context, item)
    res.json({ token, url: `${context.config.publicUrl}/es/acuse/${token}` })
  })

  router.post(
    '/:id/letters',
    idempotent(context, async req => {
      const actor = actorFor(requireUser(req))
      const letters = await sendLetters(context, actor, parse(entryParams, req.params).id)
      return { status: 200, body: { letters } }
    }),
  )

  return router.use(registerRoutes(context, disseminationRegister(context)))
}

/** /api/v1/acknowledgements/:token: for whoever has the link, without an account. */
export function acknowledgementRoutes(context: Context): Router {
  const router = Router()

  router.get('/:token', async (req, res) => {
    const item = await entryOfToken(context, parse(tokenParams, req.params).token)
    res.json(await acknowledgementView(context, item))
  })

  router.post('/:token', async (req, res) => {
    const item = await acknowledge(context, parse(tokenParams, req.params).token)
    res.json(await acknowledgementView(context, item))
  })

  router.post('/:token/answers', async (req, res) => {
    const { token } = parse(tokenParams, req.params)
    const item = await answer(context, token, parse(answerBody, req.body).text)
    res.json(await acknowledgementView(context, item))
  })

  return router
}
