import { dayText } from '../../../client/dates.ts'
import type { Option } from '../../../client/parts/fields.tsx'
import type { Fact } from '../../../client/parts/facts-list.tsx'
import { valuesOf } from '../../../client/form-state.ts'
import type { ActPageData, FormAct } from '../../../client/pages/acts/act-form.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { isMessageKey, translator, type Language } from '../../i18n/translate.ts'
import { labelOf } from './form-faults.ts'

/** What of a form is ours and not typed. */
const ours = new Set(['version', 'idempotencyKey', 'step', 'from', 'fileSha256', '_csrf'])

/** Fields whose values come from a list, and under which message each value stands. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  evidenceKind: ['evidence'],
  outcome: ['outcome', 'sense'],
  sense: ['sense'],
  ground: ['review-ground'],
  grounds: ['ground'],
  fact: ['event'],
}

/** The same field under another question. */
const labelsOf: Partial<Readonly<Record<FormAct, Readonly<Record<string, MessageKey>>>>> = {
  clarification_requested: { text: 'act.clarify.text', days: 'act.clarify.days' },
  clarified: { text: 'act.clarified.text' },
  review_defects_fixed: { text: 'act.review.defects' },
  review_decided: { text: 'act.review.decision' },
  stated: { outcome: 'act.stated.outcome', days: 'act.stated.days' },
  corrected: { occurredOn: 'act.corrected.date', reason: 'act.corrected.reason' },
  disputed: { text: 'act.disputed.text' },
}

type Typed = Pick<ActPageData, 'form' | 'type' | 'institutions' | 'approvers' | 'request' | 'happenedOn'>

/** All that was typed into an act's form, each under the label that asked for it and in words. */
export function typedFacts(language: Language, data: Typed): Fact[] {
  const t = translator(language)
  return Object.keys(data.form.values)
    .filter(name => !ours.has(name))
    .flatMap(name => {
      const values = valuesOf(data.form, name).filter(value => value.trim() !== '')
      if (values.length === 0) return []
      const label = labelsOf[data.type]?.[name]
      const words = values.map(value => inWords(language, name, value, data))
      return [{ name: label ? t(label) : labelOf(language, name), value: words.join('; ') }]
    })
}

function inWords(language: Language, name: string, value: string, data: Typed): string {
  const t = translator(language)
  if (name === 'occurredOn' && data.happenedOn) return dayText(language, data.happenedOn, 'long')
  const option = optionsFor(name, data).find(each => each.value === value)
  if (option) return option.label
  const corrected = name === 'corrects' && data.request.timeline.find(({ id }) => id === value)
  if (corrected) return `${t(`event.${corrected.type}`)}, ${dayText(language, corrected.occurredOn, 'plain')}`
  const key = (wordsOf[name] ?? []).map(group => `${group}.${value}`).find(isMessageKey)
  return key === undefined ? value : t(key)
}

function optionsFor(name: string, { institutions, approvers }: Typed): readonly Option[] {
  if (name === 'toInstitutionId') return institutions
  return name === 'approvedBy' ? approvers : []
}
