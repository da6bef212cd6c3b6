import { createHash } from 'node:crypto'
import type { ReportMeta } from '../blocks.ts'
import { raw } from './syntax.ts'
import { xmpPacket } from './xmp.ts'

/**
 * The places where pdfkit 0.20.2 has to be put right by replacing a part of it. Each has a test that fails
 * without it in test/reports/pdf/pdfkit-faults.test.ts; pdfkit is pinned exactly because of this file.
 */
export function mendPdfkit(document: PDFKit.PDFDocument, meta: ReportMeta, producer: string): void {
  identifyByData(document, meta)
  writeOwnMetadata(document, meta, producer)
}

/** pdfkit hashes the info dictionary alone: two reports of different data would have one identifier. */
function identifyByData(document: PDFKit.PDFDocument, meta: ReportMeta): void {
  const seed = `${meta.digest} ${meta.createdAt.toISOString()} ${meta.lang}`
  document._id = createHash('md5').update(seed).digest()
}

/** pdfkit writes title, author and subject unescaped into its XMP, and can claim one standard only. */
function writeOwnMetadata(document: PDFKit.PDFDocument, meta: ReportMeta, producer: string): void {
  document.endMetadata = () => {
    const packet = new TextEncoder().encode(xmpPacket(meta, producer))
    const reference = document.ref({ Type: 'Metadata', Subtype: 'XML', Length: 0 })
    // PDF/A wants the packet readable without inflating it.
    reference.compress = false
    reference.end(packet)
    Object.assign(document._root.data, { Metadata: raw(String(reference)) })
  }
}
