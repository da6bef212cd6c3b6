import type { EditionText } from '../../reports/activity-4/edition-text.ts'
import type { PaperSize } from '../../reports/pdf/theme.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import { hasPermission, requestScopeOf, type RequestScope } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Standpoint } from './standpoint.ts'

export interface ReportRequest {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The cut-off day, with all that happened on it; null is today. */
  readonly asOf: CalendarDate | null
  /** Of an edition, or of a report as it was known; otherwise all there is. */
  readonly standpoint?: Standpoint | null
  readonly language: 'es' | 'en'
}

/** A report that may be made: plain data, which passes from thread to thread. */
export interface ReportTask {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  readonly scope: RequestScope
  readonly standpoint: Standpoint | null
}

export const partKinds = ['pdf_es', 'pdf_en', 'figures', 'cases', 'summary', 'xlsx_es', 'xlsx_en'] as const

/** What can be made of a report; `summary` is `ReportSummary` as JSON. */
export type PartKind = (typeof partKinds)[number]

export interface PressTask extends ReportTask {
  readonly parts: readonly PartKind[]
  readonly size: PaperSize
  /** Of a published edition; null of any other report. */
  readonly edition: EditionText | null
}

export interface MadePart {
  readonly kind: PartKind
  /** As a download is called. */
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  /** Of a PDF; null of any other part. */
  readonly pages: number | null
  readonly bytes: Uint8Array
}

/**
 * What the actor may have: those who oversee, everything; a side, its own requests.
 * @throws AppError 'sign-in-required', 'forbidden', 'period-invalid', 'before-the-law', 'in-the-future', 'invalid-input'
 */
export function reportTask(
  actor: Actor,
  { from, to, asOf, standpoint = null }: Omit<ReportRequest, 'language'>,
  today: CalendarDate,
): ReportTask {
  const scope = scopeFor(actor)
  if (from > to) throw new AppError('period-invalid', { field: 'to' })
  if (from < knownDays.from) throw new AppError('before-the-law', { field: 'from' })
  if (to > knownDays.to) throw invalidInput([fault('to', 'day.unknown')])
  if (asOf !== null && asOf > today) throw new AppError('in-the-future', { field: 'asOf' })
  return { from, to, asOf: asOf ?? today, scope, standpoint }
}

function scopeFor(actor: Actor): RequestScope {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (actor.role !== 'system' && !hasPermission(actor, 'makeReports')) throw new AppError('forbidden')
  return requestScopeOf(actor)
}
