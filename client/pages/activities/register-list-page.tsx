import type { VNode } from 'preact'
import type { MessageKey } from '../../../server/i18n/es.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable, type CardRow } from '../../parts/card-table.tsx'
import { Pager } from '../../parts/pager.tsx'

export const registerPaths = {
  trainings: '/actividades/capacitaciones',
  assistance: '/actividades/asistencia',
  dissemination: '/actividades/difusion',
  recommendations: '/actividades/recomendaciones',
} as const

export type RegisterName = keyof typeof registerPaths

export const registerNames = ['trainings', 'assistance', 'dissemination', 'recommendations'] as const

/** What each register calls its things. */
export const registerWords = {
  trainings: {
    title: 'training.title',
    lead: 'training.lead',
    empty: 'training.empty',
    add: 'training.add',
    correct: 'training.correct',
  },
  assistance: {
    title: 'assistance.title',
    lead: 'assistance.lead',
    empty: 'assistance.empty',
    add: 'assistance.add',
    correct: 'assistance.correct',
  },
  dissemination: {
    title: 'dissemination.title',
    lead: 'dissemination.lead',
    empty: 'dissemination.empty',
    add: 'dissemination.add',
    correct: 'dissemination.correct',
  },
  recommendations: {
    title: 'recommendation.title',
    lead: 'recommendation.lead',
    empty: 'recommendation.empty',
    add: 'recommendation.add',
    correct: 'recommendation.correct',
  },
} as const satisfies Record<RegisterName, Record<string, MessageKey>>

export interface RegisterTable {
  readonly head: readonly string[]
  readonly rows: readonly CardRow[]
  /** Columns whose heading is read beside the value on a phone. */
  readonly labelled: readonly number[]
}

export interface RegisterListData {
  readonly name: RegisterName
  readonly table: RegisterTable
  readonly nextCursor: string | null
  readonly mayKeep: boolean
}

export function RegisterListPage({ ctx, data }: { ctx: PageContext; data: RegisterListData }): VNode {
  const { t } = ctx
  const { name, table, nextCursor, mayKeep } = data
  const [words, base] = [registerWords[name], registerPaths[name]]
  return (
    <Layout ctx={ctx} title={t(words.title)}>
      <RegisterTabs ctx={ctx} name={name} />
      <div class="head">
        <div>
          <h1>{t(words.title)}</h1>
          <p class="lead">{t(words.lead)}</p>
        </div>
        {mayKeep ? (
          <a class="button" href={href(ctx, `${base}/nueva`)}>
            {t(words.add)}
          </a>
        ) : null}
      </div>
      {table.rows.length === 0 ? (
        <p class="empty">{t(words.empty)}</p>
      ) : (
        <CardTable caption={t(words.title)} {...table} />
      )}
      <Pager ctx={ctx} path={base} query={new URLSearchParams(ctx.query)} nextCursor={nextCursor} />
      <p class="buttons register-files">
        {table.rows.length > 0 ? (
          <a class="button button-secondary" href={href(ctx, `${base}/${name}.csv`)}>
            {t('activities.export')}
          </a>
        ) : null}
        {mayKeep ? (
          <a class="button button-secondary" href={href(ctx, `${base}/importar`)}>
            {t('activities.import')}
          </a>
        ) : null}
      </p>
    </Layout>
  )
}

function RegisterTabs({ ctx, name }: { ctx: PageContext; name: RegisterName }): VNode {
  return (
    <nav aria-label={ctx.t('activities.tabs')}>
      <ul class="views">
        {registerNames.map(each => (
          <li key={each}>
            <a
              class="views-link"
              href={href(ctx, registerPaths[each])}
              aria-current={each === name ? 'page' : undefined}
            >
              {ctx.t(`activities.${each}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function BackToRegister({ ctx, name }: { ctx: PageContext; name: RegisterName }): VNode {
  return (
    <a class="back" href={href(ctx, registerPaths[name])}>
      ← {ctx.t(registerWords[name].title)}
    </a>
  )
}
