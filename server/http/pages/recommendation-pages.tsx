import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { RecommendationPage } from '../../../client/pages/recommendation-page.tsx'
import { RecommendationsPage } from '../../../client/pages/recommendations-page.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { AppError } from '../../errors.ts'
import { recommendationFor, recommendationsFor, sayWhatWasDone } from '../../recommendations/speak.ts'
import { wordBody } from '../../recommendations/schemas.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { recommendationNames } from './recommendation-screens.tsx'
import { labelledErrors } from './register-faults.ts'

/** What reports ask of the reader's institution, and its word on what it did. */
export function recommendationPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/recomendaciones', async (req, res) => {
    const items = await recommendationsFor(context, actorFor(requireUser(req)))
    sendPage(res, <RecommendationsPage ctx={await pageContext(site, req)} items={items} />)
  })

  router.get('/recomendaciones/:id', (req, res) => show(site, req, res, takeDraft(req) ?? {}, []))

  router.post('/recomendaciones/:id', async (req, res) => {
    const { values } = await readForm(context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: values })
    const actor = actorFor(requireUser(req))
    const id = String(req.params.id)
    const language = languageOf(req)
    try {
      const said = parse(wordBody, { state: textOf(values, 'state'), text: rawText(values) })
      await sayWhatWasDone(context, actor, { id, ...said })
    } catch (error) {
      const errors =
        labelledErrors(error, language, labels, name => textOf(values, name) === '') ??
        formErrors(error, language, 'text')
      if (!errors) throw error
      return show(site, req, res, values, errors)
    }
    setFlash(req, { tone: 'done', key: 'recommendation.said', values: {} })
    res.redirect(303, `/${language}/recomendaciones/${id}`)
  })

  return router
}

const labels = {
  state: 'recommendation.claim',
  text: 'recommendation.word',
} as const satisfies Record<string, MessageKey>

/** As it came: an institution's words are not trimmed. */
function rawText({ text }: SentValues): string {
  return typeof text === 'string' ? text : ''
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  values: SentValues,
  errors: readonly FieldError[],
): Promise<void> {
  const actor = actorFor(requireUser(req))
  const item = await recommendationFor(site.context, actor, String(req.params.id))
  const data = {
    item,
    names: await recommendationNames(site, [item]),
    maySpeak: hasPermission(actor, 'answerRecommendations'),
    form: formWith(values, errors, randomUUID),
  }
  const page = <RecommendationPage ctx={await pageContext(site, req)} data={data} />
  sendPage(res, page, errors.length > 0 ? 422 : 200)
}
