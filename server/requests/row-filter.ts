import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { foldName } from '../domain/names.ts'
import { maySeeInFull } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { RequestHead } from '../store/request-pages.ts'
import type { ListRequests } from './list-requests.ts'

/**
 * Whether a request may stand in a list, as far as its record says without its history; null where every one may.
 * Words must all stand in the title, the reference or, for who may see it, the case number.
 */
export function rowFilter(
  actor: Actor,
  input: ListRequests,
  today: CalendarDate,
): ((head: RequestHead) => boolean) | null {
  const { search } = input
  const rules = [
    ...sideRules(input),
    ...dayRules(input),
    ...(input.state === null ? [] : [stateRule(input.state, today)]),
    ...(search === null ? [] : [wordRule(actor, search)]),
  ]
  return rules.length === 0 ? null : head => rules.every(rule => rule(head))
}

type Rule = (head: RequestHead) => boolean

function sideRules({ institutionId, organisationId }: ListRequests): Rule[] {
  return [
    ...(institutionId === null ? [] : [(head: RequestHead) => head.institutionId === institutionId]),
    ...(organisationId === null ? [] : [(head: RequestHead) => head.organisationId === organisationId]),
  ]
}

function dayRules({ receivedFrom, receivedTo }: ListRequests): Rule[] {
  return [
    ...(receivedFrom === null ? [] : [({ receivedOn }: RequestHead) => receivedOn >= receivedFrom]),
    ...(receivedTo === null ? [] : [({ receivedOn }: RequestHead) => receivedOn <= receivedTo]),
  ]
}

/** Until the next mark is due the state is that of the last write; from then on its history must say. */
function stateRule(wanted: ListRequests['state'], today: CalendarDate): Rule {
  return ({ state, nextMarkOn }) => state === wanted || (nextMarkOn !== null && nextMarkOn <= today)
}

function wordRule(actor: Actor, search: string): Rule {
  const words = foldName(search).split(' ')
  return head => {
    const known = maySeeInFull(actor, head) ? (head.caseNumber ?? '') : ''
    const text = foldName(`${head.title} ${head.reference} ${known}`)
    return words.every(word => text.includes(word))
  }
}
