import { expect } from 'chai'
import type { ReportDocument } from '../../reports/blocks.ts'
import type { PaperSize } from '../../reports/pdf/theme.ts'
import { checkPdf } from './pdf-checker.ts'
import { checkBytes } from './pdf-checker-file.ts'
import { readWithPdfjs } from './pdfjs-reader.ts'
import { askTool, loadPdf, renderBytes } from './rendered.ts'

/** Renders a report and holds it to every rule: the checker's, qpdf's (where installed) and those of pdf.js. */
export async function expectSound(report: ReportDocument, size: PaperSize): Promise<Buffer> {
  const bytes = await renderBytes(report, { size })
  const document = await loadPdf(bytes)
  expect(checkBytes(bytes)).to.deep.equal([])
  expect(checkPdf(document)).to.deep.equal([])
  const answer = askTool('qpdf', ['--check', 'FILE'], bytes)
  if (answer !== null) {
    expect(answer).to.include('No syntax or stream encoding errors')
    expect(answer).not.to.match(/warning/i)
  }
  const { warnings, pages, title, marked, attachments } = await readWithPdfjs(bytes)
  expect(warnings).to.deep.equal([])
  expect({ pages, title, marked }).to.eql({
    pages: document.getPageCount(),
    title: report.meta.title,
    marked: true,
  })
  expect(attachments).to.have.length(report.attachments.length)
  return bytes
}
