import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { expect } from 'chai'
import { decodePDFRawStream } from 'pdf-lib'
import type { Block, TableBlock } from '../../../reports/blocks.ts'
import { renderPdf } from '../../../reports/pdf/render-pdf.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { readDestinations } from '../../support/pdf-checker-content.ts'
import { readFiles } from '../../support/pdf-checker-resources.ts'
import { asPdfinfo, readAloud } from '../../support/pdf-reading.ts'
import { readArtifacts, readText } from '../../support/pdf-text.ts'
import { askTool, loadPdf, renderBytes, reportOf } from '../../support/rendered.ts'
import { sampleReport } from '../../support/sample-report.ts'

const longName =
  `Dirección Departamental de ${'Conservación, Investigación y Resguardo de Archivos '.repeat(4)}`.trim()
const mayan = 'Kʼicheʼ, Qʼeqchiʼ, Tzʼutujil, Achíʼ, ẍulä, Ẍ, ä ë ï ö ü'
const special = 'a < b & c > d "e" (f) \\g %h [i] {j} /k #l'

const tableOf = (names: readonly string[]): TableBlock => ({
  kind: 'table',
  number: '1',
  caption: 'Instituciones',
  columns: [
    { key: 'name', label: 'Institución', align: 'start', width: 3 },
    { key: 'code', label: 'Código', align: 'start', width: 1, format: 'code' },
    { key: 'n', label: 'Solicitudes', align: 'end', width: 1 },
  ],
  groups: [{ rows: names.map((name, at) => ({ name, code: `caso-a0ffec-${at}`, n: String(at) })) }],
  empty: 'Sin casos en el periodo',
})

const paragraphOf = (text: string): Block => ({ kind: 'paragraph', runs: [text] })

const fixtures: readonly [string, readonly Block[]][] = [
  ['one paragraph', [paragraphOf('Nada más.')]],
  ['a table without rows', [tableOf([])]],
  ['a table of one row', [tableOf(['Registro de Faros'])]],
  ['names of two hundred letters', [tableOf([longName, longName])]],
  ['a name without a blank to break at', [tableOf(['x'.repeat(300)])]],
  ['Mayan spellings', [tableOf([mayan]), paragraphOf(mayan), { kind: 'lead', runs: [mayan] }]],
  ['signs that PDF and XML use', [{ kind: 'heading', level: 1, id: 'h', text: special }, tableOf([special])]],
  ['a row taller than a page', [tableOf([`${longName} `.repeat(60)])]],
  ['a thousand rows', [tableOf(Array.from({ length: 1000 }, (_, at) => `Registro de Faros ${at}`))]],
  ['a paragraph of three pages', [paragraphOf('Una frase que se repite hasta llenar páginas. '.repeat(300))]],
]

describe('renderPdf', () => {
  for (const [title, blocks] of fixtures) {
    it(`writes ${title} soundly on A4 and Letter`, async () => {
      for (const size of ['A4', 'LETTER'] as const) {
        const bytes = await renderBytes(reportOf(blocks), { size })
        expect(checkPdf(await loadPdf(bytes))).to.deep.equal([])
        const answer = askTool('qpdf', ['--check', 'FILE'], bytes)
        if (answer !== null) expect(answer).to.include('No syntax or stream encoding errors')
      }
    })
  }

  it('keeps every word, in the order of the blocks', async () => {
    const document = await loadPdf(
      await renderBytes(reportOf([tableOf([mayan, special]), paragraphOf(longName)])),
    )
    const words = readText(document)
      .filter(({ type }) => ['TH', 'TD', 'P'].includes(type))
      .map(({ text }) => text.trim().normalize('NFC'))
    const head = ['Institución', 'Código', 'Solicitudes']
    expect(words).to.deep.equal([
      ...head,
      ...[mayan, 'caso-a0ffec-0', '0'],
      ...[special, 'caso-a0ffec-1', '1'],
      longName,
    ])
  })

  it('repeats the head of a table on each page as decoration', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => `Registro de Faros ${at}`)
    const document = await loadPdf(await renderBytes(reportOf([tableOf(rows)])))
    const [first = '', ...others] = readArtifacts(document)
    expect(first).not.to.include('Institución')
    expect(others).to.have.length.above(1)
    for (const page of others) expect(page).to.include('Tabla 1, continuación').and.include('Institución')
    expect(readText(document).filter(({ type }) => type === 'TR')).to.have.length(151)
  })

  it('gives each page its number and the number of pages', async () => {
    const bytes = await renderBytes(sampleReport())
    const document = await loadPdf(bytes)
    const said = readArtifacts(document)
    expect(said[0]).to.equal('')
    said.slice(1).forEach((text, at) => expect(text).to.include(`Página ${at + 2} de `))
    const last = String(document.getPageCount())
    const answer = askTool('pdftotext', ['-layout', '-f', last, '-l', last, 'FILE', '-'], bytes)
    if (answer !== null) expect(answer).to.match(new RegExp(`Página ${last} de ${last}\\b`))
  })

  it('lists the headings with the pages where they are', async () => {
    const document = await loadPdf(await renderBytes(sampleReport()))
    const pages = document.getPages().map(page => String(page.ref))
    const destinations = readDestinations(document)
    const entries = readText(document).filter(({ type }) => type === 'TOCI')
    const headings = sampleReport().blocks.filter(block => block.kind === 'heading' && block.level < 3)
    const expected = headings.map(block => {
      if (block.kind !== 'heading') return ''
      const page = pages.indexOf(String(destinations.get(block.id))) + 1
      return `${block.number ?? ''} ${block.text} ${page}`.trim()
    })
    expect(entries.map(({ text }) => text.trim().replace(/ +/g, ' '))).to.deep.equal(expected)
  })

  it('embeds the files unchanged', async () => {
    const report = sampleReport()
    const files = readFiles(await loadPdf(await renderBytes(report)))
    expect(files.map(({ name }) => name)).to.deep.equal(report.attachments.map(({ name }) => name))
    files.forEach(({ stream }, at) => {
      const bytes = stream === null ? [] : decodePDFRawStream(stream).decode()
      expect(Buffer.from(bytes).equals(report.attachments[at]?.bytes ?? Buffer.alloc(0))).to.equal(true)
    })
  })

  it('reads aloud in order, by poppler', async () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 1, id: 'a', number: '1', text: 'Resumen' },
      {
        kind: 'keyFigures',
        figures: [{ value: '12', label: 'recibidas', note: 'una al mes', tone: 'neutral' }],
      },
      {
        kind: 'list',
        ordered: true,
        items: [['Los atrasos se ', { kind: 'strong', text: 'concentran' }, '.']],
      },
      tableOf([mayan]),
      { kind: 'paragraph', runs: ['Vea el ', { kind: 'link', text: 'resumen', href: '#a' }, '.'] },
    ]
    const bytes = await renderBytes(reportOf(blocks))
    const answer = askTool('pdfinfo', ['-struct-text', 'FILE'], bytes)
    if (answer === null) return
    expect(asPdfinfo(readAloud(await loadPdf(bytes)))).to.equal(answer)
    const said = (answer.match(/"[^"]*"/g) ?? []).map(text => text.slice(1, -1).trim().normalize('NFC'))
    expect(said).to.deep.equal([
      '1 Resumen',
      '12 recibidas una al mes',
      '1.',
      'Los atrasos se concentran.',
      'Tabla 1.',
      'Instituciones',
      ...['Institución', 'Código', 'Solicitudes'],
      ...[mayan, 'caso-a0ffec-0', '0'],
      ...['Vea el', 'resumen', '.'],
    ])
  })
})

describe('the bytes of a report', () => {
  it('are the same twice, elsewhere in the world and in another language', async () => {
    const digest = createHash('sha256')
      .update(await renderBytes(sampleReport()))
      .digest('hex')
    expect(
      createHash('sha256')
        .update(await renderBytes(sampleReport()))
        .digest('hex'),
    ).to.equal(digest)
    const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' }
    const script = 'test/support/print-digest.ts'
    const child = spawnSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' })
    expect(child.stdout.trim(), child.stderr).to.equal(digest)
  })

  it('change with the data though the words stay', async () => {
    const report = sampleReport()
    const other = { ...report, meta: { ...report.meta, digest: 'f'.repeat(64) } }
    expect((await renderBytes(other)).equals(await renderBytes(report))).to.equal(false)
  })
})

describe('renderPdf refuses', () => {
  const refused: readonly [string, Parameters<typeof sampleReport>[0], RegExp][] = [
    ['a letter no face has', { blocks: [paragraphOf('El 龍 duerme')] }, /«龍» \(U\+9F8D\) in «El 龍 duerme»/],
    [
      'a heading that skips',
      { blocks: [{ kind: 'heading', level: 2, id: 'a', text: 'A' }] },
      /skips a level/,
    ],
    [
      'a link that leads nowhere',
      { blocks: [{ kind: 'paragraph', runs: [{ kind: 'link', text: 'x', href: '#y' }] }] },
      /leads nowhere/,
    ],
    [
      'two headings of one id',
      { blocks: [1, 2].map(() => ({ kind: 'heading', level: 1, id: 'a', text: 'A' })) },
      /Two headings/,
    ],
    ['no blocks', { blocks: [] }, /needs a block/],
  ]
  for (const [title, changes, reason] of refused) {
    it(title, async () => {
      const error: unknown = await renderBytes(sampleReport(changes)).catch((caught: unknown) => caught)
      expect(error).to.be.instanceOf(Error).with.property('message').that.matches(reason)
    })
  }

  it('to go on for a reader who left', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `Registro de Faros ${at}`)
    const sink = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('The connection was reset'))
      },
    })
    const error: unknown = await renderPdf(reportOf([tableOf(rows)]), sink).catch((caught: unknown) => caught)
    expect(error).to.be.instanceOf(Error).with.property('message', 'The connection was reset')
  })
})
