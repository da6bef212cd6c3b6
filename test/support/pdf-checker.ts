import { PDFBool, PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { checkContents } from './pdf-checker-content.ts'
import { checkFile } from './pdf-checker-file.ts'
import { checkGlyphs } from './pdf-checker-glyphs.ts'
import { checkFiles, checkFonts } from './pdf-checker-resources.ts'
import { checkPaint } from './pdf-checker-paint.ts'
import { checkTree } from './pdf-checker-tree.ts'
import { checkWords } from './pdf-checker-words.ts'
import { decodeStream } from './pdf-content.ts'
import { nameOf, readElements } from './pdf-tree.ts'

/**
 * The rules of PDF/UA-1 and PDF/A-3 that a machine can check and that reports depend on. It proves neither
 * standard: a person still runs veraPDF and listens with a screen reader before a release. Returns what it
 * finds wrong, a sentence each, with the rule's name in front.
 */
export function checkPdf(document: PDFDocument): string[] {
  const elements = readElements(document)
  return [
    ...checkCatalog(document),
    ...checkFile(document, elements),
    ...checkMetadata(document),
    ...checkTree(elements),
    ...checkWords(document, elements),
    ...checkPaint(document),
    ...checkContents(document, elements),
    ...checkFonts(document),
    ...checkGlyphs(document),
    ...checkFiles(document),
  ]
}

function checkCatalog({ catalog }: PDFDocument): string[] {
  const lang = catalog.lookup(PDFName.of('Lang'))
  const tag = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : ''
  const findings: string[] = []
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) findings.push(`lang: «${tag}» is not a language`)
  if (!isTrue(catalog.lookup(PDFName.of('MarkInfo')), 'Marked'))
    findings.push('marked: not declared as tagged')
  if (!isTrue(catalog.lookup(PDFName.of('ViewerPreferences')), 'DisplayDocTitle')) {
    findings.push('title: viewers are not told to show it')
  }
  if (catalog.get(PDFName.of('StructTreeRoot')) === undefined) findings.push('tree: no structure tree')
  if (catalog.get(PDFName.of('OutputIntents')) === undefined) findings.push('colour: no output intent')
  return findings
}

function isTrue(dict: unknown, key: string): boolean {
  return dict instanceof PDFDict && dict.lookup(PDFName.of(key)) === PDFBool.True
}

function checkMetadata({ catalog, context }: PDFDocument): string[] {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ['metadata: none']
  const xml = Buffer.from(decodeStream(stream), 'latin1').toString('utf8')
  const findings = wellFormed(xml) ? [] : ['metadata: not well-formed XML']
  const required: [string, RegExp][] = [
    ['dc:title', /<dc:title>.*?<rdf:li[^>]*>[^<]+<\/rdf:li>/s],
    ['pdfuaid:part', /<pdfuaid:part>1<\/pdfuaid:part>/],
    ['pdfaid:part', /<pdfaid:part>3<\/pdfaid:part>/],
    ['pdfaid:conformance', /<pdfaid:conformance>A<\/pdfaid:conformance>/],
    ['dc:language', /<dc:language>.*?<rdf:li>[a-z]{2}/s],
    ['extension schema', /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/</],
  ]
  for (const [name, pattern] of required) if (!pattern.test(xml)) findings.push(`metadata: no ${name}`)
  if (nameOf(stream.dict, 'Subtype') !== 'XML') findings.push('metadata: not said to be XML')
  if (stream.dict.get(PDFName.of('Filter')) !== undefined) findings.push('metadata: compressed')
  return [...findings, ...checkInfo(context.lookup(context.trailerInfo.Info), xml)]
}

/** Both places where readers look say the same. */
function checkInfo(info: unknown, xml: string): string[] {
  if (!(info instanceof PDFDict)) return ['info: none']
  const text = (key: string) => {
    const value = info.lookup(PDFName.of(key))
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
  }
  const findings = told.flatMap(([key, pattern]) => {
    const there = plainXml(pattern.exec(xml)?.[1] ?? '')
    return there === text(key) ? [] : [`info: another ${key} than the metadata`]
  })
  for (const [key, pattern] of dates) {
    const there = pattern.exec(xml)?.[1]?.replace(/\D/g, '')
    if (text(key) !== `D:${there}Z`) findings.push(`info: another ${key} than the metadata`)
  }
  return findings
}

const told: readonly (readonly [string, RegExp])[] = [
  ['Title', /<dc:title>.*?<rdf:li[^>]*>([^<]*)</s],
  ['Author', /<dc:creator>.*?<rdf:li[^>]*>([^<]*)</s],
  ['Subject', /<dc:description>.*?<rdf:li[^>]*>([^<]*)</s],
  ['Keywords', /<pdf:Keywords>([^<]*)</],
  ['Creator', /<xmp:CreatorTool>([^<]*)</],
  ['Producer', /<pdf:Producer>([^<]*)</],
]

const dates: readonly (readonly [string, RegExp])[] = [
  ['CreationDate', /<xmp:CreateDate>([^<]*)</],
  ['ModDate', /<xmp:ModifyDate>([^<]*)</],
]

function plainXml(text: string): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  return plain.replaceAll('&amp;', '&')
}

/** Tags close in order and every ampersand begins an entity: enough to tell escaped text from unescaped. */
function wellFormed(xml: string): boolean {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(xml)) return false
  const open: string[] = []
  const rest = xml.replace(/<\?.*?\?>/gs, '').replace(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g, (...match) => {
    const [, closing, name, empty] = match.map(String)
    if (closing === '/') {
      if (open.pop() !== name) open.push('unbalanced')
    } else if (empty !== '/' && name !== undefined) open.push(name)
    return ''
  })
  return open.length === 0 && !/[<]/.test(rest)
}
