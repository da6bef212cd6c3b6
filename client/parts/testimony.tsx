import type { VNode } from 'preact'
import { statableFacts } from '../../server/domain/request/events.ts'
import { outcomes, reviewSenses } from '../../server/domain/request/states.ts'
import type { TestimonyView } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { CardTable } from './card-table.tsx'

interface TestimonyProps {
  readonly ctx: PageContext
  readonly testimony: readonly TestimonyView[]
}

/** What each side says of the same act. Shown once somebody has stated something. */
export function Testimony({ ctx, testimony }: TestimonyProps): VNode | null {
  const { t } = ctx
  if (testimony.length === 0) return null
  return (
    <section
      class={testimony.some(one => one.standing === 'en_disputa') ? 'card testimony' : 'card'}
      aria-labelledby="testimonio"
    >
      <h2 id="testimonio">{t('testimony.title')}</h2>
      <p class="soft">{t('testimony.lead')}</p>
      <CardTable
        caption={t('testimony.title')}
        head={[
          t('testimony.fact'),
          t('testimony.institution'),
          t('testimony.organisation'),
          t('testimony.standing'),
        ]}
        labelled={[1, 2]}
        rows={testimony.map(one => ({
          key: one.fact,
          cells: [
            <strong key="fact">{factText(ctx, one.fact)}</strong>,
            word(ctx, one.institution),
            word(ctx, one.organisation),
            <span key="standing" class={one.standing === 'en_disputa' ? 'tag tag-soon' : 'tag tag-muted'}>
              {t(`standing.${one.standing}`)}
            </span>,
          ],
        }))}
      />
    </section>
  )
}

function word(ctx: PageContext, side: TestimonyView['institution']): string {
  if (side === null) return ctx.t('testimony.silent')
  const day = dayText(ctx.language, side.on, 'short')
  return side.outcome === null ? day : `${day}: ${resultText(ctx, side.outcome)}`
}

function factText(ctx: PageContext, fact: string): string {
  const known = statableFacts.find(one => one === fact)
  return known ? ctx.t(`event.${known}`) : fact
}

/** An outcome of a resolution or the sense of a review decision, in words. */
export function resultText(ctx: PageContext, outcome: string): string {
  const result = outcomes.find(one => one === outcome)
  if (result) return ctx.t(`outcome.${result}`)
  const sense = reviewSenses.find(one => one === outcome)
  return sense ? ctx.t(`sense.${sense}`) : outcome
}
