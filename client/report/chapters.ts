import type { KeptBlock, KeptCover, KeptHeading } from './kept-report.ts'

/** A part of the report that has a page of its own. */
export interface Chapter {
  readonly heading: KeptHeading
  /** Its heading first. */
  readonly blocks: readonly KeptBlock[]
}

/** What the first page of the report shows in full besides its contents. */
export const openingChapter = 'summary'

/** A chapter of more sections than this is a page a section: the longest alone would weigh more than a first view may. */
const mostSections = 3

/** The pages of a report, in order. */
export function chaptersOf(blocks: readonly KeptBlock[]): readonly Chapter[] {
  return splitAt(blocks, 1).flatMap(chapter => {
    const sections = chapter.blocks.filter(block => block.kind === 'heading' && block.level === 2)
    return sections.length > mostSections ? splitAt(chapter.blocks, 2) : [chapter]
  })
}

export function coverOf(blocks: readonly KeptBlock[]): KeptCover | null {
  return blocks.find(block => block.kind === 'cover') ?? null
}

/** The page, by its heading's id, on which each heading stands. */
export function placesOf(chapters: readonly Chapter[]): ReadonlyMap<string, string> {
  return new Map(
    chapters.flatMap(({ heading, blocks }) =>
      blocks.flatMap(block => (block.kind === 'heading' ? [[block.id, heading.id] as const] : [])),
    ),
  )
}

/** Parts that begin at the headings of a level or above it; what stands before the first is in none. */
function splitAt(blocks: readonly KeptBlock[], level: number): readonly Chapter[] {
  const parts: { heading: KeptHeading; blocks: KeptBlock[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= level) parts.push({ heading: block, blocks: [block] })
    else parts.at(-1)?.blocks.push(block)
  }
  return parts
}
