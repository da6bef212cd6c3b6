import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Role } from '../../../server/domain/request/events.ts'
import { translator, type Language } from '../../../server/i18n/translate.ts'
import type { PageContext } from '../../../client/page-context.ts'
import type { FormState } from '../../../client/form-state.ts'

export const today = calendarDate('2026-11-23')

const sides: Partial<Record<Role, string>> = {
  organisation_member: 'Asociación Ixim',
  organisation_admin: 'Asociación Ixim',
  uip_officer: 'UIP · MEM',
  uip_head: 'UIP · MEM',
}

export function pageContext(language: Language, role: Role | null, path: string, query = ''): PageContext {
  return {
    language,
    t: translator(language),
    path,
    query,
    actor: role === null ? null : { role, side: sides[role] ?? null, unread: 3, owner: '0f3a' },
    csrf: 'token',
    flash: null,
    demo: true,
    today,
  }
}

export function formState(values: FormState['values'] = {}, errors: FormState['errors'] = []): FormState {
  return { values, errors, idempotencyKey: '3a0f6f0e-2c4b-4a51-9a55-000000000001' }
}
