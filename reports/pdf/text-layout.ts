import { palette } from '../../client/charts/palette.ts'
import { textOf } from '../blocks.ts'
import type { Run } from '../blocks.ts'
import { breakLines } from './line-breaking.ts'
import type { TextStyle } from './theme.ts'
import { inText, plainText } from './typesetter.ts'
import type { Typesetter } from './typesetter.ts'

/** Text in one face and colour, at `x` points from the start of its line. */
export type Piece = {
  x: number
  width: number
  style: TextStyle
  tj: string
  /** The link it belongs to; pieces of one link share one object. */
  link: LinkTarget | null
}

export type LinkTarget = { href: string; text: string }

export type Line = { pieces: readonly Piece[]; width: number }

type Span = { text: string; style: TextStyle; link: LinkTarget | null; breakable: boolean }

/** What stands between two places where a line may end. */
export type Word = { spans: readonly Span[]; width: number; spaceAfter: number }

/**
 * Breaks runs into lines no wider than `width`, with ragged right edges as even as can be. A word wider than
 * a line is broken between characters: nothing is ever cut off. Throws MissingGlyphError.
 */
export function layoutRuns(
  typesetter: Typesetter,
  runs: readonly Run[],
  style: TextStyle,
  width: number,
): Line[] {
  return inText(textOf(runs), () => {
    const words = spansOf(runs, style)
      .reduce(collectWords, [[]])
      .filter(spans => spans.length > 0)
      .flatMap(spans => fitWord(typesetter, spans, width))
    return breakLines(words, width).map(line => lineOf(typesetter, line))
  })
}

/** One text in one style, for cells, labels and titles. Throws MissingGlyphError. */
export function layoutText(typesetter: Typesetter, text: string, style: TextStyle, width: number): Line[] {
  return layoutRuns(typesetter, [text], style, width)
}

/** A single line, whatever its width. Throws MissingGlyphError. */
export function singleLine(typesetter: Typesetter, text: string, style: TextStyle): Line {
  const shaped = typesetter.shape(style.face, plainText(text), style.ligatures)
  const width = (shaped.width * style.size) / 1000
  return { width, pieces: [{ x: 0, width, style, tj: shaped.tj, link: null }] }
}

function spansOf(runs: readonly Run[], style: TextStyle): Span[] {
  return runs.map(run => {
    if (typeof run === 'string') return { text: plainText(run), style, link: null, breakable: false }
    const text = plainText(run.text)
    const link = run.kind === 'link' ? { href: run.href, text } : null
    return { text, style: styleOf(run.kind, style), link, breakable: run.kind === 'code' }
  })
}

function styleOf(kind: Exclude<Run, string>['kind'], style: TextStyle): TextStyle {
  switch (kind) {
    case 'text':
      return style
    case 'strong':
      return { ...style, face: 'sansBold' }
    case 'emphasis':
      return { ...style, face: 'sansItalic' }
    case 'code':
      return { ...style, ligatures: false }
    case 'link':
      return { ...style, color: palette.blueText }
  }
}

/** A word may go over several runs, as where only a part of it is strong. */
function collectWords(words: Span[][], span: Span): Span[][] {
  span.text.split(' ').forEach((text, at) => {
    if (at > 0) words.push([])
    if (text !== '') words.at(-1)?.push({ ...span, text })
  })
  return words
}

function fitWord(typesetter: Typesetter, spans: readonly Span[], limit: number): Word[] {
  const width = widthOf(typesetter, spans)
  const last = spans.at(-1)
  const spaceAfter = last === undefined ? 0 : spanWidth(typesetter, { ...last, text: ' ' })
  if (width <= limit) return [{ spans, width, spaceAfter }]
  const parts = spans.flatMap(span => splitSpan(typesetter, span, limit))
  return parts.map((part, at) => ({
    spans: [part],
    width: spanWidth(typesetter, part),
    spaceAfter: at === parts.length - 1 ? spaceAfter : 0,
  }))
}

/** Breaks after - / _ . @ : where that is enough, else between any two characters. */
function splitSpan(typesetter: Typesetter, span: Span, limit: number): Span[] {
  const chunks = span.text.match(/[^-/_.@:]*[-/_.@:]|[^-/_.@:]+$/g) ?? [span.text]
  const small = chunks.flatMap(chunk =>
    spanWidth(typesetter, { ...span, text: chunk }) <= limit ? [chunk] : graphemes(chunk),
  )
  const parts: string[] = []
  for (const piece of small) {
    const longer = (parts.at(-1) ?? '') + piece
    if (parts.length > 0 && spanWidth(typesetter, { ...span, text: longer }) <= limit) parts.pop()
    else if (parts.length > 0) {
      parts.push(piece)
      continue
    }
    parts.push(longer)
  }
  return parts.map(text => ({ ...span, text }))
}

/** Letters with their accents, so that a break never parts the two. */
function graphemes(text: string): string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

function widthOf(typesetter: Typesetter, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + spanWidth(typesetter, span), 0)
}

function spanWidth(typesetter: Typesetter, { text, style }: Span): number {
  return (typesetter.shape(style.face, text, style.ligatures).width * style.size) / 1000
}

/** Joins neighbouring spans of one style, so that a line is a few strings and keeps its blanks. */
function lineOf(typesetter: Typesetter, words: readonly Word[]): Line {
  const pieces: Piece[] = []
  let x = 0
  const add = (span: Span): void => {
    const shaped = typesetter.shape(span.style.face, span.text, span.style.ligatures)
    const { tj } = shaped
    const width = (shaped.width * span.style.size) / 1000
    const last = pieces.at(-1)
    if (last !== undefined && last.style === span.style && last.link === span.link) {
      pieces[pieces.length - 1] = { ...last, tj: last.tj + tj, width: last.width + width }
    } else pieces.push({ x, width, style: span.style, tj, link: span.link })
    x += width
  }
  let ink = 0
  words.forEach((word, at) => {
    for (const span of word.spans) add(span)
    ink = x
    if (word.spaceAfter > 0) add(blankAfter(word, words[at + 1]))
  })
  return { pieces, width: ink }
}

/** The blank between two words of a link belongs to the link; the one behind it does not. */
function blankAfter(word: Word, next: Word | undefined): Span {
  const before = word.spans.at(-1)
  if (before === undefined) throw new RangeError('A word without spans')
  const link = before.link !== null && next?.spans[0]?.link === before.link ? before.link : null
  return { ...before, text: ' ', link }
}
