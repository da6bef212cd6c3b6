import type { VNode } from 'preact'
import type { MessageText, TextsState } from '../../../server/administration/message-texts.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { numberText } from '../../open-charts/figure-chart.ts'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'
import { Pager } from '../../parts/pager.tsx'

export interface TextsData extends Omit<TextsState, 'found'> {
  readonly form: FormState
  readonly shown: readonly MessageText[]
  readonly foundCount: number
  readonly nextCursor: string | null
}

/** How far the translation has come, and what an eye should look at. */
export function TextsPage({ ctx, data }: { ctx: PageContext; data: TextsData }): VNode {
  const { t } = ctx
  const { form } = data
  return (
    <Layout ctx={ctx} title={t('texts.title')}>
      <h1>{t('texts.title')}</h1>
      <p class="lead">{t('texts.lead')}</p>
      <ul class="figures">
        {(['count', 'missing', 'same', 'long'] as const).map(name => (
          <li key={name} class="figure">
            <span class="figure-label">{t(`texts.${name}`)}</span>
            <span class="figure-value">{numberText(ctx, data[name])}</span>
          </li>
        ))}
      </ul>
      <form method="get" action={href(ctx, '/textos')} novalidate>
        <div class="period-fields">
          <TextField
            {...{ ctx, form, name: 'q' }}
            label={t('filters.search')}
            type="search"
            width="medium"
            maxLength={100}
          />
          <SelectField
            {...{ ctx, form, name: 'dudas' }}
            label={t('texts.filter')}
            empty={t('texts.all')}
            options={[{ value: 'si', label: t('texts.onlyDoubtful') }]}
          />
          <Button kind="secondary">{t('filters.apply')}</Button>
        </div>
      </form>
      <h2>{t('texts.found', { count: data.foundCount })}</h2>
      {data.shown.length === 0 ? null : <Texts ctx={ctx} shown={data.shown} />}
      <Pager ctx={ctx} path="/textos" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

function Texts({ ctx, shown }: { ctx: PageContext; shown: readonly MessageText[] }): VNode {
  const { t } = ctx
  return (
    <CardTable
      caption={t('texts.title')}
      head={[t('users.language.es'), t('users.language.en'), t('texts.doubt')]}
      labelled={[1]}
      rows={shown.map(({ key, es, en, doubt }) => ({
        key,
        cells: [
          <span key="es">
            <span class="text-es" lang="es">
              {es}
            </span>
            <code class="row-under log-id">{`‹${key}›`}</code>
          </span>,
          <span key="en" lang="en">
            {en || '–'}
          </span>,
          doubt === null ? null : (
            <span key="doubt" class="tag tag-soon">
              {t(`texts.doubt.${doubt}`)}
            </span>
          ),
        ],
      }))}
    />
  )
}
