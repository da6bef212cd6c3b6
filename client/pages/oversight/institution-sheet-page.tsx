import type { VNode } from 'preact'
import { clockIds } from '../../../server/domain/request/states.ts'
import type { InstitutionSheet } from '../../../server/reports/institution-sheet.ts'
import { dayText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList } from '../../parts/facts-list.tsx'
import { resultText } from '../../parts/testimony.tsx'
import { FirstThings, overdueThing } from './first-things.tsx'
import { MonthTrend } from './month-trend.tsx'
import { daysText, PeriodFields, shareText, Tiles } from './period-figures.tsx'

export interface SheetData {
  readonly form: FormState
  /** Null where the period could not be read. */
  readonly sheet: InstitutionSheet | null
  readonly institutionId: string
}

interface SheetProps {
  readonly ctx: PageContext
  readonly sheet: InstitutionSheet
}

/** One institution on a sheet that prints: its figures, month by month, its late cases and its reviews. */
export function InstitutionSheetPage({ ctx, data }: { ctx: PageContext; data: SheetData }): VNode {
  const { t } = ctx
  const { form, sheet, institutionId } = data
  const title = sheet?.institution.name ?? t('sheet.title')
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/panel')}>
        ← {t('panel.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <form class="period" method="get" action={href(ctx, `/panel/${institutionId}`)} novalidate>
        <PeriodFields ctx={ctx} form={form} />
      </form>
      {sheet ? <Sheet ctx={ctx} sheet={sheet} /> : null}
    </Layout>
  )
}

function Sheet({ ctx, sheet }: SheetProps): VNode {
  const { t, language } = ctx
  const { figures, period, asOf, institution } = sheet
  const day = (date: typeof asOf) => dayText(language, date, 'plain')
  return (
    <>
      <p class="soft">
        {t('report.period', { from: day(period.from), to: day(period.to), asOf: day(asOf) })}
      </p>
      <SheetTiles ctx={ctx} figures={figures} />
      <div class="columns">
        <FirstThings
          ctx={ctx}
          overdue={overdueThing(ctx, figures, institution.id)}
          others={[
            { path: `/instituciones/${institution.id}`, text: t('sheet.public') },
            { path: `/solicitudes?institucion=${institution.id}`, text: t('sheet.requests') },
          ]}
        />
        <MonthTrend ctx={ctx} months={sheet.months} path={`/panel/${institution.id}/meses.csv`} />
      </div>
      <Overdue ctx={ctx} sheet={sheet} />
      <Reviews ctx={ctx} sheet={sheet} />
      <Breaches ctx={ctx} sheet={sheet} />
      <Office ctx={ctx} institution={institution} />
      <p class="soft small screen-only">{t('sheet.print')}</p>
    </>
  )
}

function SheetTiles({ ctx, figures }: { ctx: PageContext; figures: InstitutionSheet['figures'] }): VNode {
  const { t } = ctx
  return (
    <Tiles
      ctx={ctx}
      tiles={[
        { label: t('report.figure.received'), value: String(figures.received), n: figures.received },
        {
          label: t('report.figure.onTime'),
          value: shareText(ctx, figures.onTime),
          n: figures.onTime.n ?? 0,
        },
        {
          label: t('report.figure.unanswered'),
          value: shareText(ctx, figures.unanswered),
          n: figures.unanswered.n ?? 0,
        },
        { label: t('report.figure.median'), value: daysText(ctx, figures.days), n: figures.days.n },
      ]}
    />
  )
}

function Office({
  ctx,
  institution,
}: {
  ctx: PageContext
  institution: InstitutionSheet['institution']
}): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('sheet.office')}</h2>
      <FactsList
        facts={[
          { name: t('institutions.acronym'), value: institution.acronym },
          {
            name: t('institutions.capital'),
            value: t(institution.inCapital ? 'institutions.capital.yes' : 'institutions.capital.no'),
          },
          { name: t('institutions.hours'), value: institution.hours ?? t('institutions.hours.unknown') },
        ]}
      />
    </>
  )
}

function Overdue({ ctx, sheet: { overdue } }: SheetProps): VNode {
  const { t, language } = ctx
  return (
    <section aria-labelledby="vencidas">
      <h2 id="vencidas">
        {t('sheet.overdue')} <span class="count count-late">{overdue.length}</span>
      </h2>
      {overdue.length === 0 ? (
        <p class="empty">{t('sheet.overdue.none')}</p>
      ) : (
        <CardTable
          caption={t('sheet.overdue')}
          head={[t('column.request'), t('column.state'), t('sheet.dueOn'), t('sheet.daysLate')]}
          labelled={[2, 3]}
          numbers={[3]}
          rows={overdue.map(({ id, reference, state, dueOn, workingDaysLate }) => ({
            key: id,
            cells: [
              <a key="ref" href={href(ctx, `/solicitudes/${id}`)}>
                {reference}
              </a>,
              t(`state.${state}`),
              dayText(language, dueOn, 'short'),
              workingDaysLate === null ? '–' : t('report.days', { days: workingDaysLate }),
            ],
          }))}
        />
      )}
    </section>
  )
}

function Reviews({ ctx, sheet: { reviews } }: SheetProps): VNode {
  const { t, language } = ctx
  return (
    <section aria-labelledby="recursos">
      <h2 id="recursos">
        {t('reviews.title')} <span class="count">{reviews.length}</span>
      </h2>
      {reviews.length === 0 ? (
        <p class="empty">{t('sheet.reviews.none')}</p>
      ) : (
        <CardTable
          caption={t('reviews.title')}
          head={[t('column.request'), t('reviews.filedOn'), t('reviews.decisionDue'), t('reviews.decision')]}
          labelled={[1, 2, 3]}
          rows={reviews.map(({ id, reference, filedOn, decisionDueOn, decidedOn, sense }) => ({
            key: id,
            cells: [
              <a key="ref" href={href(ctx, `/solicitudes/${id}`)}>
                {reference}
              </a>,
              dayText(language, filedOn, 'short'),
              dayText(language, decisionDueOn, 'short'),
              decidedOn === null
                ? t('reviews.undecided')
                : `${sense === null ? '' : resultText(ctx, sense)} (${dayText(language, decidedOn, 'short')})`,
            ],
          }))}
        />
      )}
    </section>
  )
}

function Breaches({ ctx, sheet: { breaches } }: SheetProps): VNode | null {
  const { t } = ctx
  if (breaches.length === 0) return null
  return (
    <section aria-labelledby="incumplimientos">
      <h2 id="incumplimientos">{t('sheet.breaches')}</h2>
      <CardTable
        caption={t('sheet.breaches')}
        head={[t('sheet.breach'), t('sheet.breach.count'), t('sheet.breach.open')]}
        labelled={[1, 2]}
        numbers={[1, 2]}
        rows={breaches.map(({ clock, count, open }) => {
          const known = clockIds.find(id => id === clock)
          return { key: clock, cells: [known ? t(`breach.${known}`) : clock, count, open] }
        })}
      />
    </section>
  )
}
