/** How a language says shares of ten, each with its noun. */
export interface ShareWords {
  readonly none: string
  readonly veryFew: string
  readonly lessThanOne: string
  /** From 1 to 9. */
  readonly tenths: (tenths: number) => string
  readonly nearly: (words: string) => string
  readonly littleMore: (words: string) => string
  readonly moreThanNine: string
  readonly nearlyAll: string
  readonly all: string
}

/** A share from 0 to 1 as people say it: «casi ocho de cada diez solicitudes». Exact only at 0 and 1. */
export function shareInWords(share: number, words: ShareWords): string {
  return atTheEnds(share, words) ?? nearTenths(share, words)
}

function atTheEnds(share: number, words: ShareWords): string | null {
  if (share === 0) return words.none
  if (share === 1) return words.all
  if (share < 0.02) return words.veryFew
  if (share < 0.08) return words.lessThanOne
  if (share > 0.98) return words.nearlyAll
  return share > 0.92 ? words.moreThanNine : null
}

/** Within a point of a tenth it is that tenth. */
function nearTenths(share: number, { tenths, nearly, littleMore }: ShareWords): string {
  const nearest = Math.round(share * 10)
  const away = share * 100 - nearest * 10
  if (Math.abs(away) <= 1) return tenths(nearest)
  return away < 0 ? nearly(tenths(nearest)) : littleMore(tenths(nearest))
}
