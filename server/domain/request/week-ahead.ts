import type { CalendarDate } from '../calendar/calendar-date.ts'
import { extensionWindow } from '../law/extension.ts'
import { rulesOf } from '../law/laip.ts'
import type { LawContext } from './law-context.ts'
import type { ClockId, RequestKind, RequestState } from './states.ts'

/** What of a request says whether its term ends within days. */
export interface Pending {
  readonly id: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly receivedOn: CalendarDate
  /** The term that runs or was broken; null where none does. */
  readonly deadline: { readonly clock: ClockId; readonly dueOn: CalendarDate } | null
}

/**
 * What a term's end brings without an act: silence (44), the penal cause of a delivery that did not come (44),
 * an open amparo (58, 60), or the duty to certify what was disobeyed (60).
 */
export const lapseKinds = ['silencio', 'entrega', 'revision', 'cumplimiento'] as const

export type LapseKind = (typeof lapseKinds)[number]

export type Warning =
  | { readonly kind: LapseKind; readonly on: CalendarDate; readonly ids: readonly string[] }
  /** `on` is the last day to notify an extension in time (article 43). */
  | { readonly kind: 'prorroga'; readonly on: CalendarDate; readonly ids: readonly string[] }

/** Working days ahead that a unit plans for: what breaks on the last of them can still be answered. */
const horizon = 5

/**
 * What breaks within five working days if nothing happens, and where the days to notify an extension end
 * today or on the next working day: the soonest first, one warning a day and kind.
 */
export function weekAhead(
  requests: readonly Pending[],
  { calendar, policy }: LawContext,
  today: CalendarDate,
): Warning[] {
  const last = calendar.addWorkingDays(today, horizon)
  const next = calendar.addWorkingDays(today, 1)
  const found = requests.flatMap((request): Found[] => {
    const { deadline, id } = request
    if (!deadline || deadline.dueOn < today) return []
    const kind = lapseOf[deadline.clock]
    const lapse = kind && deadline.dueOn <= last ? [{ kind, on: deadline.dueOn, id }] : []
    if (!mayBeExtended(request)) return lapse
    const { by } = extensionWindow(request.receivedOn, deadline.dueOn, calendar, policy)
    return by >= today && by <= next ? [...lapse, { kind: 'prorroga', on: by, id }] : lapse
  })
  return gathered(found)
}

interface Found {
  readonly kind: Warning['kind']
  readonly on: CalendarDate
  readonly id: string
}

const lapseOf: Readonly<Record<ClockId, LapseKind | null>> = {
  K1: 'silencio',
  K2: null,
  K3: 'silencio',
  K4: 'entrega',
  K5: null,
  K6: 'revision',
  K7: 'cumplimiento',
}

function mayBeExtended({ kind, state, deadline }: Pending): boolean {
  return state === 'en_tramite' && deadline?.clock === 'K1' && rulesOf[kind].extension !== null
}

function gathered(found: readonly Found[]): Warning[] {
  const warnings = new Map<string, { kind: Warning['kind']; on: CalendarDate; ids: string[] }>()
  for (const { kind, on, id } of found) {
    const key = `${on} ${order.indexOf(kind)}`
    const known = warnings.get(key)
    if (known) known.ids.push(id)
    else warnings.set(key, { kind, on, ids: [id] })
  }
  return [...warnings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, warning]) => warning)
}

const order: readonly Warning['kind'][] = ['prorroga', ...lapseKinds]
