import { once } from 'node:events'
import { expect } from 'chai'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import PDFDocument from 'pdfkit'
import { mendPdfkit } from '../../../reports/pdf/pdfkit-faults.ts'
import type { Ref } from '../../../reports/pdf/syntax.ts'
import { checkGlyphs } from '../../support/pdf-checker-glyphs.ts'
import { decodeStream } from '../../support/pdf-content.ts'
import { readText } from '../../support/pdf-text.ts'
import { loadPdf, renderBytes, reportOf } from '../../support/rendered.ts'
import { sampleReport } from '../../support/sample-report.ts'

/** One test for each part of pdfkit that is put right; each fails without it. */
describe('pdfkit put right', () => {
  it('identifies a file by its data, not by its title and dates alone', async () => {
    const report = sampleReport()
    const ids = await Promise.all(
      ['a'.repeat(64), 'b'.repeat(64)].map(async digest => {
        const bytes = await renderBytes({ ...report, meta: { ...report.meta, digest } })
        const { ID: id } = (await loadPdf(bytes)).context.trailerInfo
        return id instanceof PDFArray ? String(id.get(0)) : ''
      }),
    )
    expect(ids[0]).to.match(/^<[0-9a-f]{32}>$/i)
    expect(ids[1]).not.to.equal(ids[0])
  })

  it('escapes titles in the metadata', async () => {
    const report = sampleReport()
    const meta = {
      ...report.meta,
      title: 'A & B < C "D"',
      author: 'E & F',
      subject: '<G>',
      keywords: ['H & I'],
    }
    const document = await loadPdf(await renderBytes({ ...report, meta }))
    const stream = document.catalog.lookup(PDFName.of('Metadata'))
    const xml = stream instanceof PDFRawStream ? decodeStream(stream) : ''
    expect(xml)
      .to.include('>A &amp; B &lt; C &quot;D&quot;<')
      .and.include('&lt;G&gt;')
      .and.include('H &amp; I')
    expect(xml).not.to.match(/&(?!amp;|lt;|gt;|quot;)/)
  })

  it('names no letter that is none', async () => {
    const document = await loadPdf(await renderBytes(reportOf([{ kind: 'lead', runs: ['Faros'] }])))
    expect(checkGlyphs(document)).to.eql([])
  })

  it('keeps apart letters that share a glyph', async () => {
    const text = 'Kʼicheʼ y l’hôpital'
    const document = await loadPdf(
      await renderBytes(
        reportOf([
          { kind: 'heading', level: 1, id: 'a', text },
          { kind: 'lead', runs: [text] },
        ]),
      ),
    )
    const said = readText(document).filter(({ type }) => type === 'H1' || type === 'P')
    expect(said.map(each => each.text.trim())).to.deep.equal([text, text])
  })

  it('writes the same bytes whatever was written before in the process', async () => {
    const report = reportOf([{ kind: 'paragraph', runs: ['Faros\u00a0y puertos, 100\u00a0%'] }])
    const fresh = await renderBytes(report)
    await renderBytes(reportOf([{ kind: 'paragraph', runs: ['Faros y\u2011puertos‐x µ μ Ω Ω'] }]))
    expect((await renderBytes(report)).equals(fresh)).to.equal(true)
  })

  it('says of each font program how long it is', async () => {
    const { context } = await loadPdf(await renderBytes(sampleReport()))
    const lengths = context.enumerateIndirectObjects().flatMap(([, object]) => {
      const program = object instanceof PDFDict ? object.lookup(PDFName.of('FontFile2')) : undefined
      if (!(program instanceof PDFRawStream)) return []
      const said = program.dict.lookupMaybe(PDFName.of('Length1'), PDFNumber)?.asNumber()
      return [[said, decodePDFRawStream(program).decode().length]]
    })
    expect(lengths.length).to.be.at.least(3)
    for (const [said, actual] of lengths) expect(said).to.equal(actual)
  })

  it('counts the entries of the outline, of those that are closed below zero', async () => {
    const { catalog } = await loadPdf(await renderBytes(sampleReport()))
    const countOf = (dict: PDFDict) => dict.lookup(PDFName.of('Count'), PDFNumber).asNumber()
    const headings = sampleReport().blocks.filter(block => block.kind === 'heading')
    const outlines = catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(countOf(outlines)).to.equal(headings.filter(({ level }) => level === 1).length)
    let below = 0
    for (let at = outlines.lookupMaybe(PDFName.of('First'), PDFDict); at !== undefined;) {
      if (at.has(PDFName.of('First'))) below -= countOf(at)
      at = at.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
    expect(below)
      .to.equal(headings.filter(({ level }) => level === 2).length)
      .and.be.greaterThan(0)
  })

  it('hands on many small objects in few pieces, and knows where each of them is', async () => {
    const document = new PDFDocument({ autoFirstPage: false, font: '' })
    mendPdfkit(document, sampleReport().meta, 'Faros')
    const pieces: Buffer[] = []
    document.on('data', (piece: Buffer) => pieces.push(piece))
    for (let each = 0; each < 1000; each += 1) {
      const reference: Ref = document.ref({ Each: each })
      reference.end()
    }
    document.end()
    await once(document, 'end')
    const file = Buffer.concat(pieces).toString('latin1')
    expect(pieces.length).to.be.at.most(20)
    const [, table] = /startxref\n(\d+)\n%%EOF\n$/.exec(file) ?? []
    const offsets = file.slice(Number(table)).match(/^\d{10}(?= 00000 n)/gm) ?? []
    expect(offsets).to.have.length.above(1000)
    offsets.forEach((offset, at) => {
      expect(file.slice(Number(offset))).to.match(new RegExp(`^${at + 1} 0 obj\n`))
    })
  })
})
