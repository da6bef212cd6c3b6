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

/**
 * The first character of a name that a document cannot print, or null. Names are written in Spanish and the
 * Mayan languages: Latin letters with their marks, and the usual signs. Refused where it is written, a name
 * never keeps a report from being made.
 */
export function unprintableIn(name: string): string | null {
  return unprintable.exec(name.normalize('NFC'))?.[0] ?? null
}

/** A text that was kept without asking whether it can be printed: each letter that cannot is named by its code. */
export function printableText(text: string): string {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const letter = unprintable.exec(line)?.[0]
  if (letter === undefined) return line
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return printableText(line.replaceAll(letter, `[U+${code}]`))
}

const unprintable =
  /[^\u0300-\u0304\u0306-\u030c -~\u00a0-\u00ac\u00ae-\u0131\u0134-\u0165\u0168-\u017f\u02bb\u02bc\u1e8c-\u1e8d\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac\u2116\u2122]/u

/** An id made of a name: lower-case words with hyphens. */
export function slugOf(name: string): string {
  return foldName(name).replaceAll(' ', '-').slice(0, 60).replace(/-+$/, '')
}
