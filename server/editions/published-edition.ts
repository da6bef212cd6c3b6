import { createHash } from 'node:crypto'
import type { KeptReport } from '../../client/report/kept-report.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Edition, EditionFile } from '../store/edition-store.ts'
import { presentEdition, type EditionView } from './edition-view.ts'
import { standing } from './verify-file.ts'

type Needs = Pick<Context, 'stores' | 'engine'>

/** An edition that anyone may read, and the one that stands in its place today. */
export interface PublishedEdition {
  readonly edition: EditionView
  /** Null where it stands itself. */
  readonly newer: EditionView | null
  /** The code of the edition that it corrects. */
  readonly corrects: string | null
}

/** @throws AppError 'not-found', also of a draft and of an edition in reply, to whoever asks */
export async function publishedEdition(context: Needs, code: string): Promise<PublishedEdition> {
  const edition = await context.stores.editions.ofCode(code)
  if (!edition?.publishedAt) throw new AppError('not-found')
  return describe(context, edition)
}

/** The latest that stands: a superseded one is never the newest, its correction was published after it. */
export async function newestEdition({ stores }: Pick<Needs, 'stores'>): Promise<EditionView | null> {
  const { items } = await stores.editions.published({ limit: 10, after: null })
  const newest = items.find(({ state }) => state === 'published')
  return newest ? presentEdition(newest) : null
}

/** Null of an edition that was published before pages were kept. */
export async function keptReportOf(
  context: Needs,
  { files }: EditionView,
  language: 'es' | 'en',
): Promise<KeptReport | null> {
  const file = files.find(({ kind }) => kind === `page_${language}`)
  if (!file) return null
  // What the store keeps under a hash that we wrote is what we wrote.
  const report: KeptReport = JSON.parse((await bytesOf(context, file)).toString('utf8'))
  return report
}

/** The bytes of a kept file. */
export async function bytesOf({ engine }: Pick<Needs, 'engine'>, { sha256 }: EditionFile): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of await engine.files.open(sha256)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

export type EditionVerdict =
  { readonly verdict: 'unknown' } | ({ readonly verdict: 'genuine' | 'superseded' } & PublishedEdition)

/**
 * Whether an edition of that code was published here with those data: `digest` is the one that its seal prints, of
 * its figures and cases, since a file cannot hold its own hash.
 */
export async function verifyEdition(
  context: Needs,
  { code, digest }: { code: string; digest: string },
): Promise<EditionVerdict> {
  const edition = await context.stores.editions.ofCode(code)
  if (!edition?.publishedAt || digestOf(edition) !== digest) return { verdict: 'unknown' }
  const found = await describe(context, edition)
  return { verdict: found.newer ? 'superseded' : 'genuine', ...found }
}

/** As the report computes it: over the hexadecimal hashes of its cases and of its figures. */
function digestOf({ files }: Edition): string {
  const hash = createHash('sha256')
  for (const kind of ['cases', 'figures'] as const) {
    hash.update(files.find(each => each.kind === kind)?.sha256 ?? '')
  }
  return hash.digest('hex')
}

async function describe({ stores }: Needs, edition: Edition): Promise<PublishedEdition> {
  const newest = await standing({ stores }, edition)
  const older = edition.supersedes === null ? null : await stores.editions.find(edition.supersedes)
  return {
    edition: presentEdition(edition),
    newer: newest.id === edition.id ? null : presentEdition(newest),
    corrects: older?.code ?? null,
  }
}
