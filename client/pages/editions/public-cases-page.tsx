import type { VNode } from 'preact'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import type { PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { casesHref } from '../../report/report-reader.ts'
import { BackToContents, Standing, type PublicEdition } from './public-parts.tsx'

export interface PublicCasesData extends PublicEdition {
  /** Where the number is printed, in the report's words. */
  readonly label: string
  readonly opens: readonly string[]
  /** Of cases or, where the figure counts them, of institutions. */
  readonly of: 'cases' | 'institutions'
  readonly total: number
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
  const { edition, label, of, total, repeated, from, rows, next } = data
  const { code } = edition
  const count = t(of === 'cases' ? 'cases.count' : 'cases.count.institutions', { count: total, code })
  return (
    <Layout ctx={ctx} title={`${t('cases.title')} · ${code}`} description={`${label}. ${count}`}>
      <BackToContents ctx={ctx} data={data} />
      <Standing ctx={ctx} data={data} />
      <h1>{t('cases.title')}</h1>
      <p class="lead">{label}</p>
      <p>
        {count} {total > rows.length ? t('cases.shown', { from, to: from + rows.length - 1 }) : null}
      </p>
      {repeated ? <p class="soft">{t('cases.repeated')}</p> : null}
      {rows.length === 0 ? null : <Rows ctx={ctx} data={data} />}
      <Pages ctx={ctx} data={data} next={next} />
      <p>
        <a href={casesHref({ ctx, code, places: new Map() }, data.opens, 'casos.csv')}>{t('cases.csv')}</a>
      </p>
    </Layout>
  )
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

function Pages({
  ctx,
  data: { edition, opens, from },
  next,
}: PublicCasesProps & { next: number | null }): VNode | null {
  const { t } = ctx
  if (from === 1 && next === null) return null
  const first = casesHref({ ctx, code: edition.code, places: new Map() }, opens)
  return (
    <nav class="pager" aria-label={t('cases.pages')}>
      {from === 1 ? null : <a href={first}>{t('cases.first')}</a>}
      {next === null ? null : (
        <a class="button button-secondary" href={`${first}&desde=${next}`}>
          {t('cases.more')}
        </a>
      )}
    </nav>
  )
}
