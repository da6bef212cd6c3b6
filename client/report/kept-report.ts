import type { Scene } from '../charts/scene.ts'

/**
 * The report as an edition keeps it for its pages: the blocks that its PDF was drawn from, with the drawings
 * already made. Pages of an edition are made from this alone, so that they say what the PDF says for good.
 */
export interface KeptReport {
  readonly schema: 'vigia/edition-page/1'
  readonly title: string
  /** The cut-off day as the report writes it. */
  readonly asOf: string
  readonly version: string
  /** SHA-256 of figures and cases, in hexadecimal. */
  readonly digest: string
  readonly blocks: readonly KeptBlock[]
  /** The summary in plain words, of one page. */
  readonly summary: readonly KeptBlock[]
}

export type KeptBlock =
  | KeptCover
  | KeptHeading
  | KeptText
  | KeptList
  | KeptKeyFigures
  | KeptChart
  | KeptTable
  | KeptCallout
  | KeptQr
  /** Where the PDF has its contents and begins a page: nothing of a page's own. */
  | { readonly kind: 'contents' | 'pageBreak' }

export interface KeptCover {
  readonly kind: 'cover'
  readonly kicker: string
  readonly title: string
  readonly accent: string
  readonly subtitle: string
  readonly facts: readonly string[]
  readonly picture: KeptDrawing | null
  /** How to read the picture. */
  readonly note: string
  readonly date: string
}

export interface KeptHeading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly id: string
  readonly number: string
  readonly text: string
}

export interface KeptText {
  readonly kind: 'lead' | 'paragraph'
  readonly runs: readonly KeptRun[]
}

export interface KeptList {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (readonly KeptRun[])[]
}

export interface KeptCallout {
  readonly kind: 'callout'
  readonly title: string
  readonly runs: readonly KeptRun[]
}

export interface KeptKeyFigures {
  readonly kind: 'keyFigures'
  readonly figures: readonly KeptKeyFigure[]
}

export interface KeptKeyFigure {
  readonly value: string
  readonly label: string
  readonly note: string
  readonly tone: KeptTone
  /** Addresses of the figures whose cases are listed; none where it leads nowhere. */
  readonly opens: readonly string[]
}

export type KeptTone = 'neutral' | 'breach'

export interface KeptDrawing {
  readonly wide: Scene
  readonly narrow: Scene
  readonly alt: string
}

export interface KeptChart {
  readonly kind: 'chart'
  readonly number: string
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly drawing: KeptDrawing
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface KeptTable {
  readonly kind: 'table'
  readonly number: string
  readonly caption: string
  readonly note: string
  readonly columns: readonly KeptColumn[]
  readonly groups: readonly KeptGroup[]
  readonly foot: readonly KeptCell[] | null
  readonly empty: string
}

export interface KeptColumn {
  readonly label: string
  readonly kind: 'text' | 'number' | 'code'
}

export interface KeptGroup {
  readonly subhead: string
  /** A cell a column. */
  readonly rows: readonly (readonly KeptCell[])[]
}

/** Plain words, or a number that stands out or opens. */
export type KeptCell = string | KeptStyledCell

export interface KeptStyledCell {
  readonly text: string
  readonly tone?: KeptTone
  readonly bold?: boolean
  readonly opens?: readonly string[]
}

export interface KeptQr {
  readonly kind: 'qr'
  readonly address: string
  readonly title: string
  readonly text: string
}

export type KeptRun =
  | string
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
