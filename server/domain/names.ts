/** A name as it is compared: no accents, case, punctuation or doubled spaces. Mayan ʼ and its stand-ins go too. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

const longestTerm = 40
const mostTerms = 60

/** The distinct folded words of texts, as a search finds them by their beginning. */
export function searchTermsOf(...texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap(text => (text === null ? [] : foldName(text).split(' ')))
  return [...new Set(words.filter(word => word.length > 1).map(word => word.slice(0, longestTerm)))].slice(
    0,
    mostTerms,
  )
}

/** An id made of a name: lower-case words with hyphens. */
export function slugOf(name: string): string {
  return foldName(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
}
