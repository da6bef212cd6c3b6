import { Readable } from 'node:stream'
import type { Context } from '../context.ts'
import { decidePublication, type EditionChange } from '../domain/editions/edition.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Edition, EditionFile } from '../store/edition-store.ts'
import { keepRegister } from '../store/kept-register.ts'
import { foundEdition, requireEditor } from './edit-edition.ts'
import type { EditionPrinter, EditionWords, PrintedFile } from './edition-printer.ts'
import { publicSite } from './public-site.ts'
import { requireAllowed } from './speak.ts'
import { tellHeads } from './tell-heads.ts'

type Needs = Pick<Context, 'stores' | 'clock' | 'engine' | 'config'>

const mostBytes = 512 * 1024 * 1024

/**
 * Prints an edition and keeps its files for good; the one it corrects becomes superseded. Where it was cut off
 * between the two, doing it again ends what was begun: an edition that is published is never printed anew.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'missing-glyph', 'storage-failed' (then nothing has changed)
 * and the refusals of `decidePublication`
 */
export async function publishEdition(
  context: Needs,
  actor: Actor,
  printer: EditionPrinter,
  { id, version, changes }: { id: string; version: number; changes: readonly EditionChange[] },
): Promise<Edition> {
  requireEditor(actor)
  const { stores, clock } = context
  const edition = await foundEdition(context, id)
  if (edition.state === 'published') return supersedeOlder(context, edition)
  if (edition.version !== version) throw new AppError('stale', { id })
  const words = await wordsOf(context, edition)
  const repliedIds = words.replies.map(({ institutionId }) => institutionId)
  const { challenges } = words
  requireAllowed(decidePublication({ ...edition, changes, repliedIds, challenges }, clock.today()))
  const known = {
    knownAt: clock.now(),
    registerSha256: await keepRegister(stores, context.engine.files),
    site: publicSite(context.config),
  }
  const printed = await printer.print({ ...edition, ...known, changes }, words)
  const files: EditionFile[] = []
  for (const file of printed) files.push(await kept(context, file))
  const published = await stores.editions.change(id, version, {
    ...{ state: 'published', publishedAt: clock.now(), changes, files },
    ...known,
  })
  for (const { institutionId } of published.invitations) {
    await tellHeads(context, published, institutionId, { rule: 'edition_published', day: clock.today() })
  }
  return supersedeOlder(context, published)
}

/** What institutions said of an edition, for its pages and its print. */
export async function wordsOf({ stores }: Pick<Context, 'stores'>, edition: Edition): Promise<EditionWords> {
  const older = edition.supersedes === null ? null : await stores.editions.find(edition.supersedes)
  return {
    replies: await stores.editionWords.repliesTo(edition.id),
    challenges: await stores.editionWords.challengesTo(edition.id),
    supersedes: older?.code ?? null,
  }
}

async function supersedeOlder({ stores }: Needs, edition: Edition): Promise<Edition> {
  const older = edition.supersedes === null ? null : await stores.editions.find(edition.supersedes)
  if (older?.state === 'published') {
    await stores.editions.change(older.id, older.version, { state: 'superseded', supersededBy: edition.id })
  }
  return edition
}

async function kept({ engine }: Needs, { bytes, ...file }: PrintedFile): Promise<EditionFile> {
  const { sha256, size } = await engine.files.put(Readable.from(piecesOf(bytes)), { maxBytes: mostBytes })
  return { ...file, sha256, size }
}

/** Hashed in one go, megabytes of figures would hold up everybody else. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

const pieceBytes = 1 << 16
