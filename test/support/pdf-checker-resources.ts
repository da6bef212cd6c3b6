import { createHash } from 'node:crypto'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { listOf, nameOf } from './pdf-tree.ts'

/** Fonts are embedded and say which letters they show. */
export function checkFonts({ context }: PDFDocument): string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || nameOf(object, 'Type') !== 'Font') return []
    if (nameOf(object, 'Subtype') !== 'Type0')
      return nameOf(object, 'Subtype') === 'CIDFontType2' ? [] : ['font: not embedded']
    const findings: string[] = []
    if (!(object.lookup(PDFName.of('ToUnicode')) instanceof PDFRawStream)) findings.push('font: no ToUnicode')
    const [descendant] = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.asArray() ?? []
    const font = descendant instanceof PDFRef ? context.lookup(descendant) : descendant
    const descriptor = font instanceof PDFDict ? font.lookup(PDFName.of('FontDescriptor')) : undefined
    const file = descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of('FontFile2')) : undefined
    if (!(file instanceof PDFRawStream)) findings.push('font: not embedded')
    return findings
  })
}

export type EmbeddedFile = { name: string; specification: PDFDict; stream: PDFRawStream | null }

export function readFiles(document: PDFDocument): EmbeddedFile[] {
  return listOf(document.context, document.catalog.get(PDFName.of('AF'))).flatMap(ref => {
    const specification = ref instanceof PDFRef ? document.context.lookup(ref) : ref
    if (!(specification instanceof PDFDict)) return []
    const stream = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'))
    const name = specification.lookup(PDFName.of('UF'))
    const text = name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : ''
    return [{ name: text, specification, stream: stream instanceof PDFRawStream ? stream : null }]
  })
}

/** Embedded files are described, associated and unharmed. */
export function checkFiles(document: PDFDocument): string[] {
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const tree = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
  const listed = (tree?.lookupMaybe(PDFName.of('Names'), PDFArray)?.size() ?? 0) / 2
  const files = readFiles(document)
  return [
    ...(listed === files.length ? [] : ['file: not associated with the document']),
    ...files.flatMap(checkFile),
  ]
}

function checkFile({ name, specification, stream }: EmbeddedFile): string[] {
  const findings = ['F', 'UF', 'Desc', 'AFRelationship']
    .filter(key => specification.get(PDFName.of(key)) === undefined)
    .map(key => `file: ${name} has no ${key}`)
  const relationship = nameOf(specification, 'AFRelationship')
  if (!/^(Source|Data|Alternative|Supplement|Unspecified)$/.test(relationship ?? ''))
    findings.push(`file: ${name} has the relationship ${relationship}`)
  const plain = specification.lookup(PDFName.of('F'))
  const shown = plain instanceof PDFString || plain instanceof PDFHexString ? plain.decodeText() : name
  if (shown !== name) findings.push(`file: ${name} is ${shown} elsewhere`)
  if (stream === null) return [...findings, `file: ${name} is empty`]
  const params = stream.dict.lookupMaybe(PDFName.of('Params'), PDFDict)
  const bytes = decodePDFRawStream(stream).decode()
  const checksum = params?.lookup(PDFName.of('CheckSum'))
  const actual = createHash('md5').update(bytes).digest('hex')
  const stated = checksum instanceof PDFHexString || checksum instanceof PDFString ? checksum.asBytes() : []
  if (Buffer.from(stated).toString('hex') !== actual) findings.push(`file: ${name} has a wrong CheckSum`)
  const size = params?.lookupMaybe(PDFName.of('Size'), PDFNumber)?.asNumber()
  if (size !== bytes.length) findings.push(`file: ${name} has a wrong Size`)
  if (params?.get(PDFName.of('ModDate')) === undefined) findings.push(`file: ${name} has no ModDate`)
  if (!/^[a-z]+\/[\w.+-]+$/.test(nameOf(stream.dict, 'Subtype') ?? ''))
    findings.push(`file: ${name} has no media type`)
  return findings
}
