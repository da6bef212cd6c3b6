import type { Writable } from 'node:stream'
import type { ReportDocument } from '../../reports/blocks.ts'
import { checkDocument } from '../../reports/pdf/check-document.ts'
import { renderPdf, type PdfOptions } from '../../reports/pdf/render-pdf.ts'

/**
 * Writes a report as a PDF. The sink is opened once the report is known to be sound, so that a failure
 * can still be answered as one: no header, no file, no byte.
 */
export async function printReport(
  document: ReportDocument,
  open: () => Writable,
  options: PdfOptions = {},
): Promise<{ pages: number }> {
  checkDocument(document)
  return renderPdf(document, open(), options)
}
