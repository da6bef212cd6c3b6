import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Cursor, Page } from '../store/collection.ts'
import type { Edition } from '../store/edition-store.ts'
import type { EditionChallenge, EditionReply } from '../store/edition-word-store.ts'
import { foundEdition } from './edit-edition.ts'
import type { InstitutionPage } from './edition-printer.ts'
import { institutionPage } from './open-reply.ts'
import { wordsOf } from './publish-edition.ts'

type Needs = Pick<Context, 'stores'>

/** What is published is everyone's; what is not, of those who make it and oversee it. */
export async function listEditions(
  { stores }: Needs,
  actor: Actor,
  page: { limit: number; after: Cursor | null },
): Promise<Page<Edition>> {
  return hasPermission(actor, 'readDraftEditions')
    ? stores.editions.list(page)
    : stores.editions.published(page)
}

/** Those that wait for an institution's words. */
export async function editionsToReply({ stores }: Needs, institutionId: string): Promise<readonly Edition[]> {
  const open = await stores.editions.inReply()
  return open.filter(({ invitations }) => invitations.some(each => each.institutionId === institutionId))
}

/** @throws AppError 'not-found', also for a draft that the actor may not see */
export async function seeEdition(context: Needs, actor: Actor, id: string): Promise<Edition> {
  const edition = await foundEdition(context, id)
  const isOpen = edition.publishedAt !== null || hasPermission(actor, 'readDraftEditions')
  if (!isOpen && !isInvited(edition, actor)) throw new AppError('not-found')
  return edition
}

export interface SeenWords {
  readonly replies: readonly EditionReply[]
  readonly challenges: readonly EditionChallenge[]
}

/** Of a published edition, all; before, an institution sees its own words alone. */
export async function seeWords(context: Needs, actor: Actor, edition: Edition): Promise<SeenWords> {
  const { replies, challenges } = await wordsOf(context, edition)
  if (edition.publishedAt !== null || hasPermission(actor, 'readDraftEditions'))
    return { replies, challenges }
  const own = ({ institutionId }: { institutionId: string }) => institutionId === actor.institutionId
  return { replies: replies.filter(own), challenges: challenges.filter(own) }
}

/**
 * An institution's page as it was shown when its term began: to the institution itself and to those who make
 * the edition, before and after it is published.
 * @throws AppError 'not-found'
 */
export async function seeInstitutionPage(
  context: Needs & Pick<Context, 'engine'>,
  actor: Actor,
  { id, institutionId }: { id: string; institutionId: string },
): Promise<InstitutionPage> {
  const edition = await foundEdition(context, id)
  const isOwn = actor.institutionId === institutionId && isInvited(edition, actor)
  if (!isOwn && !hasPermission(actor, 'readDraftEditions')) throw new AppError('not-found')
  return institutionPage(context, edition, institutionId)
}

function isInvited({ state, invitations }: Edition, { institutionId }: Actor): boolean {
  return state !== 'draft' && invitations.some(each => each.institutionId === institutionId)
}
