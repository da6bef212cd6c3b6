import type { Request } from 'express'
import type { PublicEditionData } from '../../../client/pages/editions/public-edition-page.tsx'
import { keptReportOf, publishedEdition } from '../../editions/published-edition.ts'
import { languageOf } from '../language.ts'
import type { Site } from './page-of.ts'

/** The code that an address names; null where it names an edition by its id. */
export function codeIn(req: Request): string | null {
  const code = String(req.params.code)
  return /^A4-\d{4}-\d+$/.test(code) ? code : null
}

/** Its published report in the reader's language; null where it was published before reports were kept. */
export async function publicEditionOf(
  { context }: Site,
  req: Request,
  code: string,
): Promise<PublicEditionData | null> {
  const published = await publishedEdition(context, code)
  const report = await keptReportOf(context, published.edition, languageOf(req))
  return report && { ...published, report }
}
