import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect } from 'chai'
import { packObjects } from '../../../reports/pdf/pack-objects.ts'
import { askTool, loadPdf, renderBytes, reportOf } from '../../support/rendered.ts'
import { sampleReport } from '../../support/sample-report.ts'

async function packed(file: string, chunk = file.length): Promise<Buffer> {
  const input = Buffer.from(file, 'latin1')
  const parts = Array.from({ length: Math.ceil(input.length / chunk) }, (_, at) =>
    input.subarray(at * chunk, (at + 1) * chunk),
  )
  const chunks: Buffer[] = []
  await pipeline(Readable.from(parts), packObjects(), async source => {
    for await (const part of source) chunks.push(part)
  })
  return Buffer.concat(chunks)
}

const header = '%PDF-1.7\n%\xff\xff\xff\xff\n'
const table =
  'xref\n0 4\n0000000000 65535 f \n\ntrailer\n<<\n/Size 4\n/Root 1 0 R\n/ID [<aa> <bb>]\n>>\nstartxref\n9\n%%EOF\n'
const catalog = '1 0 obj\n<<\n/Type /Catalog\n/Pages 2 0 R\n>>\nendobj\n'
const pages = '2 0 obj\n<<\n/Type /Pages\n/Count 0\n/Kids []\n>>\nendobj\n'
/** A body that looks like the end of an object and the beginning of another. */
const tricky = 'a\nendobj\n9 0 obj\n<<>>\nstream\nxref\n'
const stream = `3 0 obj\n<<\n/Length ${tricky.length}\n>>\nstream\n${tricky}\nendstream\nendobj\n`
const whole = header + catalog + stream + pages + table

describe('the packing of objects', () => {
  it('makes a six-page report of no more than 100 kB without its files', async () => {
    for (const size of ['A4', 'LETTER'] as const)
      expect((await renderBytes(sampleReport({ attachments: [] }), { size })).length).to.be.at.most(100_000)
  })

  it('keeps every object, and a stream whatever it holds', async () => {
    const document = await loadPdf(await packed(whole))
    expect(document.getPageCount()).to.equal(0)
    const objects = document.context.enumerateIndirectObjects().map(([ref, object]) => `${ref} ${object}`)
    expect(objects.join('\n')).to.include('/Catalog').and.include(`/Length ${tricky.length}`)
  })

  it('gives the same bytes however the input is cut', async () => {
    const once = await packed(whole)
    for (const chunk of [1, 7, 100])
      expect((await packed(whole, chunk)).equals(once), `${chunk}`).to.equal(true)
  })

  it('is read by poppler and qpdf when it is longer than a gulp', async function () {
    const rows = Array.from({ length: 900 }, (_, at) => ({ name: `Registro de Faros ${at}` }))
    const bytes = await renderBytes(
      reportOf([
        {
          kind: 'table',
          caption: 'Instituciones',
          columns: [{ key: 'name', label: 'Institución', align: 'start', width: 1 }],
          groups: [{ rows }],
          empty: '',
        },
      ]),
    )
    const [checked, read] = [
      askTool('qpdf', ['--check', 'FILE'], bytes),
      askTool('pdftotext', ['FILE', '-'], bytes),
    ]
    if (checked === null || read === null) return this.skip()
    expect(checked).to.include('No syntax or stream encoding errors')
    for (const { name } of rows) expect(read).to.include(name)
  })

  const broken: readonly [string, string, RegExp][] = [
    ['without a header', table, /object|header/],
    [
      'with a stream of a wrong length',
      whole.replace(`/Length ${tricky.length}`, '/Length 3'),
      /wrong length/,
    ],
    ['with a stream of no length', whole.replace(`/Length ${tricky.length}`, ''), /no length/],
    ['with something between objects', header + 'x' + catalog + table, /no object at/],
    ['that ends before its table', header + catalog, /no trailer/],
  ]
  for (const [title, file, reason] of broken) {
    it(`refuses a file ${title}`, async () => {
      const error = await packed(file).catch((reason: unknown) => reason)
      expect(error).to.be.instanceOf(RangeError)
      expect(String(error)).to.match(reason)
    })
  }
})
