import { href, type PageContext } from '../page-context.ts'

/** Who reads which edition: all that its blocks need to know of where they are shown. */
export interface ReportReader {
  readonly ctx: PageContext
  /** The edition's code. */
  readonly code: string
  /** The page, by its heading's id, on which each heading stands. */
  readonly places: ReadonlyMap<string, string>
}

/** The list of the cases of these figures. */
export function casesHref(
  { ctx, code }: ReportReader,
  opens: readonly string[],
  file: 'casos' | 'casos.csv' = 'casos',
): string {
  const query = opens.map(address => `cifra=${encodeURIComponent(address)}`).join('&')
  return `${href(ctx, `/informes/${code}/${file}`)}?${query}`
}
