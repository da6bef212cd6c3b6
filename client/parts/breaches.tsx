import type { VNode } from 'preact'
import type { BreachView } from '../../server/requests/request-view.ts'
import { dayText, instantText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'

export function Breaches({
  ctx,
  breaches,
}: {
  ctx: PageContext
  breaches: readonly BreachView[]
}): VNode | null {
  if (breaches.length === 0) return null
  return (
    <section aria-labelledby="incumplimientos">
      <h2 id="incumplimientos">{ctx.t('request.breaches')}</h2>
      <ul class="plain">
        {breaches.map(breach => (
          <li key={breach.id} class={breach.standing === 'vigente' ? 'breach' : 'breach breach-past'}>
            <Breach ctx={ctx} breach={breach} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Breach({ ctx, breach }: { ctx: PageContext; breach: BreachView }): VNode {
  const { t, language } = ctx
  const { dueOn, curedOn, curedBy, noticedAt } = breach
  return (
    <>
      <p>
        <strong>{t(`breach.${breach.clock}`)}</strong> {t('breach.article', { article: breach.article })}
      </p>
      <p>{t('breach.since', { day: dayText(language, dueOn, 'long'), days: breach.workingDaysLate })}</p>
      {curedOn && curedBy ? (
        <p>{t('breach.cured', { day: dayText(language, curedOn, 'plain'), by: t(`cured.${curedBy}`) })}</p>
      ) : (
        <p>{t('breach.open')}</p>
      )}
      {breach.standing === 'superado' ? <p>{t('breach.superado')}</p> : null}
      <p class="soft small">
        {noticedAt ? t('breach.noticed', { when: instantText(language, noticedAt) }) : t('breach.notNoticed')}
      </p>
    </>
  )
}
