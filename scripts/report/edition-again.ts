import type { Context } from '../../server/context.ts'
import { wordsOf } from '../../server/editions/publish-edition.ts'
import { editionPrinter } from '../../server/print-edition.ts'
import { RefusedError } from '../command.ts'
import { writeWholeBytes } from './whole-file.ts'

interface Again {
  /** Such as 'A4-2026-1'. */
  readonly edition: string
  readonly out: string
  readonly language: 'es' | 'en'
}

export interface PrintedAgain {
  readonly out: string
  readonly sha256: string
  /** Of the file that was published. */
  readonly published: string
  readonly same: boolean
}

/**
 * Prints a published edition anew from what was on record when it was published, and says whether the bytes are
 * those that were published.
 * @throws RefusedError (no such edition, or it was published without what this takes); AppError 'missing-glyph'
 */
export async function printEditionAgain(
  context: Context,
  { edition: code, out, language }: Again,
): Promise<PrintedAgain> {
  const edition = await context.stores.editions.findByCode(code)
  if (!edition || edition.publishedAt === null)
    throw new RefusedError(`--edition ${code}: no hay una edición publicada con ese código`)
  if (edition.knownAt === null)
    throw new RefusedError(`--edition ${code}: se publicó sin guardar lo que constaba ese día`)
  const kind = language === 'es' ? 'pdf_es' : 'pdf_en'
  const printed = await editionPrinter(context).print(edition, await wordsOf(context, edition))
  const bytes = printed.find(file => file.kind === kind)?.bytes
  const published = edition.files.find(file => file.kind === kind)?.sha256
  if (!bytes || published === undefined) throw new RangeError(`The edition ${code} has no ${kind}`)
  const { sha256 } = await writeWholeBytes(out, bytes)
  return { out, sha256, published, same: sha256 === published }
}
