import type { VNode } from 'preact'
import type { SystemEvent, SystemEventKind } from '../../../server/administration/log-entry.ts'
import { instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { SelectField, TextField } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'
import { NothingHere } from '../../parts/nothing-here.tsx'
import { Pager } from '../../parts/pager.tsx'

export interface LogData {
  readonly form: FormState
  readonly kinds: readonly SystemEventKind[]
  readonly events: readonly SystemEvent[]
  readonly nextCursor: string | null
}

/** What happened to the system, by whom as a role and an id: nobody's name or address stands in it. */
export function LogPage({ ctx, data }: { ctx: PageContext; data: LogData }): VNode {
  const { t } = ctx
  const { form, kinds, events } = data
  return (
    <Layout ctx={ctx} title={t('log.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('log.title')}</h1>
      <p class="lead">{t('log.lead')}</p>
      <form class="period" method="get" action={href(ctx, '/bitacora')} novalidate>
        <div class="period-fields">
          <SelectField
            {...{ ctx, form, name: 'hecho' }}
            label={t('log.kind')}
            empty={t('log.kind.all')}
            options={kinds.map(kind => ({ value: kind, label: t(`log.${kind}`) }))}
          />
          <TextField
            {...{ ctx, form, name: 'cuenta' }}
            label={t('log.actor')}
            optional
            width="medium"
            maxLength={80}
          />
          <Button kind="secondary">{t('filters.apply')}</Button>
        </div>
      </form>
      {events.length === 0 ? (
        <NothingHere ctx={ctx} text="log.none" to="/bitacora" next="empty.log" />
      ) : (
        <Events ctx={ctx} events={events} />
      )}
      <Pager ctx={ctx} path="/bitacora" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

function Events({ ctx, events }: { ctx: PageContext; events: readonly SystemEvent[] }): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('log.title')}
      head={[t('log.at'), t('log.what'), t('log.who'), t('log.subject')]}
      labelled={[3]}
      rows={events.map(({ id, at, kind, actorRole, actorId, subject }) => ({
        key: id,
        cells: [
          instantText(language, at),
          <strong key="kind">{t(`log.${kind}`)}</strong>,
          <span key="who">
            {t(`role.${actorRole}`)}
            <span class="row-under log-id">{actorId}</span>
          </span>,
          <span key="subject" class="log-id">
            {subject ?? '–'}
          </span>,
        ],
      }))}
    />
  )
}
