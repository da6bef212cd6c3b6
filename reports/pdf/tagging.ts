import type { PageContent } from './page-content.ts'
import { num, raw, textString } from './syntax.ts'
import type { Ref } from './syntax.ts'

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that reports use. */
export type TagType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Div'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'

/** An element of the structure tree that is still open. */
export type Tag = {
  readonly type: TagType
  readonly ref: Ref
  readonly parent: Ref
  readonly attributes: string
  /** Entries of K as PDF source, in reading order. */
  kids: string[]
  page: Ref | null
}

export type TagAttributes = {
  alt?: string
  scope?: 'Row' | 'Column'
  colSpan?: number
  bbox?: Box
  /** How a list numbers its items. */
  numbering?: 'Decimal' | 'Disc'
}

export type Tagging = {
  root: Tag
  open(parent: Tag, type: TagType, attributes?: TagAttributes): Tag
  close(tag: Tag): void
  /** What `draw` puts on the page belongs to the element. Marks do not nest. */
  mark(tag: Tag, draw: () => void): void
  /** What `draw` puts on the page is decoration or pagination. */
  artifact(draw: () => void, type?: 'Pagination' | 'Layout'): void
  link(tag: Tag, box: Box, contents: string, href: string): void
  startPage(): void
  endPage(): void
  /** Closes the tree; nothing may be marked afterwards. */
  finish(): void
}

/** Left, top, right, bottom in points from the top left corner of the page. */
export type Box = readonly [number, number, number, number]

/**
 * The structure tree, written as it grows: an element is a list of numbers until it is closed and nothing
 * of it is kept afterwards. pdfkit's own structure objects stay in memory to the end and take the page that
 * is current when they are flushed, not the one where their content is.
 */
export function createTagging(document: PDFKit.PDFDocument, content: PageContent): Tagging {
  const tree = openTree(document)
  const root = newTag(document, tree.ref, 'Document', '')
  return {
    root,
    open: (parent, type, attributes = {}) => {
      const tag = newTag(document, parent.ref, type, attributesSource(attributes, document.page))
      parent.kids.push(String(tag.ref))
      return tag
    },
    close,
    mark: (tag, draw) => {
      const mcid = own(tree, document.page.dictionary, tag)
      content.write(`/${tag.type} <</MCID ${mcid}>> BDC`)
      draw()
      content.write('EMC')
    },
    artifact: (draw, type = 'Layout') => {
      content.write(`/Artifact <</Type/${type}>> BDC`)
      draw()
      content.write('EMC')
    },
    link: (tag, box, contents, href) => {
      addLink(document, tree, tag, key => annotationSource(document.page, box, contents, href, key))
    },
    startPage: () => {
      tree.pageKey = tree.nextKey++
      tree.owners = []
      Object.assign(document.page.dictionary.data, { StructParents: tree.pageKey })
    },
    endPage: () => {
      const owners: Ref = document.ref(raw(`[${tree.owners.join(' ')}]`))
      owners.end()
      tree.numbers.push(`${tree.pageKey} ${String(owners)}`)
    },
    finish: () => {
      close(root)
      tree.source = treeSource(tree, root)
    },
  }
}

type Tree = {
  ref: Ref
  source: string
  /** Entries of the parent tree: a key and what it holds. */
  numbers: string[]
  nextKey: number
  pageKey: number
  /** Whose each MCID of the current page is. */
  owners: string[]
}

function openTree(document: PDFKit.PDFDocument): Tree {
  const ref: Ref = document.ref(raw(() => tree.source))
  const tree: Tree = { ref, source: '', numbers: [], nextKey: 0, pageKey: 0, owners: [] }
  // pdfkit ends both when the document ends, and sets Tabs on each page because of MarkInfo.
  Object.assign(document._root.data, {
    MarkInfo: document.ref(raw('<</Marked true>>')),
    StructTreeRoot: ref,
  })
  return tree
}

function treeSource(tree: Tree, root: Tag): string {
  return (
    `<</Type/StructTreeRoot/K ${String(root.ref)}/ParentTree<</Nums[${inKeyOrder(tree.numbers)}]>>` +
    `/ParentTreeNextKey ${tree.nextKey}>>`
  )
}

/** Gives the element the next MCID of the page. */
function own(tree: Tree, page: Ref, tag: Tag): number {
  const mcid = tree.owners.length
  tree.owners.push(String(tag.ref))
  tag.page ??= page
  tag.kids.push(tag.page === page ? String(mcid) : `<</Type/MCR/Pg ${String(page)}/MCID ${mcid}>>`)
  return mcid
}

function addLink(
  document: PDFKit.PDFDocument,
  tree: Tree,
  tag: Tag,
  sourceOf: (key: number) => string,
): void {
  const key = tree.nextKey++
  const page = document.page.dictionary
  tree.numbers.push(`${key} ${String(tag.ref)}`)
  const annotation: Ref = document.ref(raw(sourceOf(key)))
  annotation.end()
  document.page.annotations.push(annotation)
  tag.page ??= page
  tag.kids.push(`<</Type/OBJR/Obj ${String(annotation)}/Pg ${String(page)}>>`)
}

function newTag(document: PDFKit.PDFDocument, parent: Ref, type: TagType, attributes: string): Tag {
  const tag: { source: () => string } = { source: () => '' }
  const ref: Ref = document.ref(raw(() => tag.source()))
  const open: Tag = { type, ref, parent, attributes, kids: [], page: null }
  tag.source = () => elementSource(open)
  return open
}

function elementSource(tag: Tag): string {
  const page = tag.page === null ? '' : `/Pg ${String(tag.page)}`
  // A cell may be blank, and then it holds nothing.
  const kids = tag.kids.length === 0 ? '' : `/K[${tag.kids.join(' ')}]`
  return `<</S/${tag.type}/P ${String(tag.parent)}${page}${tag.attributes}${kids}>>`
}

function close(tag: Tag): void {
  tag.ref.end()
  tag.kids = []
}

function attributesSource(attributes: TagAttributes, page: PDFKit.PDFPage | null): string {
  const alt = attributes.alt === undefined ? '' : `/Alt${textString(attributes.alt)}`
  const scope = attributes.scope === undefined ? '' : `/Scope/${attributes.scope}`
  const span = attributes.colSpan === undefined ? '' : `/ColSpan ${attributes.colSpan}`
  const table = scope + span === '' ? '' : `/A<</O/Table${scope}${span}>>`
  const layout =
    attributes.bbox === undefined || page === null
      ? ''
      : `/A<</O/Layout/Placement/Block/BBox${rectangle(page, attributes.bbox)}>>`
  const list = attributes.numbering === undefined ? '' : `/A<</O/List/ListNumbering/${attributes.numbering}>>`
  return alt + table + layout + list
}

function rectangle(page: PDFKit.PDFPage, [left, top, right, bottom]: Box): string {
  return `[${[left, page.height - bottom, right, page.height - top].map(num).join(' ')}]`
}

function annotationSource(
  page: PDFKit.PDFPage,
  box: Box,
  contents: string,
  href: string,
  key: number,
): string {
  const action = href.startsWith('#')
    ? `<</S/GoTo/D${textString(href.slice(1))}>>`
    : `<</S/URI/URI${textString(href)}>>`
  return (
    `<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect${rectangle(page, box)}` +
    `/Contents${textString(contents)}/StructParent ${key}/A${action}>>`
  )
}

/** Keys of links fall between the keys of pages; a number tree is in ascending order. */
function inKeyOrder(numbers: readonly string[]): string {
  return numbers.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).join(' ')
}
