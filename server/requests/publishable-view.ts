import type { RequestView, TimelineEntry } from './request-view.ts'

/**
 * What the public sees of a published request: an allow-list of states and days (LAIP 31). The words of
 * either side, files and case numbers stay out, since a name may stand in any of them.
 */
export function publishableView(view: RequestView): RequestView {
  return {
    ...view,
    caseNumber: null,
    body: '',
    timeline: view.timeline.filter(({ type }) => type !== 'disputed').map(publishableEntry),
    allowedActions: [],
    attachments: [],
  }
}

function publishableEntry(entry: TimelineEntry): TimelineEntry {
  return { ...entry, data: factsOf(entry.data), evidence: [] }
}

/** Lengths, outcomes, clocks and days: values of closed lists, never free text. */
const facts = [
  ...['days', 'outcome', 'grounds', 'sense', 'ground', 'fact', 'kind', 'channel'],
  ...['clock', 'dueOn', 'article', 'calendarVersion', 'breachId', 'closureId', 'moved', 'from', 'to'],
]

function factsOf(data: TimelineEntry['data']): TimelineEntry['data'] {
  return Object.fromEntries(Object.entries(data).filter(([name]) => facts.includes(name)))
}
