import type { Block } from '../blocks.ts'

/** Numbers chapters, sections, tables and charts in order; headings named in `plain` bear none. */
export function numbered(blocks: readonly Block[], plain: ReadonlySet<string>): readonly Block[] {
  let [chapter, section, table, chart] = [0, 0, 0, 0]
  return blocks.map(block => {
    switch (block.kind) {
      case 'heading':
        if (plain.has(block.id)) return block
        if (block.level > 1) return { ...block, number: `${chapter}.${++section}` }
        section = 0
        return { ...block, number: String(++chapter) }
      case 'table':
        return { ...block, number: String(++table) }
      case 'chart':
        return { ...block, number: String(++chart) }
      default:
        return block
    }
  })
}
