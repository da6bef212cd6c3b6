import type { VNode } from 'preact'
import type { RatingsView, RatingView } from '../../server/ratings/ratings-view.ts'
import { dayText } from '../dates.ts'
import { sideOf, type PageContext } from '../page-context.ts'
import { CardTable } from './card-table.tsx'
import { FactsList } from './facts-list.tsx'

interface GivenProps {
  readonly ctx: PageContext
  readonly ratings: RatingsView
}

/** Each rating with its marks, the corrected ones too; nobody is named. */
export function GivenRatings({ ctx, ratings }: GivenProps): VNode {
  return (
    <section aria-labelledby="valorado">
      <h2 id="valorado">{ctx.t('ratings.given')}</h2>
      {ratings.ratings.map(rating => (
        <OneRating key={rating.id} ctx={ctx} rating={rating} items={ratings.items} />
      ))}
    </section>
  )
}

interface OneProps {
  readonly ctx: PageContext
  readonly rating: RatingView
  readonly items: readonly string[]
}

function OneRating({ ctx, rating, items }: OneProps): VNode {
  const { t, language } = ctx
  const foreign = language === 'es' ? undefined : 'es'
  return (
    <>
      <h3>
        {headOf(ctx, rating)}, {dayText(language, rating.ratedOn, 'short')}
        {rating.stands ? null : <span class="soft"> ({t('ratings.replaced')})</span>}
      </h3>
      {rating.reason ? <p lang={foreign}>{t('ratings.because', { reason: rating.reason })}</p> : null}
      <CardTable
        caption={headOf(ctx, rating)}
        head={[t('ratings.item'), t('ratings.points')]}
        narrow="pair"
        rows={items.map((item, at) => ({
          key: item,
          cells: [
            <span key="item" lang={foreign}>
              {item}
            </span>,
            t(`ratings.score.${scoreOf(rating.scores[at])}`),
          ],
        }))}
      />
      <FactsList facts={formatFacts(ctx, rating)} />
    </>
  )
}

function headOf({ t, actor }: PageContext, { rater, isOwn }: RatingView): string {
  if (actor && sideOf(actor.role) === 'unit') return t('ratings.result')
  const who = t(rater === 1 ? 'ratings.rater.1' : 'ratings.rater.2')
  return isOwn ? `${who} ${t('ratings.own')}` : who
}

function formatFacts({ t }: PageContext, { format, askedFormat }: RatingView) {
  if (format === null) return [{ name: t('ratings.format'), value: t('ratings.format.none') }]
  return [
    { name: t('ratings.format'), value: t(`ratings.format.${format}`) },
    { name: t('ratings.asked'), value: t(`ratings.asked.${askedFormat}`) },
  ]
}

function scoreOf(score: number | undefined): 0 | 1 | 2 | 3 | 4 {
  return scores.find(each => each === score) ?? 0
}

const scores = [0, 1, 2, 3, 4] as const
