import type { VNode } from 'preact'
import type { PageContext } from '../page-context.ts'

/**
 * What was begun on this device and not sent: hidden until drafts-list.ts has found any, since the server knows
 * nothing of it. Place it on any page for people with an account: `<DraftsOnThisDevice ctx={ctx} />`.
 */
export function DraftsOnThisDevice({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="borradores-aqui" data-drafts="" hidden>
      <h2 id="borradores-aqui">{t('drafts.title')}</h2>
      <p class="soft">{t('drafts.where')}</p>
      <ul class="drafts"></ul>
      <template>
        <li class="drafts-item">
          <span>
            <a></a>
            <span class="soft small" data-queued="" hidden>
              {' '}
              {t('drafts.queued')}
            </span>
          </span>
          <button class="button button-secondary" type="button">
            {t('draft.discard')}
          </button>
        </li>
      </template>
    </section>
  )
}
