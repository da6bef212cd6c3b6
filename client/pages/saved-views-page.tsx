import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { ChoiceField, HiddenFields, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

const mails = ['never', 'daily', 'weekly'] as const

export interface ViewLine {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly mail: (typeof mails)[number]
  readonly hasFeed: boolean
}

/** The lists that somebody goes back to. */
export function SavedViewsPage({ ctx, views }: { ctx: PageContext; views: readonly ViewLine[] }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('views.title')}>
      <div class="head">
        <div>
          <h1>{t('views.title')}</h1>
          <p class="lead">{t('views.lead')}</p>
        </div>
        <a class="button" href={href(ctx, '/vistas/nueva')}>
          {t('views.add')}
        </a>
      </div>
      {views.length === 0 ? (
        <p class="empty">
          {t('views.empty')} <a href={href(ctx, '/solicitudes')}>{t('nav.requests')}</a>
        </p>
      ) : (
        <CardTable
          caption={t('views.title')}
          head={[t('views.name'), t('views.mail'), t('views.feed'), t('views.change')]}
          labelled={[1, 2]}
          rows={views.map(view => ({
            key: view.id,
            cells: [
              <a key="name" class="row-title" href={href(ctx, addressOf(view))}>
                {view.name}
              </a>,
              t(`views.mail.${view.mail}`),
              t(view.hasFeed ? 'views.feed.yes' : 'views.feed.no'),
              <a key="change" href={href(ctx, `/vistas/${view.id}`)}>
                {t('views.change')}
                <span class="hidden"> {view.name}</span>
              </a>,
            ],
          }))}
        />
      )}
    </Layout>
  )
}

function addressOf({ query }: Pick<ViewLine, 'query'>): string {
  return query === '' ? '/solicitudes' : `/solicitudes?${query}`
}

export interface ViewFormData {
  readonly form: FormState
  /** What the view shows, in words: its filters. */
  readonly filters: readonly string[]
  /** Null while it is new. */
  readonly view: (ViewLine & { readonly version: number }) | null
  /** Shown once, right after it was made. */
  readonly feedUrl: string | null
}

interface FormProps {
  readonly ctx: PageContext
  readonly data: ViewFormData
}

export function ViewFormPage({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { view, form } = data
  const title = view === null ? t('views.add') : view.name
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/vistas')}>
        ← {t('views.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <p class="lead">
        {data.filters.length === 0 ? t('views.everything') : t('views.shows')} {data.filters.join(' · ')}
      </p>
      <ViewForm ctx={ctx} data={data} />
      {view === null ? null : (
        <>
          <Feed ctx={ctx} data={data} id={view.id} />
          <Remove ctx={ctx} id={view.id} />
        </>
      )}
    </Layout>
  )
}

function ViewForm({ ctx, data }: FormProps): VNode {
  const { t } = ctx
  const { view, form } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  return (
    <Form ctx={ctx} action={view === null ? '/vistas/nueva' : `/vistas/${view.id}`} form={form}>
      <HiddenFields form={form} names={['query', 'version']} />
      <TextField
        {...field('name', t('views.name'))}
        hint={t('views.name.hint')}
        maxLength={80}
        width="medium"
      />
      <ChoiceField
        {...field('mail', t('views.mail'))}
        kind="radio"
        hint={t('views.mail.hint')}
        options={mails.map(mail => ({ value: mail, label: t(`views.mail.${mail}`) }))}
      />
      <div class="buttons">
        <Button>{t('views.save')}</Button>
        <a href={href(ctx, '/vistas')}>{t('form.cancel')}</a>
      </div>
    </Form>
  )
}

/** A calendar program has no password: whoever has the address reads the days, so it can be taken back. */
function Feed({ ctx, data, id }: FormProps & { id: string }): VNode {
  const { t } = ctx
  const has = data.view?.hasFeed === true
  return (
    <section class="card" aria-labelledby="calendario">
      <h2 id="calendario">{t('views.feed.title')}</h2>
      <p>{t('views.feed.lead')}</p>
      {data.feedUrl ? (
        <p class="preview">
          {t('views.feed.once')}
          <br />
          <strong class="secret">{data.feedUrl}</strong>
        </p>
      ) : null}
      <form method="post" action={href(ctx, `/vistas/${id}/calendario`)} class="buttons">
        <input type="hidden" name="_csrf" value={ctx.csrf} />
        <Button kind="secondary" name="act" value="open">
          {t(has ? 'views.feed.renew' : 'views.feed.open')}
        </Button>
        {has ? (
          <Button kind="secondary" name="act" value="close">
            {t('views.feed.close')}
          </Button>
        ) : null}
      </form>
    </section>
  )
}

function Remove({ ctx, id }: { ctx: PageContext; id: string }): VNode {
  const { t } = ctx
  return (
    <form method="post" action={href(ctx, `/vistas/${id}/borrar`)}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <p class="soft">{t('views.remove.lead')}</p>
      <Button kind="danger">{t('views.remove')}</Button>
    </form>
  )
}
