import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { PDFDocument } from 'pdf-lib'
import type { Block, ReportDocument } from '../../reports/blocks.ts'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import type { PdfOptions } from '../../reports/pdf/render-pdf.ts'
import { sampleReport } from './sample-report.ts'

/** Renders a report into memory. */
export async function renderBytes(report: ReportDocument, options: PdfOptions = {}): Promise<Buffer> {
  const chunks: Buffer[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await renderPdf(report, sink, options)
  return Buffer.concat(chunks)
}

export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true })
}

/** The sample's particulars around other blocks, without attachments. */
export function reportOf(blocks: readonly Block[]): ReportDocument {
  return sampleReport({ blocks, attachments: [] })
}

/** What a command says about a file, which stands for FILE in its arguments; null, said loudly once, where the command is not installed. */
export function askTool(command: string, args: readonly string[], bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-pdf-'))
  try {
    const file = join(folder, 'report.pdf')
    writeFileSync(file, bytes)
    const answer = spawnSync(
      command,
      args.map(arg => (arg === 'FILE' ? file : arg)),
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    )
    if (answer.error !== undefined) {
      console.warn(`SKIPPED: ${command} is not installed (apt-get install qpdf poppler-utils)`)
      return null
    }
    return answer.status === 0
      ? answer.stdout
      : `exit ${String(answer.status)}: ${answer.stdout}${answer.stderr}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
