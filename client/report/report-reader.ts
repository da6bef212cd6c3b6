import { href, type PageContext } from '../page-context.ts'

/** Who reads which edition: all that its blocks need to know of where they are shown. */
export interface ReportReader {
  readonly ctx: PageContext
  /** The edition's code. */
  readonly code: string
  /** The page, by its heading's id, on which each heading stands. */
  readonly places: ReadonlyMap<string, string>
}

/** The list of the cases of these figures, of every case for none; from one of them on, or those with some words. */
export function casesHref(
  { ctx, code }: Pick<ReportReader, 'ctx' | 'code'>,
  opens: readonly string[],
  { file = 'casos', words = '', from = 1 }: CasesAsked = {},
): string {
  const pairs = [
    ...opens.map(address => ['cifra', address] as const),
    ...(words === '' ? [] : [['q', words] as const]),
    ...(from === 1 ? [] : [['desde', String(from)] as const]),
  ]
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
  return href(ctx, `/informes/${code}/${file}${query === '' ? '' : `?${query}`}`)
}

interface CasesAsked {
  readonly file?: 'casos' | 'casos.csv'
  readonly words?: string
  /** From 1. */
  readonly from?: number
}
