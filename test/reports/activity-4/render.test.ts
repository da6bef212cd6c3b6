import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { textOf, type Block, type Run, type TableBlock, type TableRow } from '../../../reports/blocks.ts'
import { asOutline, asPdfinfo, readAloud } from '../../support/pdf-reading.ts'
import { readText } from '../../support/pdf-text.ts'
import { askTool, loadPdf, renderBytes } from '../../support/rendered.ts'
import { openingReport, reportDigests, twelveReport } from '../../support/report-digests.ts'

/** Written anew by UPDATE_GOLDEN=1; then read what changed before it is committed. */
function expectGolden(name: string, text: string): void {
  const golden = new URL(`golden/${name}.txt`, import.meta.url)
  const said = text
    .replaceAll(/\b[\da-f]{12,64}\b/g, '…')
    .replaceAll(/^( *TOCI .*) \d+\]$/gm, '$1 …]')
    .replaceAll(/ +$/gm, '')
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, said)
  expect(said).to.equal(readFileSync(golden, 'utf8'))
}

describe('the reports as files', function () {
  this.timeout(60_000)

  it('have the same bytes twice, in another time zone and in another language', async () => {
    const digests = await reportDigests()
    expect(await reportDigests()).to.eql(digests)
    const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
    const script = 'test/support/print-report-digests.ts'
    const child = spawnSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' })
    expect(JSON.parse(child.stdout || '{}'), child.stderr).to.eql(digests)
  })

  it('are read aloud in the order of the golden file, from the cover to the seal', async () => {
    const document = await loadPdf(await renderBytes(twelveReport()))
    expectGolden('reading-order', asOutline(readAloud(document)))
  })

  it('are read aloud by poppler as by our own reader', async function () {
    const bytes = await renderBytes(openingReport())
    const answer = askTool('pdfinfo', ['-struct-text', 'FILE'], bytes)
    if (answer === null) return this.skip()
    expect(asPdfinfo(readAloud(await loadPdf(bytes)))).to.equal(answer)
  })

  it('are read aloud with every word of the report, in its order', async () => {
    const report = twelveReport()
    const document = await loadPdf(await renderBytes(report))
    const said = readText(document)
      .filter(({ type }) => /^(H\d|P|LBody|TH|TD|Caption)$/.test(type))
      .map(({ text }) => squeezed(text))
    let at = -1
    for (const words of report.blocks.flatMap(wordsOf).map(squeezed)) {
      if (words === '') continue
      const next = said.findIndex((text, index) => index > at && text.includes(words))
      expect(next, `«${words}» after «${said[at] ?? ''}»`).to.be.greaterThan(at)
      at = next
    }
    expect(at).to.be.greaterThan(500)
  })
})

/** What a block says, one entry for each element that a screen reader stops at. */
function wordsOf(block: Block): readonly string[] {
  if (block.kind === 'heading') return [`${block.number ?? ''} ${block.text}`]
  if (block.kind === 'list') return block.items.map(beforeLink)
  if (block.kind === 'callout') return [block.title, beforeLink(block.runs)]
  if (block.kind === 'table') return wordsOfTable(block)
  return 'runs' in block ? [beforeLink(block.runs)] : []
}

/** A link is an element of its own, within that of the words around it. */
function beforeLink(runs: readonly Run[]): string {
  const link = runs.findIndex(run => typeof run !== 'string' && run.kind === 'link')
  return textOf(link < 0 ? runs : runs.slice(0, link))
}

function wordsOfTable({ caption, columns, groups, foot, empty }: TableBlock): readonly string[] {
  const cells = (row: TableRow) =>
    columns.map(({ key }) => row[key] ?? '').map(cell => (typeof cell === 'string' ? cell : cell.text))
  const rows = groups.flatMap(({ subhead, rows: those }) =>
    those.length === 0 ? [] : [subhead ?? '', ...those.flatMap(cells)],
  )
  const said = rows.length === 0 ? [empty] : rows
  return [caption, ...columns.map(({ label }) => label), ...said, ...(foot ? cells(foot) : [])]
}

function squeezed(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
