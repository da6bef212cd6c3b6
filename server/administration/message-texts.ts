import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { en } from '../i18n/en.ts'
import { es } from '../i18n/es.ts'

/** One message in both languages, and what an eye should look at. */
export interface MessageText {
  readonly key: string
  readonly es: string
  /** '' where it is missing. */
  readonly en: string
  /** igual: the same words in both, so perhaps never translated · larga: much longer, so look at its page. */
  readonly doubt: 'falta' | 'igual' | 'larga' | null
}

export interface TextsQuery {
  readonly search: string
  readonly onlyDoubtful: boolean
}

export interface TextsState {
  readonly count: number
  readonly missing: number
  readonly same: number
  readonly long: number
  readonly found: readonly MessageText[]
}

/** A page is drawn for texts up to so much longer than the Spanish one. */
const longestRatio = 1.4

/** The state of the translation; the words themselves are in the program. @throws AppError 'sign-in-required', 'forbidden' */
export function messageTexts(actor: Actor, { search, onlyDoubtful }: TextsQuery): TextsState {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (!hasPermission(actor, 'readTexts')) throw new AppError('forbidden')
  const english: Readonly<Record<string, string>> = en
  const all = Object.entries(es).map(([key, text]) => textOf(key, text, english[key] ?? ''))
  const sought = search.trim().toLowerCase()
  return {
    count: all.length,
    missing: all.filter(({ doubt }) => doubt === 'falta').length,
    same: all.filter(({ doubt }) => doubt === 'igual').length,
    long: all.filter(({ doubt }) => doubt === 'larga').length,
    found: all.filter(text => (!onlyDoubtful || text.doubt !== null) && holds(text, sought)),
  }
}

function textOf(key: string, spanish: string, english: string): MessageText {
  return { key, es: spanish, en: english, doubt: doubtOf(spanish, english) }
}

function doubtOf(spanish: string, english: string): MessageText['doubt'] {
  if (english === '') return 'falta'
  // A short word may well be the same in both: PDF, CSV, n.
  if (english === spanish && spanish.length > 8) return 'igual'
  const isLong = english.length > 24 && english.length > spanish.length * longestRatio
  return isLong ? 'larga' : null
}

function holds({ key, es: spanish, en: english }: MessageText, sought: string): boolean {
  return sought === '' || `${key}\n${spanish}\n${english}`.toLowerCase().includes(sought)
}
