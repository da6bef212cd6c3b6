import { intervalPlot } from '../charts/interval-plot.ts'
import { sectorName } from '../sectors.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { GroupSummary } from '../../server/domain/statistics/tally-figures.ts'
import type { OpenFigures } from '../../server/open-data/open-data.ts'
import {
  frameOf,
  intervalText,
  numberText,
  pointsText,
  shareText,
  type FigureChart,
  type Words,
} from './figure-chart.ts'

/** More rows than these are read in the table: drawn, they would be a page of their own. */
const mostRows = 25

interface Row {
  readonly name: string
  readonly short: string
  readonly onTime: GroupSummary['onTime']
}

/** On-time share with its interval of each sector and each institution, by name: never by rate. */
export function onTimeChart(ctx: Words, figures: OpenFigures): FigureChart {
  const { t } = ctx
  const { rate } = figures.indicators.timeliness.onTime
  const rows = rowsOf(ctx, figures)
  const comparable = rows.filter(({ onTime }) => onTime.rate !== null).slice(0, mostRows)
  return {
    id: 'en-plazo',
    title: t('chart.onTimeBy'),
    sentence: sentenceOf(ctx, figures),
    head: [
      t('chart.group'),
      t('chart.due'),
      t('chart.onTime'),
      t('chart.onTimeShare'),
      t('chart.interval.low'),
      t('chart.interval.high'),
    ],
    rows: rows.map(({ name, onTime: { n, count, rate: share, interval } }) => [
      ...[name, n, count, share],
      ...[interval?.low ?? null, interval?.high ?? null],
    ]),
    shares: [3, 4, 5],
    draw: comparable.length === 0 || rate === null ? null : drawing(ctx, comparable, rate),
  }
}

/** Sectors first, where there are several; then the institutions to which something fell due. */
function rowsOf(ctx: Words, { byInstitutionKind, byInstitution, institutions }: OpenFigures): Row[] {
  const names = new Map(institutions.map(each => [each.id, each]))
  const hasDue = ({ onTime }: GroupSummary) => (onTime.n ?? 0) > 0
  const kinds = byInstitutionKind.filter(hasDue)
  const ofKinds = (kinds.length > 1 ? kinds : []).map(({ key, onTime }) => {
    const name = sectorName(ctx, key)
    return { name, short: name, onTime }
  })
  const ofInstitutions = byInstitution.filter(hasDue).map(({ key, onTime }) => {
    const name = names.get(key)?.name ?? key
    return { name, short: names.get(key)?.acronym ?? name, onTime }
  })
  return [...ofKinds, ...ofInstitutions]
}

function drawing(ctx: Words, comparable: readonly Row[], overall: number): FigureChart['draw'] {
  const { t } = ctx
  const format = (share: number) => pointsText(ctx, share)
  const words = {
    title: t('chart.onTimeBy'),
    overall: { rate: overall, label: t('chart.overall', { rate: format(overall) }) },
    format,
    formatCount: (n: number) => t('report.n', { n: numberText(ctx, n) }),
    empty: t('report.none'),
  }
  return size => {
    const rows = comparable.map(({ name, short, onTime: { n, rate, interval } }) => ({
      label: size === 'wide' ? name : short,
      n: n ?? 0,
      interval: rate === null || interval === null ? null : { rate, ...interval },
    }))
    return intervalPlot({ ...words, rows, twoLines: true }, frameOf(size, 30 + 20 * rows.length))
  }
}

function sentenceOf(ctx: Words, { indicators, byInstitution }: OpenFigures): string {
  const { t } = ctx
  const { onTime } = indicators.timeliness
  const n = onTime.n ?? 0
  if (n === 0) return t('chart.onTimeBy.none')
  if (n < minimumForRate) return t('chart.onTimeBy.few', { count: onTime.count, n })
  const start = t('chart.onTimeBy.sentence', {
    ...{ rate: shareText(ctx, onTime), n, interval: intervalText(ctx, onTime) ?? '' },
  })
  const standing = (position: GroupSummary['position']) =>
    byInstitution.filter(group => group.position === position).length
  const [above, below, same] = [standing('above'), standing('below'), standing('not-different')]
  if (above + below + same < 2) return start
  return `${start} ${t('chart.onTimeBy.compared', { above, below, same })}`
}
