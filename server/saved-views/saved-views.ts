import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { canonicalAddress } from '../domain/list-address.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { SavedView, ViewMail } from '../store/saved-view-store.ts'

export interface NewView {
  readonly name: string
  /** The query of a list's address, with or without its question mark. */
  readonly query: string
  readonly mail: ViewMail
}

export interface ViewPatch {
  readonly name?: string
  readonly mail?: ViewMail
}

export const mostViews = 30

/** A person's own views. @throws AppError 'sign-in-required' */
export async function listViewsOf({ stores }: Context, actor: Actor): Promise<SavedView[]> {
  return stores.savedViews.list(ownerOf(actor), mostViews)
}

/** @throws AppError 'sign-in-required'; 'not-found', also where it is another person's. */
export async function findView({ stores }: Context, actor: Actor, id: string): Promise<SavedView> {
  const view = await stores.savedViews.find(id, ownerOf(actor))
  if (!view) throw new AppError('not-found')
  return view
}

/**
 * Keeps a view; sent twice with one id, it is one.
 * @throws AppError 'sign-in-required', 'too-many-views'
 */
export async function saveView(
  { stores, clock }: Context,
  actor: Actor,
  { id, input }: { readonly id: string; readonly input: NewView },
): Promise<SavedView> {
  const userId = ownerOf(actor)
  const known = await stores.savedViews.find(id, userId)
  if (known) return known
  const own = await stores.savedViews.list(userId, mostViews)
  if (own.length >= mostViews) throw new AppError('too-many-views', { limit: mostViews })
  const view: SavedView = {
    ...{ id, userId, name: input.name, mail: input.mail },
    query: canonicalAddress(new URLSearchParams(input.query)),
    feedHash: null,
    createdAt: clock.now(),
    version: 1,
  }
  await stores.savedViews.add(view)
  return view
}

/** @throws AppError 'sign-in-required', 'not-found', 'stale' */
export async function changeView(
  context: Context,
  actor: Actor,
  { id, version, patch }: { readonly id: string; readonly version: number; readonly patch: ViewPatch },
): Promise<SavedView> {
  await findView(context, actor, id)
  return context.stores.savedViews.change({ id, version }, patch)
}

/** @throws AppError 'sign-in-required', 'not-found' */
export async function removeView(context: Context, actor: Actor, id: string): Promise<void> {
  await findView(context, actor, id)
  await context.stores.savedViews.remove(id)
}

/**
 * Gives a view's calendar an address that nobody can guess (256 bits), and ends the one it had. The token is
 * returned here and nowhere else: the store has its hash.
 * @throws AppError 'sign-in-required', 'not-found'
 */
export async function openFeed(
  context: Context,
  actor: Actor,
  id: string,
): Promise<{ readonly view: SavedView; readonly token: string }> {
  const view = await findView(context, actor, id)
  const token = randomBytes(32).toString('base64url')
  return { view: await context.stores.savedViews.change(view, { feedHash: hashOf(token) }), token }
}

/** Whoever has the address sees nothing from now on. @throws AppError 'sign-in-required', 'not-found' */
export async function closeFeed(context: Context, actor: Actor, id: string): Promise<SavedView> {
  return context.stores.savedViews.change(await findView(context, actor, id), { feedHash: null })
}

/** The view of a calendar's address and whose eyes it sees with; null for a token that opens nothing. */
export async function viewOfFeed(
  { stores }: Context,
  token: string,
): Promise<{ readonly view: SavedView; readonly owner: Actor } | null> {
  const view = await stores.savedViews.findByFeed(hashOf(token))
  const user = view && (await stores.users.find(view.userId))
  if (!view || !user?.active) return null
  const { id: userId, role, organisationId, institutionId } = user
  return { view, owner: { userId, role, organisationId, institutionId } }
}

function ownerOf({ role, userId }: Actor): string {
  if (role === 'public') throw new AppError('sign-in-required')
  return userId
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
