import { calendarDate, type CalendarDate } from './calendar-date.ts'

/**
 * Days on which the public administration was closed by an acuerdo gubernativo. They stop the count
 * where the office was closed "en el curso de todas las horas laborales" (LOJ 45 d).
 */
export interface Closure {
  readonly id: string
  readonly days: readonly CalendarDate[]
  readonly name: string
  /** The acuerdo, as it is cited. */
  readonly source: string
  /** Null where the day of publication is not known. */
  readonly publishedOn: CalendarDate | null
  readonly scope: ClosureScope
  readonly countsAsNonWorking: true
  /** What has not been confirmed, for people; null where nothing is in doubt. */
  readonly doubt: string | null
}

export type ClosureScope =
  { readonly kind: 'all' } | { readonly kind: 'institutions'; readonly institutionIds: readonly string[] }

/** The closures that reach an institution; null asks for those that reach every office. */
export function closuresFor(institutionId: string | null, closures: readonly Closure[]): readonly Closure[] {
  return closures.filter(
    ({ scope }) =>
      scope.kind === 'all' || (institutionId !== null && scope.institutionIds.includes(institutionId)),
  )
}

/**
 * The closures that could be known on a day, by publication. One whose publication is not known counts
 * as known from its first closed day.
 */
export function closuresKnownOn(day: CalendarDate, closures: readonly Closure[]): readonly Closure[] {
  return closures.filter(closure => knownSince(closure) <= day)
}

function knownSince({ publishedOn, days }: Closure): CalendarDate {
  return publishedOn ?? days.reduce((first, day) => (day < first ? day : first))
}

const exceptions =
  'Exceptúa servicios esenciales y entidades con otro pacto colectivo: puede variar por institución.'
const numberNotSeen = 'No se ha visto el número del acuerdo.'
const clauseNotSeen = 'No se ha leído la cláusula que declara inhábil el día.'
const publicationNotSeen = 'No se ha visto el día de publicación.'

/** The acuerdos found for 2022-2025. None was found for 2026, which does not prove that there is none. */
export const knownClosures: readonly Closure[] = [
  closure(
    'ag-2022-05-02',
    ['2022-05-02'],
    'Día no laborable del sector público',
    'Acuerdo Gubernativo de 2022 (número no visto)',
    null,
    [numberNotSeen, clauseNotSeen],
  ),
  closure(
    'ag-2022-09-16',
    ['2022-09-16'],
    'Puente de la Independencia',
    'Acuerdo Gubernativo de 2022 (número no visto)',
    null,
    [numberNotSeen],
  ),
  closure(
    'ag-266-2022',
    ['2022-10-31'],
    'Puente de Todos los Santos',
    'Acuerdo Gubernativo 266-2022',
    null,
    [],
  ),
  closure(
    'ag-2023-06-26',
    ['2023-06-26'],
    'Día posterior a las elecciones generales',
    'Acuerdo Gubernativo de 2023 (número no visto)',
    null,
    [numberNotSeen, clauseNotSeen],
  ),
  closure(
    'ag-313-2023',
    ['2023-12-26', '2024-01-02'],
    'Permiso de fin de año',
    'Acuerdo Gubernativo 313-2023',
    null,
    [clauseNotSeen],
  ),
  closure(
    'ag-2024-09-16',
    ['2024-09-16'],
    'Puente de la Independencia',
    'Acuerdo Gubernativo de septiembre de 2024 (número no visto)',
    '2024-09-13',
    [numberNotSeen, clauseNotSeen],
  ),
  closure(
    'ag-214-2024',
    ['2024-12-23', '2024-12-24', '2024-12-30', '2024-12-31'],
    'Permiso de fin de año',
    'Acuerdo Gubernativo 214-2024',
    null,
    [],
  ),
  closure(
    'ag-2025-05-02',
    ['2025-05-02'],
    'Puente del Día del Trabajo',
    'Acuerdo Gubernativo de 2025 (número no visto), anunciado el 28-04-2025',
    null,
    [numberNotSeen, clauseNotSeen],
  ),
  closure(
    'ag-186-2025',
    ['2025-11-03'],
    'Puente de Todos los Santos',
    'Acuerdo Gubernativo 186-2025',
    null,
    [],
  ),
  closure(
    'ag-222-2025',
    ['2025-12-24', '2025-12-26', '2025-12-31'],
    'Permiso de fin de año',
    'Acuerdo Gubernativo 222-2025',
    '2025-12-15',
    [],
  ),
]

function closure(
  id: string,
  days: readonly string[],
  name: string,
  source: string,
  publishedOn: string | null,
  doubts: readonly string[],
): Closure {
  const unseen = publishedOn === null ? [publicationNotSeen] : []
  return {
    id,
    days: days.map(calendarDate),
    name,
    source,
    publishedOn: publishedOn === null ? null : calendarDate(publishedOn),
    scope: { kind: 'all' },
    countsAsNonWorking: true,
    doubt: [...doubts, ...unseen, exceptions].join(' '),
  }
}
