import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import type { FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { HiddenFields, TextField } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'
import { casesHref } from '../../report/report-reader.ts'
import { BackToContents, Standing, type PublicEdition } from './public-parts.tsx'

export interface PublicCasesData extends PublicEdition {
  /** Where the number is printed, in the report's words; null of every case. */
  readonly label: string | null
  readonly opens: readonly string[]
  /** Of cases or, where the figure counts them, of institutions. */
  readonly of: 'cases' | 'institutions'
  readonly total: number
  /** What was searched for among them, and how many have it; all, for no words. */
  readonly words: string
  readonly found: number
  /** Whether a case is there twice. */
  readonly repeated: boolean
  /** The first one shown, from 1. */
  readonly from: number
  readonly rows: readonly CaseRow[]
  /** Where the next ones begin; null after the last. */
  readonly next: number | null
}

export interface CaseRow {
  readonly reference: string
  readonly institution: string
  readonly receivedOn: CalendarDate | null
  readonly dueOn: CalendarDate | null
  readonly situation: string
}

interface PublicCasesProps {
  readonly ctx: PageContext
  readonly data: PublicCasesData
}

/** The cases behind a printed number: as many as it says. */
export function PublicCasesPage({ ctx, data }: PublicCasesProps): VNode {
  const { t } = ctx
  const { edition, label, of, total, repeated, rows } = data
  const { code } = edition
  const count = t(of === 'cases' ? 'cases.count' : 'cases.count.institutions', { count: total, code })
  const title = t(label === null ? 'cases.title.all' : 'cases.title')
  return (
    <Layout ctx={ctx} title={`${title} · ${code}`} description={`${label ?? title}. ${count}`}>
      <BackToContents ctx={ctx} data={data} />
      <Standing ctx={ctx} data={data} />
      <h1>{title}</h1>
      {label === null ? null : <p class="lead">{label}</p>}
      <p>{count}</p>
      {repeated ? <p class="soft">{t('cases.repeated')}</p> : null}
      {total > rows.length ? <Search ctx={ctx} data={data} /> : null}
      <Found ctx={ctx} data={data} />
      {rows.length === 0 ? null : <Rows ctx={ctx} data={data} />}
      <Pages ctx={ctx} data={data} />
      <p>
        <a href={casesHref({ ctx, code }, data.opens, { file: 'casos.csv' })}>{t('cases.csv')}</a>
      </p>
    </Layout>
  )
}

function Search({ ctx, data: { edition, opens, words } }: PublicCasesProps): VNode {
  const { t } = ctx
  const form: FormState = { values: { q: words, cifra: opens }, errors: [], idempotencyKey: '' }
  return (
    <form
      class="choice-form search-form"
      method="get"
      action={href(ctx, `/informes/${edition.code}/casos`)}
      role="search"
    >
      <HiddenFields form={form} names={['cifra']} />
      <TextField
        {...{ ctx, form, name: 'q' }}
        type="search"
        maxLength={100}
        label={t('cases.search')}
        hint={t('cases.search.hint')}
      />
      <div class="search-end">
        <Button kind="secondary">{t('cases.search.submit')}</Button>
      </div>
    </form>
  )
}

/** How many were found, and which of them are here; nothing where all are. */
function Found({ ctx: { t }, data: { words, found, from, rows } }: PublicCasesProps): VNode | null {
  const said = [
    ...(words === '' ? [] : [t('cases.found', { count: found, words })]),
    ...(found > rows.length ? [t('cases.shown', { from, to: from + rows.length - 1 })] : []),
  ]
  return said.length === 0 ? null : <p data-announce="">{said.join(' ')}</p>
}

function Rows({ ctx, data: { of, rows, from } }: PublicCasesProps): VNode {
  const { t, language } = ctx
  const day = (date: CalendarDate | null) => (date === null ? '–' : dayText(language, date, 'short'))
  if (of === 'institutions') {
    const cells = rows.map(({ institution }, at) => ({ key: String(from + at), cells: [institution] }))
    return <CardTable caption={t('cases.title')} head={[t('cases.institution')]} rows={cells} />
  }
  return (
    <CardTable
      caption={t('cases.title')}
      head={[
        t('cases.case'),
        t('cases.institution'),
        t('cases.received'),
        t('cases.due'),
        t('cases.situation'),
      ]}
      labelled={[2, 3]}
      rows={rows.map(({ reference, institution, receivedOn, dueOn, situation }, at) => ({
        key: String(from + at),
        cells: [reference, institution, day(receivedOn), day(dueOn), situation],
      }))}
    />
  )
}

function Pages({ ctx, data: { edition, opens, words, from, next } }: PublicCasesProps): VNode | null {
  const { t } = ctx
  if (from === 1 && next === null && words === '') return null
  const list = (asked?: Parameters<typeof casesHref>[2]) =>
    casesHref({ ctx, code: edition.code }, opens, asked)
  return (
    <nav class="pager" aria-label={t('cases.pages')}>
      {words === '' ? null : <a href={list()}>{t('cases.all')}</a>}
      {from === 1 ? null : <a href={list({ words })}>{t('cases.first')}</a>}
      {next === null ? null : (
        <a class="button button-secondary" href={list({ words, from: next })}>
          {t('cases.more')}
        </a>
      )}
    </nav>
  )
}
