/** The drawing operators of the current page, handed to pdfkit in one piece: it copies every piece it gets. */
export type PageContent = {
  write(operators: string): void
  /** Must be called before the page changes and before the document ends. */
  flush(): void
}

export function createPageContent(document: PDFKit.PDFDocument): PageContent {
  let waiting: string[] = []
  return {
    write: operators => {
      waiting.push(operators)
    },
    flush: () => {
      // As bytes, which pdfkit takes as they are; a string it copies letter by letter.
      if (waiting.length > 0) document.addContent(Buffer.from(`${waiting.join('\n')}\n`, 'latin1'))
      waiting = []
    },
  }
}
