import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { Attachment } from '../blocks.ts'
import { dateString, nameObject, raw, textString } from './syntax.ts'
import type { Ref } from './syntax.ts'

/** A file as it will lie in the PDF. */
export interface Packed {
  readonly attachment: Attachment
  readonly deflated: Uint8Array
}

/** Compresses the files on another thread: megabytes of figures need not wait for the pages, nor they for them. */
export function pack(attachments: readonly Attachment[]): Promise<Packed[]> {
  return Promise.all(
    attachments.map(async attachment => ({ attachment, deflated: await compress(attachment.bytes) })),
  )
}

const compress = promisify(deflate)

/**
 * Embeds files and associates them with the document (PDF/A-3: F, UF, Desc, AFRelationship). Own code
 * because pdfkit's `file` writes the checksum as 32 hexadecimal characters where ISO 32000-1, table 46,
 * wants the 16 bytes.
 */
export function embedAttachments(
  document: PDFKit.PDFDocument,
  files: readonly Packed[],
  modifiedAt: Date,
): void {
  const specifications = files.map((file, at) => {
    const specification = embed(document, file, modifiedAt)
    // The key orders the viewer's list; ASCII keys sort alike here and in the reader.
    document.addNamedEmbeddedFile(`attachment-${String(at + 1).padStart(3, '0')}`, specification)
    return specification
  })
  if (specifications.length > 0) Object.assign(document._root.data, { AF: specifications })
}

function embed(
  document: PDFKit.PDFDocument,
  { attachment, deflated }: Packed,
  modifiedAt: Date,
): PDFKit.PDFKitReference {
  const checksum = createHash('md5').update(attachment.bytes).digest('hex')
  const date = dateString(modifiedAt)
  const file: Ref = document.ref({
    Type: 'EmbeddedFile',
    Subtype: raw(nameObject(attachment.mediaType)),
    Params: raw(
      `<</Size ${attachment.bytes.length}/CheckSum<${checksum}>/CreationDate${date}/ModDate${date}>>`,
    ),
    Length: 0,
    // pdfkit leaves alone what says how it is compressed.
    Filter: 'FlateDecode',
  })
  file.end(deflated)
  const name = textString(attachment.name)
  const specification = document.ref(
    raw(
      `<</Type/Filespec/F${name}/UF${name}/Desc${textString(attachment.description)}` +
        `/AFRelationship/${attachment.relationship}/EF<</F ${String(file)}/UF ${String(file)}>>>>`,
    ),
  )
  specification.end('')
  return specification
}
