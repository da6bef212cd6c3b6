/** A name as it is compared: no accents, case, punctuation or doubled spaces. Kʼicheʼ and K'iche' are one word. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(saltillos, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}

/** The glottal stop of the Mayan languages (ʼ, ꞌ) and what keyboards put in its place; the first two are letters. */
const saltillos = /[\u02bc\ua78c\ua78b\u02b9\u02bb\u2019\u2018\u0060\u00b4']/g

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
