import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import { decideOpening, invitationsFor } from '../domain/editions/edition.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Edition } from '../store/edition-store.ts'
import { foundEdition, requireEditor } from './edit-edition.ts'
import type { EditionPrinter, InstitutionPage } from './edition-printer.ts'
import { requireAllowed } from './speak.ts'
import { tellHeads } from './tell-heads.ts'

type Needs = Pick<Context, 'stores' | 'clock' | 'calendars' | 'engine'>

const mostBytes = 64 * 1024 * 1024

/**
 * Shows each institution its page, as it stands, and begins its working days to reply; their heads are told.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'edition-not-in-that-state', 'period-not-over'
 */
export async function openReply(
  context: Needs,
  actor: Actor,
  printer: EditionPrinter,
  { id, version, days }: { id: string; version: number; days: number },
): Promise<Edition> {
  requireEditor(actor)
  const edition = await foundEdition(context, id)
  requireAllowed(decideOpening(edition))
  if (edition.version !== version) throw new AppError('stale', { id })
  const pages = await printer.pagesOf(edition)
  const openedOn = context.clock.today()
  const opened = await context.stores.editions.change(id, version, {
    state: 'in_reply',
    openedOn,
    pagesSha256: await kept(context, pages),
    invitations: invitationsFor(await officesOf(context, pages), openedOn, days),
  })
  for (const { institutionId, until } of opened.invitations) {
    await tellHeads(context, opened, institutionId, { rule: 'edition_in_reply', day: until })
  }
  return opened
}

/** The page of one institution as it was shown. @throws AppError 'not-found' */
export async function institutionPage(
  { engine }: Pick<Context, 'engine'>,
  { pagesSha256 }: Edition,
  institutionId: string,
): Promise<InstitutionPage> {
  if (pagesSha256 === null) throw new AppError('not-found')
  const pieces: Uint8Array[] = []
  for await (const piece of await engine.files.open(pagesSha256)) pieces.push(Buffer.from(piece))
  const page = pagesIn(Buffer.concat(pieces).toString('utf8')).find(
    each => each.institutionId === institutionId,
  )
  if (!page) throw new AppError('not-found')
  return page
}

/** What `kept` wrote: its hash is the store's own, so its shape is ours. */
function pagesIn(text: string): readonly InstitutionPage[] {
  const pages: readonly InstitutionPage[] = JSON.parse(text)
  return pages
}

async function kept({ engine }: Needs, pages: readonly InstitutionPage[]): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(pages), 'utf8')
  const { sha256 } = await engine.files.put(Readable.from([bytes]), { maxBytes: mostBytes })
  if (sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new AppError('storage-failed')
  return sha256
}

async function officesOf({ stores, calendars }: Needs, pages: readonly InstitutionPage[]) {
  const known = await stores.institutions.findMany(pages.map(({ institutionId }) => institutionId))
  return Promise.all(
    known.map(async office => ({ id: office.id, calendar: (await calendars.lawOf(office)).calendar })),
  )
}
