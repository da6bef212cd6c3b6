import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ReviewPage } from '../../../client/pages/review-page.tsx'
import { reviewLetter } from '../../../reports/review-letter/document.ts'
import { silenceIn } from '../../domain/request/silence.ts'
import { AppError } from '../../errors.ts'
import { printReport } from '../../reports/print-report.ts'
import { getRequest } from '../../requests/get-request.ts'
import { noticeOf, reviewWords } from '../../requests/letter-routes.ts'
import { reviewClock, reviewFacts, suggestedGround } from '../../requests/review-facts.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { takeDraft } from './page-session.ts'

const path = '/solicitudes/:requestId/revision'

/** What a review appeal needs, and the letter that asks for it. */
export function reviewPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get(path, async (req, res) => {
    requireUser(req)
    const values = takeDraft(req) ?? {}
    await show(site, req, res, { requestId: req.params.requestId, values, errors: [] })
  })

  router.post(path, async (req, res) => {
    const { requestId } = req.params
    const { values } = await readForm(context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: values })
    try {
      const words = parse(reviewWords, wordsIn(values))
      const facts = await reviewFacts(context, actorFor(requireUser(req)), { requestId, words })
      const letter = reviewLetter(facts, noticeOf(context, 'es').notice)
      const name = `recurso-de-revision_${facts.reference}.pdf`
      res.set('Cache-Control', 'private, no-store')
      await printReport(letter, () => res.attachment(name).type('application/pdf'))
    } catch (error) {
      const errors = res.headersSent ? null : formErrors(error, languageOf(req), 'text')
      if (!errors) throw error
      await show(site, req, res, { requestId, values, errors })
    }
  })

  return router
}

function wordsIn(values: SentValues) {
  const { ground, text, name, notices } = Object.fromEntries(
    ['ground', 'text', 'name', 'notices'].map(field => [field, textOf(values, field)]),
  )
  return { ground, text, name, notices }
}

interface Shown {
  readonly requestId: string
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { requestId, values, errors }: Shown,
): Promise<void> {
  const actor = actorFor(requireUser(req))
  if (actor.organisationId === null) throw new AppError('forbidden')
  const request = await getRequest(site.context, actor, requestId)
  const clock = reviewClock(request)
  if (clock === null) throw new AppError('review-not-open', { state: request.state })
  const suggested = suggestedGround(request)
  const data = {
    ...{ request, clock, suggested },
    form: formWith({ ground: suggested, ...values }, errors, randomUUID),
    certificate: silenceIn(request.breaches) !== null,
  }
  sendPage(res, <ReviewPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}
