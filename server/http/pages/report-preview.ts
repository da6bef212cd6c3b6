import type { PageContext } from '../../../client/page-context.ts'
import type { ReportPreview } from '../../../client/pages/report-page.tsx'
import { formatsFor } from '../../i18n/format.ts'
import type { InstitutionSummary, ReportSummary, SummaryFigure } from '../../reports/report-summary.ts'

/** The first figures of a report, said as it says them: with n, and "sin datos" where there are none. */
export function previewOf(ctx: PageContext, summary: ReportSummary): ReportPreview {
  const { t } = ctx
  const { from, to, asOf, received, onTime, unanswered, medianDays, medianN, institutions } = summary
  const { percent, number } = formatsFor(ctx.language)
  const share = ({ rate, count, n }: SummaryFigure) => {
    if (n === null || n === 0) return t('report.none')
    return rate === null ? t('report.of', { count, n }) : percent(rate)
  }
  const median = medianDays === null ? t('report.none') : t('report.days', { days: medianDays })
  return {
    ...{ from, to, asOf },
    figures: [
      { label: t('report.figure.received'), value: number(received), n: received },
      { label: t('report.figure.onTime'), value: share(onTime), n: onTime.n ?? 0 },
      { label: t('report.figure.unanswered'), value: share(unanswered), n: unanswered.n ?? 0 },
      { label: t('report.figure.median'), value: median, n: medianN },
    ],
    institutions: institutions.filter(hasCases).map(({ id, name, ...figures }) => ({
      ...{ id, name },
      due: figures.onTime.n ?? 0,
      inTime: figures.onTime.count,
      late: figures.late.count,
      silent: figures.unanswered.count,
    })),
  }
}

/** An institution without a request received or due in the period has no figures: 0 would read as one. */
function hasCases({ received, onTime }: InstitutionSummary): boolean {
  return received.count > 0 || (onTime.n ?? 0) > 0
}
