import { parseCalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { channels, grounds, reviewGrounds, statableFacts } from '../../server/domain/request/events.ts'
import { clockIds, reviewSenses } from '../../server/domain/request/states.ts'
import type { TimelineEntry } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { resultText } from './testimony.tsx'

export interface EventLine {
  readonly text: string
  /** Written by a person, in Spanish; the rest is ours, in the page's language. */
  readonly theirs: boolean
}

/** As of the event's type, or less of it in public views: whatever is not there is not said. */
type EntryData = TimelineEntry['data']

/** What an act says besides who and when, as lines to read. */
export function eventLines(ctx: PageContext, { data }: TimelineEntry): readonly EventLine[] {
  const ours = [...resultLines(ctx, data), ...measureLines(ctx, data), ...dueDayLines(ctx, data)]
  return [...ours.map(text => ({ text, theirs: false })), ...writtenLines(data)]
}

function resultLines(ctx: PageContext, data: EntryData): string[] {
  const caseNumber = textIn(data, 'caseNumber')
  const fact = oneOf(statableFacts, data.fact)
  const outcome = textIn(data, 'outcome')
  const sense = oneOf(reviewSenses, data.sense)
  const cited = listIn(data, 'grounds').flatMap(ground => oneOf(grounds, ground) ?? [])
  const classification = textIn(data, 'classificationResolution')
  return [
    caseNumber && ctx.t('line.caseNumber', { number: caseNumber }),
    fact && ctx.t('line.fact', { fact: ctx.t(`event.${fact}`) }),
    outcome && ctx.t('line.outcome', { outcome: resultText(ctx, outcome) }),
    sense && ctx.t(`sense.${sense}`),
    cited.length > 0 &&
      ctx.t('line.grounds', { grounds: cited.map(ground => ctx.t(`ground.${ground}`)).join('; ') }),
    classification && ctx.t('line.classification', { resolution: classification }),
  ].filter(isText)
}

function measureLines(ctx: PageContext, data: EntryData): string[] {
  const ground = oneOf(reviewGrounds, data.ground)
  const channel = oneOf(channels, data.channel)
  const { days, costQuetzales } = data
  return [
    ground && ctx.t(`review-ground.${ground}`),
    typeof days === 'number' && ctx.t('line.days', { days }),
    typeof costQuetzales === 'number' && ctx.t('line.cost', { cost: costQuetzales }),
    channel && ctx.t(`channel.${channel}`),
  ].filter(isText)
}

function dueDayLines(ctx: PageContext, data: EntryData): string[] {
  const clock = oneOf(clockIds, data.clock)
  const dueOn = dayIn(ctx, data.dueOn)
  const correct = 'corrects' in data ? dayIn(ctx, data.occurredOn) : null
  return [
    clock &&
      dueOn &&
      ctx.t('line.lapsed', {
        clock: ctx.t(`clock.${clock}`),
        day: dueOn,
        article: textIn(data, 'article') ?? '',
      }),
    correct && ctx.t('line.correctedTo', { day: correct }),
    ...listIn(data, 'moved').map(move => movedLine(ctx, move)),
  ].filter(isText)
}

function movedLine(ctx: PageContext, move: unknown): string | null {
  if (typeof move !== 'object' || move === null) return null
  const { clock: id, from, to }: EntryData = { ...move }
  const clock = oneOf(clockIds, id)
  const before = dayIn(ctx, from)
  const after = dayIn(ctx, to)
  return clock && before && after
    ? ctx.t('line.moved', { clock: ctx.t(`clock.${clock}`), from: before, to: after })
    : null
}

const written = ['text', 'motive', 'reasoning', 'reason', 'note', 'means', 'reference', 'liaison'] as const

function writtenLines(data: EntryData): EventLine[] {
  return written.flatMap(name => {
    const text = textIn(data, name)
    return text ? [{ text, theirs: true }] : []
  })
}

function textIn(data: EntryData, name: string): string | null {
  const value = data[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function listIn(data: EntryData, name: string): readonly unknown[] {
  const value = data[name]
  return Array.isArray(value) ? value : []
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  return known.find(one => one === value) ?? null
}

function dayIn(ctx: PageContext, value: unknown): string | null {
  const day = typeof value === 'string' ? parseCalendarDate(value) : null
  return day && dayText(ctx.language, day, 'plain')
}

function isText(value: string | false | null): value is string {
  return typeof value === 'string' && value !== ''
}
