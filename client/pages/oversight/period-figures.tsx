import type { ComponentChildren, VNode } from 'preact'
import type { FigureSummary, SpreadSummary } from '../../../server/domain/statistics/figure.ts'
import { formatsFor } from '../../../server/i18n/format.ts'
import type { FormState } from '../../form-state.ts'
import type { PageContext } from '../../page-context.ts'
import { DateField } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'

export interface Tile {
  readonly label: string
  readonly value: string
  readonly n: number
}

/** Figures side by side, each with the number of cases behind it. */
export function Tiles({ ctx, tiles }: { ctx: PageContext; tiles: readonly Tile[] }): VNode {
  return (
    <ul class="figures">
      {tiles.map(({ label, value, n }) => (
        <li key={label} class="figure">
          <span class="figure-label">{label}</span>
          <span class="figure-value">{value}</span>
          <span class="figure-n">{ctx.t('report.n', { n })}</span>
        </li>
      ))}
    </ul>
  )
}

/** A share, or its count where there are too few for one, or that there are no data. */
export function shareText(ctx: PageContext, { rate, count, n }: FigureSummary): string {
  if (n === null || n === 0) return ctx.t('report.none')
  return rate === null ? ctx.t('report.of', { count, n }) : formatsFor(ctx.language).percent(rate)
}

export function daysText(ctx: PageContext, { median, n }: SpreadSummary): string {
  if (n === 0) return ctx.t('report.none')
  return median === null ? ctx.t('panel.few', { n }) : ctx.t('report.days', { days: median })
}

interface PeriodProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly children?: ComponentChildren
}

/** The period is in the address: a pasted link shows the same figures. */
export function PeriodFields({ ctx, form, children }: PeriodProps): VNode {
  const { t } = ctx
  return (
    <div class="period-fields">
      <div class="period-dates">
        <DateField ctx={ctx} form={form} name="desde" label={t('report.from')} />
        <DateField ctx={ctx} form={form} name="hasta" label={t('report.to')} />
      </div>
      {children}
      <Button kind="secondary">{t('report.show')}</Button>
    </div>
  )
}
