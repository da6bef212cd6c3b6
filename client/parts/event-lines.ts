import type { TimelineEntry } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { resultText } from './testimony.tsx'

export interface EventLine {
  readonly text: string
  /** Written by a person, in Spanish; the rest is ours, in the page's language. */
  readonly theirs: boolean
}

type EntryData = TimelineEntry['data']

/** What an act says besides who and when, as lines to read. */
export function eventLines(ctx: PageContext, { data }: TimelineEntry): readonly EventLine[] {
  return [...resultLines(ctx, data), ...measureLines(ctx, data), ...movedLines(ctx, data), ...writtenLines(data)]
}

function resultLines(ctx: PageContext, data: EntryData): EventLine[] {
  const lines: string[] = []
  if ('caseNumber' in data && data.caseNumber) lines.push(ctx.t('line.caseNumber', { number: data.caseNumber }))
  if ('fact' in data) lines.push(ctx.t('line.fact', { fact: ctx.t(`event.${data.fact}`) }))
  if ('outcome' in data && data.outcome) lines.push(ctx.t('line.outcome', { outcome: resultText(ctx, data.outcome) }))
  if ('sense' in data) lines.push(ctx.t(`sense.${data.sense}`))
  if ('grounds' in data && data.grounds.length > 0) {
    lines.push(ctx.t('line.grounds', { grounds: data.grounds.map(ground => ctx.t(`ground.${ground}`)).join('; ') }))
  }
  if ('classificationResolution' in data && data.classificationResolution) {
    lines.push(ctx.t('line.classification', { resolution: data.classificationResolution }))
  }
  return lines.map(ours)
}

function measureLines(ctx: PageContext, data: EntryData): EventLine[] {
  const lines: string[] = []
  if ('ground' in data) lines.push(ctx.t(`review-ground.${data.ground}`))
  if ('days' in data && data.days !== null) lines.push(ctx.t('line.days', { days: data.days }))
  if ('costQuetzales' in data) lines.push(ctx.t('line.cost', { cost: data.costQuetzales }))
  if ('channel' in data) lines.push(ctx.t(`channel.${data.channel}`))
  if ('breachId' in data && 'clock' in data) {
    lines.push(
      ctx.t('line.lapsed', {
        clock: ctx.t(`clock.${data.clock}`),
        day: dayText(ctx.language, data.dueOn, 'plain'),
        article: data.article,
      }),
    )
  }
  return lines.map(ours)
}

function movedLines(ctx: PageContext, data: EntryData): EventLine[] {
  if ('moved' in data) {
    return data.moved.map(({ clock, from, to }) =>
      ours(
        ctx.t('line.moved', {
          clock: ctx.t(`clock.${clock}`),
          from: dayText(ctx.language, from, 'plain'),
          to: dayText(ctx.language, to, 'plain'),
        }),
      ),
    )
  }
  return 'corrects' in data
    ? [ours(ctx.t('line.correctedTo', { day: dayText(ctx.language, data.occurredOn, 'plain') }))]
    : []
}

const written = ['text', 'motive', 'reasoning', 'reason', 'note', 'means', 'reference', 'liaison'] as const

function writtenLines(data: EntryData): EventLine[] {
  const fields: Readonly<Record<string, unknown>> = { ...data }
  return written.flatMap(name => {
    const text = fields[name]
    return typeof text === 'string' && text !== '' ? [{ text, theirs: true }] : []
  })
}

function ours(text: string): EventLine {
  return { text, theirs: false }
}
