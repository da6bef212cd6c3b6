import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { RatingPage } from '../../../client/pages/rating-page.tsx'
import { mostItemLetters, mostItems } from '../../domain/ratings.ts'
import { AppError } from '../../errors.ts'
import { getRatings, rateAnswer } from '../../ratings/rate-answer.ts'
import type { RatingsView } from '../../ratings/ratings-view.ts'
import { newRating } from '../../ratings/schemas.ts'
import { getRequest } from '../../requests/get-request.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'

/** How an answer was rated, and the form to rate it: first what was asked, then its marks. */
export function ratingPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/solicitudes/:requestId/calificacion', async (req, res) => {
    const ratings = await getRatings(context, actorOf(req), req.params.requestId)
    const values = { ...ownMarks(ratings), ...takeDraft(req), version: String(ratings.version) }
    await show(site, req, res, { ratings, values, errors: [] })
  })

  router.post('/solicitudes/:requestId/calificacion', async (req, res) => {
    const { values } = await readForm(context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: values })
    const ratings = await getRatings(context, actorOf(req), req.params.requestId)
    if (!ratings.open) throw new AppError('rating-not-open')
    if (isListing(values, ratings)) return showListed(site, req, res, { ratings, values })
    const errors = missingMarks(values, ratings)
    if (errors.length > 0) return show(site, req, res, { ratings, values, errors })
    try {
      res.redirect(303, await keep(site, req, ratings, values))
    } catch (error) {
      await showAgain(site, req, res, { values, error })
    }
  })

  return router
}

interface Shown {
  readonly ratings: RatingsView
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

/** The list of what was asked is being written: nothing of it is kept yet. */
function isListing(values: SentValues, { items }: RatingsView): boolean {
  return items.length === 0 && (textOf(values, 'step') === 'items' || listOf(values, 'item').length === 0)
}

async function showListed(
  site: Site,
  req: Request,
  res: Response,
  { ratings, values }: Omit<Shown, 'errors'>,
): Promise<void> {
  const { item: listed, items: _typed, ...rest } = values
  if (textOf(values, 'step') === 'items') {
    const items = listOf({ item: listed ?? [] }, 'item').join('\n')
    return show(site, req, res, { ratings, values: { ...rest, items }, errors: [] })
  }
  const lines = [
    ...new Set(
      textOf(values, 'items')
        .split('\n')
        .map(line => line.trim()),
    ),
  ].filter(Boolean)
  const errors = wrongList(lines)
  const typed = errors.length > 0 ? values : { ...rest, item: lines }
  await show(site, req, res, { ratings, values: typed, errors })
}

function wrongList(lines: readonly string[]): readonly FieldError[] {
  const field = 'items'
  if (lines.length === 0 || lines.length > mostItems)
    return [{ field, key: 'ratings.items.needed', values: { most: mostItems } }]
  if (lines.every(line => line.length <= mostItemLetters)) return []
  return [{ field, key: 'ratings.items.long', values: { letters: mostItemLetters } }]
}

function missingMarks(values: SentValues, ratings: RatingsView): readonly FieldError[] {
  const { handedOver } = ratings
  const isEmpty = (field: string) => textOf(values, field) === ''
  const errors = itemsOf(values, ratings).flatMap((item, at): FieldError[] =>
    isEmpty(`score${at}`) ? [{ field: `score${at}`, key: 'ratings.score.choose', values: { item } }] : [],
  )
  const needed: FieldError[] = [
    ...(handedOver
      ? ([
          { field: 'format', key: 'ratings.format.choose', values: {} },
          { field: 'askedFormat', key: 'ratings.asked.choose', values: {} },
        ] satisfies FieldError[])
      : []),
    ...(ratings.ratings.some(({ isOwn }) => isOwn)
      ? [{ field: 'reason', key: 'ratings.reason.needed', values: {} } satisfies FieldError]
      : []),
  ]
  return [...errors, ...needed.filter(({ field }) => isEmpty(field))]
}

async function keep(
  { context }: Site,
  req: Request,
  ratings: RatingsView,
  values: SentValues,
): Promise<string> {
  const actor = actorFor(requireUser(req))
  const { requestId } = ratings
  const path = `/solicitudes/${requestId}/calificacion`
  const sending = { userId: actor.userId, path, key: textOf(values, 'idempotencyKey') || randomUUID() }
  const items = itemsOf(values, ratings)
  const input = parse(newRating, {
    items: ratings.items.length === 0 ? items : null,
    scores: items.map((_item, at) => textOf(values, `score${at}`)),
    format: textOf(values, 'format'),
    askedFormat: textOf(values, 'askedFormat'),
    reason: textOf(values, 'reason'),
  })
  return once(context, { ...sending, values }, async () => {
    const version = Number(textOf(values, 'version'))
    await rateAnswer(context, actor, { requestId, id: idOf(sending), version, input })
    setFlash(req, { tone: 'done', key: 'ratings.done', values: {}, form: path })
    return `/${languageOf(req)}${path}`
  })
}

/** Where somebody else was faster, the form comes back on what is listed now: marks of another list are no marks. */
async function showAgain(
  site: Site,
  req: Request,
  res: Response,
  { values, error }: { values: SentValues; error: unknown },
): Promise<void> {
  const ratings = await getRatings(site.context, actorOf(req), String(req.params.requestId))
  const isStale = error instanceof AppError && error.code === 'stale'
  const stale: FieldError = { field: 'score0', key: 'ratings.stale', values: {} }
  const errors = isStale ? [stale] : formErrors(error, languageOf(req), 'score0')
  if (!errors || !ratings.open) throw error
  const isOther = ratings.items.join('\n') !== itemsOf(values, ratings).join('\n')
  const { item: _listed, ...rest } = values
  const typed = isStale && isOther ? {} : ratings.items.length > 0 ? rest : values
  await show(site, req, res, { ratings, values: { ...typed, version: String(ratings.version) }, errors })
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { ratings, values, errors }: Shown,
): Promise<void> {
  const { id, reference, institution } = await getRequest(site.context, actorOf(req), ratings.requestId)
  const data = {
    request: { id, reference, institution: institution.name },
    ratings,
    form: ratings.open ? formWith(values, errors, randomUUID) : null,
    items: itemsOf(values, ratings),
  }
  const ctx = await pageContext(site, req)
  sendPage(res, <RatingPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
}

/** As listed with the first rating; until then as the form carries them. */
function itemsOf(values: SentValues, { items }: RatingsView): readonly string[] {
  return items.length > 0 ? items : listOf(values, 'item').slice(0, mostItems)
}

function listOf(values: SentValues, name: string): readonly string[] {
  const value = values[name] ?? []
  return (typeof value === 'string' ? [value] : value).filter(each => each.trim() !== '')
}

/** One's own last marks, from which a correction starts. */
function ownMarks({ ratings }: RatingsView): SentValues {
  const own = ratings.findLast(({ isOwn }) => isOwn)
  if (!own) return {}
  const scores = own.scores.map((score, at) => [`score${at}`, String(score)])
  return { ...Object.fromEntries(scores), format: own.format ?? '', askedFormat: own.askedFormat }
}
