import type { FieldError } from '../../../client/form-state.ts'
import type { PreviewAt } from '../../../client/pages/log-request-page.tsx'
import { addDays, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/law/effective-receipt.ts'
import { requestKinds } from '../../domain/request/states.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../i18n/translate.ts'
import { previewDeadline } from '../../requests/preview-deadline.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError } from './form-faults.ts'
import { chosenInstitutions } from './log-request-form.ts'
import type { Site } from './page-of.ts'
import { momentOf, typedDay, typedTime } from './typed-day.ts'

/** LAIP, article 72. */
const inForceFrom = '2009-04-21'

export interface ReceiptInForm {
  readonly received: { readonly day: CalendarDate; readonly moment: Moment } | null
  readonly errors: readonly FieldError[]
}

/** When the institution received it, as typed; every fault of it at once. */
export function receiptIn({ context }: Site, language: Language, values: SentValues): ReceiptInForm {
  const today = context.clock.today()
  const day = typedDay(textOf(values, 'receivedOn'), today)
  const time = typedTime(textOf(values, 'receivedTime'))
  const errors = [
    ...dayErrors(language, textOf(values, 'receivedOn'), day, today),
    ...(textOf(values, 'receivedTime') !== '' && time === null
      ? [fieldError(language, 'receivedTime', 'invalid.time')]
      : []),
  ]
  const isRight = day !== null && errors.length === 0
  return { received: isRight ? { day, moment: momentOf(day, time) } : null, errors }
}

function dayErrors(
  language: Language,
  typed: string,
  day: CalendarDate | null,
  today: CalendarDate,
): FieldError[] {
  if (typed === '') return [fieldError(language, 'receivedOn', 'invalid.required')]
  if (day === null) return [fieldError(language, 'receivedOn', 'invalid.date')]
  if (day < inForceFrom) return [fieldError(language, 'receivedOn', 'invalid.date.early')]
  return day > addDays(today, 1) ? [fieldError(language, 'receivedOn', 'invalid.date.future')] : []
}

/** When each of the chosen institutions would have to answer; those whose term cannot be counted are left out. */
export async function previewsAt(site: Site, values: SentValues): Promise<PreviewAt[]> {
  const { received } = receiptIn(site, 'es', values)
  if (received === null) return []
  const { stores } = site.context
  const kind = requestKinds.find(one => one === textOf(values, 'kind')) ?? 'access'
  const institutions = await stores.institutions.findMany(chosenInstitutions(values))
  const found = await Promise.all(
    institutions.map(async ({ id: institutionId, name: institution }) => {
      const preview = await previewDeadline(site.context, {
        institutionId,
        kind,
        received: received.moment,
      }).catch(noneWithinReach)
      return preview === null ? [] : [{ institution, preview }]
    }),
  )
  return found.flat()
}

/** Beyond the known calendar there is nothing to show yet: the form says so when it is sent. */
function noneWithinReach(error: unknown): null {
  if (error instanceof AppError && ['unknown-institution', 'invalid-input'].includes(error.code)) return null
  throw error
}
