import type { FigureSummary, SpreadSummary } from '../domain/statistics/figure.ts'
import type { GroupSummary } from '../domain/statistics/tally-figures.ts'
import { column, type Column } from './column.ts'
import type { OpenFigures } from './open-data.ts'

/** One figure of one group: a share, a count or a median, with what it was computed from. */
interface FigureLine {
  readonly group: string
  readonly name: string
  readonly code: string
  readonly cohort: string
  readonly n: number | null
  readonly count: number | null
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly caution: string
  readonly figures: OpenFigures
}

export const figureColumns: readonly Column<FigureLine>[] = [
  column('desde', 'Primer día del período', 'First day of the period', ({ figures }) => figures.period.from),
  column('hasta', 'Último día del período', 'Last day of the period', ({ figures }) => figures.period.to),
  column('datos_al', 'Fecha de corte', 'Cut-off day', ({ figures }) => figures.asOf),
  column(
    'grupo',
    'todas, o el identificador de la institución',
    'todas (all), or the institution id',
    ({ group }) => group,
  ),
  column('nombre', 'Nombre de la institución', 'Name of the institution', ({ name }) => name),
  column(
    'indicador',
    'Código del indicador, como en el informe',
    'Code of the indicator, as in the report',
    ({ code }) => code,
  ),
  column('cohorte', 'De qué solicitudes se cuenta', 'Which requests are counted', ({ cohort }) => cohort),
  column('n', 'Denominador; vacío en un conteo', 'Denominator; empty for a count', ({ n }) => n),
  column('casos', 'Numerador o conteo', 'Numerator or count', ({ count }) => count),
  column(
    'valor',
    'Proporción de 0 a 1, o mediana en días; vacío con menos de 10 casos',
    'Share from 0 to 1, or median in days; empty below 10 cases',
    ({ value }) => value,
  ),
  column(
    'intervalo_desde',
    'Límite inferior del intervalo del 95 %',
    'Lower bound of the 95 % interval',
    ({ low }) => low,
  ),
  column(
    'intervalo_hasta',
    'Límite superior del intervalo del 95 %',
    'Upper bound of the 95 % interval',
    ({ high }) => high,
  ),
  column(
    'cautela',
    'no-data, sin datos; counts-only, menos de 10; caution, menos de 30',
    'How far it can be trusted',
    ({ caution }) => caution,
  ),
  column('metodo', 'Versión del método', 'Version of the method', ({ figures }) => figures.methodVersion),
]

/** Of all first, then of each institution with requests in the period. */
export function figureLines(figures: OpenFigures): FigureLine[] {
  const names = new Map(figures.institutions.map(({ id, name }) => [id, name]))
  const { volume, timeliness, outcomes, days } = figures.indicators
  const overall = { group: 'todas', name: 'Todas las instituciones', figures }
  return [
    ...shares(overall, [volume.received, volume.pending, volume.pendingLate]),
    ...shares(overall, Object.values(timeliness)),
    ...shares(overall, [outcomes.full, outcomes.partial, outcomes.refused, outcomes.notHeld]),
    ...shares(overall, [outcomes.unreasoned, outcomes.fullOfResolvable]),
    spread(overall, days.working),
    ...figures.byInstitution.flatMap(group =>
      groupLines({ group: group.key, name: names.get(group.key) ?? group.key, figures }, group),
    ),
  ]
}

type Whose = Pick<FigureLine, 'group' | 'name' | 'figures'>

function groupLines(whose: Whose, group: GroupSummary): FigureLine[] {
  const { received, onTime, late, unanswered, silentAtDue, full, partial, refused, notHeld } = group
  const all = [received, onTime, late, unanswered, silentAtDue, full, partial, refused, notHeld]
  return [...shares(whose, all), spread(whose, group.days)]
}

function shares(whose: Whose, figures: readonly FigureSummary[]): FigureLine[] {
  return figures.map(({ code, cohort, n, count, rate, interval, caution }) => ({
    ...whose,
    ...{ code, cohort, n, count, value: rate, caution },
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
  }))
}

function spread(whose: Whose, { code, cohort, n, median, interval, caution }: SpreadSummary): FigureLine {
  const bounds = { low: interval?.low ?? null, high: interval?.high ?? null }
  return { ...whose, ...{ code, cohort, n, count: null, value: median, caution }, ...bounds }
}
