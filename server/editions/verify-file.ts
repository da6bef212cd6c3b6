import type { Context } from '../context.ts'
import type { Edition, EditionFile } from '../store/edition-store.ts'

export type Verification =
  | { readonly verdict: 'genuine'; readonly edition: Edition; readonly file: EditionFile }
  | {
      readonly verdict: 'superseded'
      readonly edition: Edition
      readonly file: EditionFile
      /** The edition that stands today: a correction may have been corrected. */
      readonly by: Edition
    }
  | { readonly verdict: 'unknown' }

const longestChain = 50

/** Whether a file with this SHA-256 (64 hexadecimal digits, lower case) was published here, and still stands. */
export async function verifyFile({ stores }: Pick<Context, 'stores'>, sha256: string): Promise<Verification> {
  const editions = (await stores.editions.ofFile(sha256)).filter(({ publishedAt }) => publishedAt !== null)
  // An unchanged list of cases may travel in an edition and in its correction: it stands where the latest does.
  const latest = editions.toSorted((a, b) => stampOf(b) - stampOf(a))[0]
  const file = latest?.files.find(each => each.sha256 === sha256)
  if (!latest || !file) return { verdict: 'unknown' }
  const by = await standing({ stores }, latest)
  return by.id === latest.id
    ? { verdict: 'genuine', edition: latest, file }
    : { verdict: 'superseded', edition: latest, file, by }
}

/** By the correction's own word: the older edition may not have been marked yet. */
export async function standing({ stores }: Pick<Context, 'stores'>, edition: Edition): Promise<Edition> {
  let current = edition
  for (let step = 0; step < longestChain; step += 1) {
    const next = await stores.editions.correcting(current.id)
    if (!next || next.publishedAt === null) return current
    current = next
  }
  return current
}

function stampOf({ publishedAt }: Edition): number {
  return publishedAt?.getTime() ?? 0
}
