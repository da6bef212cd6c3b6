import { expect } from 'chai'
import type { Block, ChartBlock, TableBlock } from '../../../reports/blocks.ts'
import { readDestinations } from '../../support/pdf-checker-content.ts'
import { askTool, loadPdf, renderBytes, reportOf } from '../../support/rendered.ts'

const filler = (lines: number): Block[] =>
  Array.from({ length: lines }, (_, at) => ({ kind: 'paragraph', runs: [`Relleno ${at}.`] }))

const tableOf = (rows: number): TableBlock => ({
  kind: 'table',
  number: '1',
  caption: 'Instituciones',
  columns: [
    { key: 'name', label: 'Institución', align: 'start', width: 3 },
    { key: 'n', label: 'Solicitudes', align: 'end', width: 1 },
  ],
  groups: [{ rows: Array.from({ length: rows }, (_, at) => ({ name: `Fila ${at + 1}`, n: '1' })) }],
  foot: { name: 'Total', n: String(rows) },
  empty: 'Sin datos',
})

const chart: ChartBlock = {
  kind: 'chart',
  scene: ({ width }) => ({
    width,
    height: 150,
    title: 'Una línea',
    desc: '',
    marks: [{ kind: 'line', x1: 0, y1: 0, x2: width, y2: 150, stroke: '#17375e', strokeWidth: 1 }],
  }),
  height: 150,
  number: '1',
  title: 'Una línea de prueba',
  subtitle: 'Nada que medir',
  alt: 'Una línea que baja de un extremo al otro de la figura.',
}

const headings: readonly Block[] = [
  { kind: 'heading', level: 1, id: 'chapter', number: '1', text: 'Capítulo' },
  { kind: 'heading', level: 2, id: 'section', number: '1.1', text: 'Sección' },
]

async function pagesOf(blocks: readonly Block[]): Promise<readonly string[]> {
  const bytes = await renderBytes(reportOf(blocks))
  const answer = askTool('pdftotext', ['-layout', 'FILE', '-'], bytes)
  return answer?.split('\f').slice(0, -1) ?? []
}

describe('the breaks between pages', () => {
  const followers: readonly [string, readonly Block[], RegExp][] = [
    ['the first rows of a table', [tableOf(40)], /Fila 6\b/],
    ['the paragraph and the table behind it', [...filler(1), tableOf(40)], /Fila 6\b/],
    ['the whole of a short table', [tableOf(9)], /Total/],
    ['a chart', [chart], /Una línea/],
    ['the first lines of a list', [{ kind: 'list', ordered: false, items: [['Punto uno.']] }], /Punto uno/],
  ]
  for (const [title, following, expected] of followers) {
    it(`never part a heading from ${title}`, async function () {
      for (let lines = 18; lines <= 32; lines += 2) {
        const pages = await pagesOf([...filler(lines), ...headings, ...following])
        if (pages.length === 0) this.skip()
        const page = pages.find(text => text.includes('Capítulo'))
        expect(page, `${lines} lines`)
          .to.match(/Sección/)
          .and.match(expected)
      }
    })
  }

  it('leave no mark of a list behind without its words', async function () {
    const item = `Punto ${'de tres renglones de texto '.repeat(7)}`
    for (let lines = 26; lines <= 33; lines++) {
      const list: Block = { kind: 'list', ordered: false, items: [[item], [item], [item]] }
      const pages = await pagesOf([...filler(lines), list])
      if (pages.length === 0) this.skip()
      for (const page of pages)
        expect(page.match(/•/g)?.length ?? 0, `${lines} lines`).to.equal(page.match(/Punto/g)?.length ?? 0)
    }
  })

  it('start no page where what follows fits on what is left, and one where it does not', async function () {
    const following: Block[] = [{ kind: 'pageBreak', ifNeeded: true }, ...headings, ...filler(6)]
    const few = await pagesOf([...filler(10), ...following])
    if (few.length === 0) this.skip()
    expect(few.length).to.equal(1)
    const many = await pagesOf([...filler(26), ...following])
    expect(many[1])
      .to.match(/Capítulo/)
      .and.match(/Relleno 5/)
  })

  it('keep a table whole that is to be read at a glance', async function () {
    for (let lines = 14; lines <= 30; lines += 4) {
      const pages = await pagesOf([...filler(lines), { ...tableOf(12), whole: true }])
      if (pages.length === 0) this.skip()
      expect(pages.find(text => text.includes('Fila 1\n') || /Fila 1 /.test(text))).to.match(/Fila 12/)
    }
  })

  it('leave no single row or total alone on the last page', async function () {
    for (let rows = 34; rows <= 52; rows += 3) {
      const pages = await pagesOf([tableOf(rows)])
      if (pages.length === 0) this.skip()
      const last = pages.find(text => text.includes('Total')) ?? ''
      expect(last.match(/Fila \d+/g) ?? [], `${rows} rows`).to.have.length.above(1)
    }
  })

  it('keep the page of a heading where its link leads', async () => {
    const document = await loadPdf(await renderBytes(reportOf([...filler(30), ...headings, tableOf(40)])))
    const pages = document.getPages().map(page => String(page.ref))
    const destinations = readDestinations(document)
    expect(pages.indexOf(String(destinations.get('section')))).to.equal(1)
  })
})
