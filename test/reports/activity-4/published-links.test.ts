import { expect } from 'chai'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib'
import { encode } from 'uqr'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { inventedInput } from './invented-cases.ts'

const site = 'https://vigia.ejemplo.gt'
const edition = { code: 'A4-2025-1', supersedes: null, changes: [], asked: [], replies: [], challenges: [] }
const input = inventedInput(120)
const figures = activity4Figures(input)

function documentWith(given: { site: string | null }, language: 'es-GT' | 'en' = 'es-GT') {
  return activity4Document({ figures, cases: input.cases, language, edition, ...given })
}

/** Addresses outside the file that its links lead to. */
function addressesIn(pdf: PDFDocument): string[] {
  return pdf.getPages().flatMap(page =>
    (page.node.Annots() ?? PDFArray.withContext(pdf.context)).asArray().flatMap(ref => {
      const action = pdf.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict)
      const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)
      return uri ? [uri.decodeText()] : []
    }),
  )
}

describe('an edition with a public address, as a PDF', function () {
  this.timeout(60_000)

  for (const language of ['es-GT', 'en'] as const) {
    it(`leads from its figures to their cases in ${language}, and stays soundly tagged`, async () => {
      const pdf = await loadPdf(await renderBytes(documentWith({ site }, language)))
      expect(checkPdf(pdf)).to.eql([])
      const cases = addressesIn(pdf).filter(address => address.includes('/casos?'))
      expect(cases.length).to.be.greaterThan(60)
      const home = `${site}/${language === 'en' ? 'en' : 'es'}/informes/A4-2025-1`
      expect(cases).to.include(`${home}/casos?cifra=T1`)
      expect(cases.filter(address => !address.startsWith(`${home}/casos?cifra=`))).to.eql([])
    })
  }

  it('leads to the cases of every count, of a long table too', async () => {
    const bodies = Array.from({ length: 60 }, (_, at) => `i${at}`)
    const many = {
      ...input,
      institutions: bodies.map(id => ({ id, name: `Institución ${id}`, acronym: null, kind: 'otra' })),
      cases: input.cases.map((facts, at) => ({ ...facts, institutionId: bodies[at % 60] ?? '' })),
    }
    const report = activity4Document({
      ...{ figures: activity4Figures(many), cases: many.cases, language: 'es-GT', edition, site },
    })
    const printed = report.blocks.flatMap(block =>
      block.kind === 'table' ? [...block.groups.flatMap(({ rows }) => rows), block.foot ?? {}] : [],
    )
    const opening = printed
      .flatMap(row => Object.values(row))
      .filter(cell => typeof cell === 'object' && (cell.opens ?? []).length > 0)
    const links = addressesIn(await loadPdf(await renderBytes(report))).filter(each =>
      each.includes('/casos?'),
    )
    const figuresAbove = report.blocks.flatMap(block => (block.kind === 'keyFigures' ? block.figures : []))
    expect(opening.length).to.be.greaterThan(300)
    expect(links.length).to.equal(opening.length + figuresAbove.filter(({ opens }) => opens?.length).length)
  })

  it('bears the address of its verification, with the digest of its data, as a symbol and as a link', async () => {
    const { blocks, meta } = documentWith({ site })
    const seal = blocks.find(block => block.kind === 'qr')
    const address = `${site}/es/informe/verificar?edicion=A4-2025-1&datos=${meta.digest}`
    expect(seal).to.include({ address })
    expect(seal?.kind === 'qr' ? seal.alt : '').to.include(address)
    expect(addressesIn(await loadPdf(await renderBytes(documentWith({ site }))))).to.include(address)
  })

  it('has a symbol of modules that a telephone tells apart, with its quiet zone', () => {
    const { size, data } = encode(`${site}/es/informe/verificar?edicion=A4-2025-1&datos=${'a'.repeat(64)}`, {
      ...{ ecc: 'M', border: 4 },
    })
    // 104 points on paper: a module of 0.5 mm at least.
    expect(((104 / size) * 25.4) / 72).to.be.at.least(0.5)
    expect(data.slice(0, 4).flat()).not.to.include(true)
  })

  it('prints no address where the site has none that others can reach', async () => {
    const document = documentWith({ site: null })
    expect(document.blocks.filter(({ kind }) => kind === 'qr')).to.eql([])
    expect(addressesIn(await loadPdf(await renderBytes(document)))).to.eql([])
  })

  it('has the same bytes twice', async () => {
    const [first, second] = [
      await renderBytes(documentWith({ site })),
      await renderBytes(documentWith({ site })),
    ]
    expect(first.equals(second)).to.equal(true)
  })
})
