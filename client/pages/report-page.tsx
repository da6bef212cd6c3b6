import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { JobView } from '../../server/reports/report-jobs.ts'
import { dayText, instantText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { DateField, HiddenFields } from '../parts/fields.tsx'
import { Button } from '../parts/form.tsx'
import { AskForReport } from './ask-for-report.tsx'

export interface ReportPageData {
  readonly form: FormState
  /** Null until the period has been given and is right. */
  readonly preview: ReportPreview | null
  /** What was asked for and is still kept, the latest first. */
  readonly jobs: readonly JobView[]
}

export interface ReportPreview {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  /** The figures that open the report, already in words: '63%', 'sin datos'. */
  readonly figures: readonly { readonly label: string; readonly value: string; readonly n: number }[]
  readonly institutions: readonly InstitutionLine[]
}

export interface InstitutionLine {
  readonly id: string
  readonly name: string
  readonly due: number
  readonly inTime: number
  readonly late: number
  readonly silent: number
}

interface ReportProps {
  readonly ctx: PageContext
  readonly data: ReportPageData
}

/** The period is in the address; the figures on screen are those of the PDF. */
export function ReportPage({ ctx, data }: ReportProps): VNode {
  const { t } = ctx
  const { form, preview, jobs } = data
  const field = (name: string) => ({ ctx, form, name })
  return (
    <Layout ctx={ctx} title={t('report.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('report.title')}</h1>
      <p class="lead">{t('report.lead')}</p>
      {/* Beside its figures a period has its address: the link to the other language keeps it. */}
      <form
        id={preview ? undefined : 'informe'}
        class="form"
        method="get"
        action={href(ctx, '/informe')}
        novalidate
      >
        <p class="field-hint">
          {t('report.period.hint')} {t('report.asOf.hint')}
        </p>
        <div class="field-pair">
          <DateField {...field('desde')} label={t('report.from')} />
          <DateField {...field('hasta')} label={t('report.to')} />
          <DateField {...field('al')} label={t('report.asOf')} optional />
        </div>
        <HiddenFields form={form} names={['papel']} />
        <Button>{t('report.show')}</Button>
      </form>
      {preview ? <Figures ctx={ctx} form={form} preview={preview} /> : null}
      {jobs.length > 0 ? <AskedBefore ctx={ctx} jobs={jobs} /> : null}
    </Layout>
  )
}

interface FiguresProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly preview: ReportPreview
}

function Figures({ ctx, form, preview }: FiguresProps): VNode {
  const { t, language } = ctx
  const { from, to, asOf } = preview
  const day = (date: CalendarDate) => dayText(language, date, 'plain')
  return (
    <section aria-labelledby="cifras">
      <h2 id="cifras">{t('report.figures')}</h2>
      <p class="soft">{t('report.period', { from: day(from), to: day(to), asOf: day(asOf) })}</p>
      <ul class="figures">
        {preview.figures.map(({ label, value, n }) => (
          <li key={label} class="figure">
            <span class="figure-label">{label}</span>
            <span class="figure-value">{value}</span>
            <span class="figure-n">{t('report.n', { n })}</span>
          </li>
        ))}
      </ul>
      {preview.institutions.length === 0 ? (
        <p class="empty">{t('report.noData')}</p>
      ) : (
        <ByInstitution ctx={ctx} preview={preview} />
      )}
      <AskForReport ctx={ctx} asked={preview} paper={form} label={t('report.make')} />
    </section>
  )
}

function ByInstitution({ ctx, preview }: { ctx: PageContext; preview: ReportPreview }): VNode {
  const { t } = ctx
  return (
    <>
      <h3>{t('report.byInstitution')}</h3>
      <CardTable
        caption={t('report.byInstitution')}
        head={[
          t('report.institution'),
          t('report.due'),
          t('report.inTime'),
          t('report.late'),
          t('report.silent'),
        ]}
        labelled={[1, 2, 3, 4]}
        numbers={[1, 2, 3, 4]}
        rows={preview.institutions.map(({ id, name, due, inTime, late, silent }) => ({
          key: id,
          cells: [name, due, inTime, late, silent],
        }))}
      />
      <p class="soft small">{t('report.few')}</p>
    </>
  )
}

function AskedBefore({ ctx, jobs }: { ctx: PageContext; jobs: readonly JobView[] }): VNode {
  const { t, language } = ctx
  const day = (date: CalendarDate) => dayText(language, date, 'plain')
  return (
    <section aria-labelledby="pedidos">
      <h2 id="pedidos">{t('report.asked')}</h2>
      <CardTable
        caption={t('report.asked')}
        head={[t('report.askedPeriod'), t('report.askedState'), t('report.askedAt')]}
        labelled={[2]}
        rows={jobs.map(({ id, from, to, asOf, state, createdAt }) => ({
          key: id,
          cells: [
            <a key="period" href={href(ctx, `/informe/trabajos/${id}`)}>
              {t('report.period', { from: day(from), to: day(to), asOf: day(asOf) })}
            </a>,
            t(`reportJob.state.${state}`),
            instantText(language, createdAt),
          ],
        }))}
      />
    </section>
  )
}
