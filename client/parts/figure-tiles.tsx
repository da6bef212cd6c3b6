import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Caution, FigureSummary, SpreadSummary } from '../../server/domain/statistics/figure.ts'
import { dayText, instantText } from '../dates.ts'
import { intervalText, numberText, shareText } from '../open-charts/figure-chart.ts'
import type { PageContext } from '../page-context.ts'

/** A figure and all that is needed to read it. */
export interface FigureTile {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly n: number
  /** What must be known before it is believed: its interval, or how few cases stand behind it. */
  readonly reach: readonly string[]
  readonly tone?: 'late'
}

interface TilesProps {
  readonly ctx: PageContext
  readonly tiles: readonly FigureTile[]
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate }
  readonly asOf: CalendarDate
}

/** Each figure with its n beside it, and above them all the period and the day of the data they share. */
export function FigureTiles({ ctx, tiles, period, asOf }: TilesProps): VNode {
  const { t, language } = ctx
  const day = (date: CalendarDate) => dayText(language, date, 'short')
  const span = t('figures.period', { from: day(period.from), to: day(period.to) })
  return (
    <>
      <p class="figures-when">
        {span}. {t('figures.source', { day: day(asOf) })}.
      </p>
      <ul class="figures">
        {tiles.map(({ label, value, note, n, reach, tone }) => (
          <li key={label} class="figure">
            <span class="figure-label">{label}</span>
            <span class={tone ? `figure-value figure-${tone}` : 'figure-value'}>{value}</span>
            <span class="figure-n">{note}</span>
            <span class="figure-n">{[t('figures.n', { n: numberText(ctx, n) }), ...reach].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface FreshnessProps {
  readonly ctx: PageContext
  readonly takenAt: Date
  readonly mostMinutesOld: number
}

export function Freshness({ ctx, takenAt, mostMinutesOld }: FreshnessProps): VNode {
  const at = instantText(ctx.language, takenAt)
  return <p class="soft small">{ctx.t('figures.fresh', { at, minutes: mostMinutesOld })}</p>
}

type TileText = Pick<FigureTile, 'label' | 'note' | 'tone'>

/** A share: never of fewer than ten cases. */
export function shareTile(ctx: PageContext, text: TileText, figure: FigureSummary): FigureTile {
  const interval = intervalText(ctx, figure)
  return {
    ...text,
    value: shareText(ctx, figure),
    n: figure.n ?? 0,
    reach: [
      ...(interval === null ? [] : [ctx.t('figures.interval.label', { interval })]),
      ...cautionText(ctx, figure.caution),
    ],
  }
}

/** A median of working days. */
export function medianTile(
  ctx: PageContext,
  text: TileText,
  { median, n, caution }: SpreadSummary,
): FigureTile {
  const unknown = ctx.t(n === 0 ? 'report.none' : 'figures.tooFew')
  const value = median === null ? unknown : ctx.t('report.days', { days: median })
  return { ...text, value, n, reach: cautionText(ctx, caution) }
}

export function countTile(ctx: PageContext, text: TileText, count: number): FigureTile {
  return { ...text, value: numberText(ctx, count), n: count, reach: [] }
}

function cautionText({ t }: PageContext, caution: Caution): string[] {
  if (caution === 'counts-only') return [t('figures.countsOnly')]
  return caution === 'caution' ? [t('figures.caution')] : []
}
