import type { Writable } from 'node:stream'
import { Router, type Response } from 'express'
import Joi from 'joi'
import type { ReportDocument } from '../../reports/blocks.ts'
import { reviewLetter } from '../../reports/review-letter/document.ts'
import { silenceDocument } from '../../reports/silence-certificate/document.ts'
import type { Context } from '../context.ts'
import { reviewGrounds } from '../domain/request/events.ts'
import { actorOf } from '../http/actor.ts'
import { languageOf } from '../http/language.ts'
import { parse } from '../http/parse.ts'
import { translator } from '../i18n/translate.ts'
import { reviewFacts, type ReviewWords } from './review-facts.ts'
import { requestParams } from './schemas.ts'
import { silenceFacts } from './silence-facts.ts'

/** Prints a paper; the sink is opened once it is known to be printable. */
export type Print = (document: ReportDocument, open: () => Writable) => Promise<{ readonly pages: number }>

const languageQuery = Joi.object<{ language: 'es' | 'en' | null }>({
  language: Joi.string().valid('es', 'en').empty('').allow(null).default(null),
})

const words = {
  ground: Joi.string()
    .valid(...reviewGrounds)
    .empty('')
    .allow(null)
    .default(null),
  text: Joi.string().trim().max(6000).allow('').default(''),
  name: Joi.string().trim().max(120).allow('').default(''),
  notices: Joi.string().trim().max(200).allow('').default(''),
}

export const reviewWords = Joi.object<ReviewWords>(words)

const groundQuery = Joi.object<Pick<ReviewWords, 'ground'>>({ ground: words.ground })

/** The papers of a request: a certificate of its silence, a letter to seek a review. */
export function letterRoutes(context: Context, print: Print): Router {
  const router = Router()

  router.get('/:requestId/silence-certificate.pdf', async (req, res) => {
    const { requestId } = parse(requestParams, req.params)
    const language = parse(languageQuery, req.query).language ?? languageOf(req)
    const facts = await silenceFacts(context, actorOf(req), { requestId, language })
    const document = silenceDocument({
      facts,
      language: language === 'es' ? 'es-GT' : 'en',
      ...noticeOf(context, language),
    })
    await print(document, () => asPdf(res, `constancia-de-silencio_${facts.reference}.pdf`))
  })

  // An address holds no name and no address of anybody: those come in a body.
  router.get('/:requestId/review-letter.pdf', async (req, res) => {
    const { requestId } = parse(requestParams, req.params)
    const { ground } = parse(groundQuery, req.query)
    const words = { ground, text: '', name: '', notices: '' }
    const facts = await reviewFacts(context, actorOf(req), { requestId, words })
    await print(reviewLetter(facts, noticeOf(context, 'es').notice), () => asLetter(res, facts.reference))
  })

  router.post('/:requestId/review-letter.pdf', async (req, res) => {
    const { requestId } = parse(requestParams, req.params)
    const facts = await reviewFacts(context, actorOf(req), { requestId, words: parse(reviewWords, req.body) })
    await print(reviewLetter(facts, noticeOf(context, 'es').notice), () => asLetter(res, facts.reference))
  })

  return router
}

function asLetter(res: Response, reference: string): Response {
  return asPdf(res, `recurso-de-revision_${reference}.pdf`)
}

function asPdf(res: Response, name: string): Response {
  return res.attachment(name).type('application/pdf')
}

/** A paper on invented data must never pass for one on real ones. */
export function noticeOf({ config }: Pick<Context, 'config'>, language: 'es' | 'en'): { notice?: string } {
  return config.demo ? { notice: translator(language)('tools.demo') } : {}
}
