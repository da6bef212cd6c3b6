import { checkLetters } from './check-letters.ts'
import type { Block, HeadingBlock, ReportDocument, Run } from '../blocks.ts'

/**
 * Throws RangeError where a report could not become a sound PDF, which is a mistake of who wrote it, and
 * MissingGlyphError for a character that no face has, which may come with the data.
 */
export function checkDocument(report: ReportDocument): void {
  const { meta, blocks, attachments } = report
  const headings = blocks.filter(block => block.kind === 'heading')
  refuseUnless(/^[0-9a-f]{64}$/.test(meta.digest), 'The digest is not a SHA-256 in hexadecimal')
  refuseUnless(meta.title.trim() !== '', 'A report needs a title')
  refuseUnless(blocks.length > 0, 'A report needs a block')
  checkHeadings(headings)
  checkLinks(blocks, new Set(headings.map(heading => heading.id)))
  for (const block of blocks) checkBlock(block)
  for (const [at, block] of blocks.entries()) {
    refuseUnless(block.kind !== 'cover' || at === 0, 'The cover comes first')
  }
  const names = attachments.map(attachment => attachment.name)
  refuseUnless(new Set(names).size === names.length, 'Two attachments have one name')
  checkLetters(report)
}

function checkHeadings(headings: readonly HeadingBlock[]): void {
  let level = 0
  const ids = new Set<string>()
  for (const heading of headings) {
    refuseUnless(heading.level <= level + 1, `The heading «${heading.text}» skips a level`)
    refuseUnless(/^[\w.-]+$/.test(heading.id), `The id «${heading.id}» is not plain ASCII`)
    refuseUnless(!ids.has(heading.id), `Two headings have the id «${heading.id}»`)
    ids.add(heading.id)
    level = heading.level
  }
}

function checkLinks(blocks: readonly Block[], ids: ReadonlySet<string>): void {
  for (const run of blocks.flatMap(runsOf)) {
    if (typeof run === 'string' || run.kind !== 'link' || !run.href.startsWith('#')) continue
    refuseUnless(ids.has(run.href.slice(1)), `The link «${run.text}» leads nowhere: ${run.href}`)
  }
}

function runsOf(block: Block): readonly Run[] {
  if (block.kind === 'list') return block.items.flat()
  return 'runs' in block ? block.runs : []
}

function checkBlock(block: Block): void {
  if (block.kind === 'table') refuseUnless(block.columns.length > 0, `«${block.caption}» has no columns`)
  if (block.kind === 'chart') refuseUnless(block.alt.trim() !== '', `«${block.title}» has no alt text`)
}

function refuseUnless(holds: boolean, sentence: string): void {
  if (!holds) throw new RangeError(sentence)
}
