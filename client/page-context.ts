import type { CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import type { Role } from '../server/domain/request/events.ts'
import type { MessageKey } from '../server/i18n/es.ts'
import type { Language, MessageValues, Translate } from '../server/i18n/translate.ts'

export type { Language, MessageValues, Translate }

/** What every page knows besides its own data. Pages read no clock and no globals. */
export interface PageContext {
  readonly language: Language
  readonly t: Translate
  /** Without the language: '/solicitudes/abc', or '' for the home page. */
  readonly path: string
  /** As it came, with its question mark, or ''. */
  readonly query: string
  readonly actor: PageActor | null
  readonly csrf: string
  /** What the last act did, shown once. */
  readonly flash: Flash | null
  readonly demo: boolean
  readonly today: CalendarDate
}

export interface PageActor {
  readonly role: Role
  /** Of the organisation or institution, or of the role where there is none: never a person's name. */
  readonly side: string | null
  readonly unread: number
  /** Tells one person's drafts on a device from another's; says nothing of who they are. */
  readonly owner: string
}

export interface Flash {
  readonly tone: 'done' | 'warning'
  readonly key: MessageKey
  readonly values: MessageValues
  /** The form that was sent, by its path without language: its draft is no longer needed. */
  readonly form?: string
  /** Where it can be taken back, and what is to be sent there; only what binds nobody can. */
  readonly undo?: { readonly path: string; readonly fields: Readonly<Record<string, string>> }
}

export const otherLanguage = { es: 'en', en: 'es' } as const satisfies Record<Language, Language>

/** A page's address in the reader's language. */
export function href(ctx: PageContext, path: string): string {
  return `/${ctx.language}${path}`
}

/** Which side of a request somebody stands on: it decides the words of the next step. */
export function sideOf(role: Role | null): 'requester' | 'unit' | 'reader' {
  if (role === 'organisation_member' || role === 'organisation_admin') return 'requester'
  return role === 'uip_officer' || role === 'uip_head' ? 'unit' : 'reader'
}
