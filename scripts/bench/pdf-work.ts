import { createWriteStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import { pdfDocuments, type PdfDocumentName } from './pdf-documents.ts'
import { mostResident } from './memory.ts'
import { planOf } from './raw-pages.ts'
import { cpuMilliseconds } from './timing.ts'

export interface PdfTimes {
  readonly cpuMs: number
  readonly pages: number
  readonly bytes: number
  /** The most that the process ever had resident, with Node and the code: it did nothing else. */
  readonly residentMegabytes: number
}

/** Writes one of the invented documents, once, in a process of its own. Writes its texts to `plan`, afterwards. */
export async function writePdfOnce(given: {
  name: PdfDocumentName
  rows: number
  out: string
  plan: string
}): Promise<PdfTimes> {
  const document = pdfDocuments[given.name](given.rows)
  const began = cpuMilliseconds()
  const { pages } = await renderPdf(document, createWriteStream(given.out))
  const cpuMs = cpuMilliseconds() - began
  const residentMegabytes = mostResident()
  const { size } = await stat(given.out)
  await writeFile(given.plan, JSON.stringify(planOf(document.blocks)))
  return { cpuMs, pages, bytes: size, residentMegabytes }
}
