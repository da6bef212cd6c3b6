import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfjsReading = {
  pages: number
  /** What pdf.js complains of while it opens the file and draws each page; empty for a sound one. */
  warnings: string[]
  title: string
  marked: boolean
  outline: number
  attachments: string[]
}

/**
 * Opens a PDF as a browser's viewer does, and has every page's drawing, text, tags and links read. Its font
 * program for the text is not fetched: reports embed their own.
 */
export async function readWithPdfjs(bytes: Uint8Array): Promise<PdfjsReading> {
  const heard: string[] = []
  const [log, warn] = [console.log, console.warn]
  console.log = console.warn = (...said: unknown[]) => void heard.push(said.map(String).join(' '))
  // The reader takes the bytes for itself.
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, isEvalSupported: false })
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      await page.getOperatorList()
      await page.getTextContent()
      await page.getStructTree()
      await page.getAnnotations()
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    const mark = await document.getMarkInfo()
    const outline: unknown[] = (await document.getOutline()) ?? []
    const attachments = (await document.getAttachments()) ?? {}
    return {
      pages: document.numPages,
      warnings: heard,
      title: 'Title' in info ? String(info.Title) : '',
      marked: mark?.Marked === true,
      outline: outline.length,
      attachments: Object.keys(attachments),
    }
  } finally {
    await task.destroy()
    Object.assign(console, { log, warn })
  }
}
