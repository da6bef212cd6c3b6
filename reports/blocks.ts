import type { Scene, SceneFrame } from '../client/charts/scene.ts'

/**
 * A report before it is a PDF: what it says, in order, without fonts, pages or coordinates. Figures arrive
 * as text already formatted for the report's language; ids link headings, contents and `#id` links.
 */
export type ReportDocument = {
  meta: ReportMeta
  blocks: readonly Block[]
  attachments: readonly Attachment[]
}

export type ReportMeta = {
  title: string
  author: string
  subject: string
  keywords: readonly string[]
  lang: ReportLanguage
  /** The day the figures describe, as the reader shall see it. */
  asOf: string
  /** The instant written as creation and modification date; the same instant gives the same bytes. */
  createdAt: Date
  version: string
  /** SHA-256 of the data in hexadecimal; the file's identifier derives from it. */
  digest: string
  /** A letter has no caption column: its text takes the whole width between wider margins. */
  layout?: 'letter'
  /** A warning repeated at the head of each page, such as «Muestra: datos inventados». */
  notice?: string
  /** Where the cases behind a figure are listed, up to and with its question mark; figures then link there. */
  casesAt?: string
}

export type ReportLanguage = 'es-GT' | 'en'

export type Block =
  | CoverBlock
  | ContentsBlock
  | HeadingBlock
  | LeadBlock
  | ParagraphBlock
  | ListBlock
  | KeyFiguresBlock
  | ChartBlock
  | TableBlock
  | CalloutBlock
  | QrBlock
  | PageBreakBlock

export type CoverBlock = {
  kind: 'cover'
  /** Who publishes, above the title. */
  kicker: string
  title: string
  /** In the title's size below it, such as the period. */
  accent?: string
  subtitle: string
  /** Short lines below the subtitle: period, cut-off day, organisations. */
  facts: readonly string[]
  /** Drawn where the texts above leave room for it. */
  picture?: CoverPicture
  notice?: string
  date: string
}

export type CoverPicture = {
  scene: (frame: SceneFrame) => Scene
  /** Says below it how to read it. */
  note: string
  /** 40 to 800 characters. */
  alt: string
}

/** The table of contents: every heading of levels 1 and 2, with page numbers and links. */
export type ContentsBlock = { kind: 'contents'; title: string }

export type HeadingBlock = {
  kind: 'heading'
  /** Levels do not skip: a 3 comes after a 2. */
  level: HeadingLevel
  /** Unique in the document; `{ kind: 'link', href: '#id' }` leads here. */
  id: string
  number?: string
  text: string
}

export type HeadingLevel = 1 | 2 | 3

/** A large opening paragraph. */
export type LeadBlock = { kind: 'lead'; runs: readonly Run[] }

/**
 * `place`, in a letter: `end` stands at the right margin, `together` has the next one right below it, `sign`
 * leaves above it the room for a signature.
 */
export type ParagraphBlock = { kind: 'paragraph'; runs: readonly Run[]; place?: 'end' | 'together' | 'sign' }

export type ListBlock = { kind: 'list'; ordered: boolean; items: readonly (readonly Run[])[] }

/** Two to four large numbers side by side; more go to further rows. */
export type KeyFiguresBlock = { kind: 'keyFigures'; figures: readonly KeyFigure[] }

export type KeyFigure = { value: string; label: string; note: string; tone: Tone; opens?: Opens }

/** Addresses of the figures whose cases, one after the other, are as many as the number printed. */
export type Opens = readonly string[]

export type Tone = 'neutral' | 'breach'

export type ChartBlock = {
  kind: 'chart'
  /** Called with the space on the page and the metrics of its fonts. */
  scene: (frame: SceneFrame) => Scene
  /** Points. */
  height: number
  /** `column`: beside the caption column; `full`: the whole width below its caption. */
  span?: 'column' | 'full'
  number?: string
  /** A finding, not a subject. */
  title: string
  /** What is measured, in which units and period. */
  subtitle: string
  /** The figures in words, 40 to 800 characters; the scene's `desc` is usually right. */
  alt: string
  source?: string
  /** The numbers behind the drawing, for pages that show them beside it: a heading a column, then the rows. */
  data?: ChartData
}

export type ChartData = { head: readonly string[]; rows: readonly (readonly string[])[] }

export type TableBlock = {
  kind: 'table'
  caption: string
  number?: string
  note?: string
  columns: readonly TableColumn[]
  groups: readonly TableGroup[]
  foot?: TableRow
  /** Of few rows of a line each: it does not break where a page can hold it. */
  whole?: true
  /** Shown in place of rows when there are none, such as «Sin casos en el periodo». */
  empty: string
}

export type TableColumn = {
  key: string
  label: string
  align: 'start' | 'end'
  /** Share of the width; shares are relative to their sum. */
  width: number
  /** `code` for case numbers, hashes and file names: no ligatures, may break anywhere. */
  format?: 'text' | 'code'
}

/** Rows under a subhead; a table without groups has one group without a subhead. */
export type TableGroup = { subhead?: string; rows: readonly TableRow[] }

/** Cells by column key; the first column's cell heads its row. A missing key is an empty cell. */
export type TableRow = Readonly<Record<string, Cell>>

export type Cell = string | StyledCell

export type StyledCell = {
  text: string
  tone?: Tone
  bold?: boolean
  /** From 0 to 1: a bar drawn beside the text, for the eye only. */
  bar?: number
  opens?: Opens
}

export type CalloutBlock = { kind: 'callout'; tone: Tone; title: string; runs: readonly Run[] }

/** An address as a symbol that a telephone reads, with the same address as a link beside it. */
export type QrBlock = { kind: 'qr'; address: string; title: string; text: string; alt: string }

/** `ifNeeded`: only where what follows, up to the next break, does not fit on what is left of the page. */
export type PageBreakBlock = { kind: 'pageBreak'; ifNeeded?: true }

/** A plain string is a run of ordinary text. */
export type Run =
  | string
  | { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string }
  /** `href` is `#id` of a heading, or an absolute address. */
  | { kind: 'link'; text: string; href: string }

/** A file embedded in the PDF and associated with the whole document. */
export type Attachment = {
  name: string
  mediaType: string
  bytes: Uint8Array
  description: string
  relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified'
}

/** The words of some runs without their marking. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(run => (typeof run === 'string' ? run : run.text)).join('')
}
