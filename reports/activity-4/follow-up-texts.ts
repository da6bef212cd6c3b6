import type { RecommendationState } from '../../server/domain/register/recommendation-states.ts'
import type { EventType } from '../../server/domain/request/events.ts'
import type { ReportLanguage } from '../blocks.ts'
import type { EntryLine } from './follow-up.ts'
import { followUpTextsEn } from './follow-up-texts.en.ts'
import { followUpTextsEs } from './follow-up-texts.es.ts'

/** Recommendations and the corrections log. */
export interface FollowUpTexts {
  readonly recommendations: string
  readonly first: string
  readonly followed: (code: string, from: string, to: string, n: string) => string
  readonly none: string
  readonly shares: string
  readonly sharesNote: string
  readonly states: Readonly<Record<RecommendationState, string>>
  readonly state: string
  readonly addressee: string
  readonly all: string
  readonly recommendation: string
  readonly stood: string
  readonly since: (state: string, day: string) => string
  readonly words: string
  readonly wordsNote: string
  readonly said: (name: string, state: string, day: string) => string
  readonly own: string
  readonly ownNone: string
  readonly corrections: string
  readonly correctionsFirst: string
  readonly correctionsSince: (code: string, day: string) => string
  readonly challenges: string
  readonly challengesNone: string
  readonly entries: string
  readonly entriesNone: string
  readonly requests: string
  readonly requestsNone: string
  readonly requestsNote: string
  readonly closures: string
  readonly closuresNone: string
  readonly register: string
  readonly registers: Readonly<Record<EntryLine['register'], string>>
  readonly change: string
  readonly changes: Readonly<Record<EntryLine['change'], string>>
  readonly what: string
  readonly day: string
  readonly changedOn: string
  readonly reason: string
  readonly act: string
  readonly acts: Readonly<Record<EventType, string>>
  readonly acuerdo: string
  readonly days: string
  readonly again: string
}

export function followUpTexts(language: ReportLanguage): FollowUpTexts {
  return language === 'en' ? followUpTextsEn : followUpTextsEs
}
