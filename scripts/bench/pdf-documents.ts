import type { Block, ReportDocument, TableRow } from '../../reports/blocks.ts'
import { chanceFrom, type Chance } from '../../server/seeding/prng.ts'

/** Invented documents of one kind of content, for what the writing of pages costs by itself. */
export const pdfDocuments = {
  /** Paragraphs: about a page for ten rows. */
  prose: (rows: number) => documentOf(paragraphs(Math.ceil(0.46 * rows))),
  /** So many rows in one table. */
  table: (rows: number) => documentOf([tableOfCases(rows)]),
  /** Some six pages of all that a report is made of but pictures. */
  short: () => documentOf([...paragraphs(10), tableOfCases(35), ...paragraphs(10), tableOfCases(35)]),
} as const

export type PdfDocumentName = keyof typeof pdfDocuments

function documentOf(blocks: readonly Block[]): ReportDocument {
  return {
    meta: {
      title: 'Documento de medición',
      author: 'Vigía',
      subject: 'Texto inventado',
      keywords: ['medición'],
      lang: 'es-GT',
      asOf: '2026-02-28',
      createdAt: new Date('2026-03-02T15:00:00Z'),
      version: '1',
      digest: '0'.repeat(64),
    },
    blocks: [{ kind: 'heading', level: 1, id: 'medicion', number: '1', text: 'Medición' }, ...blocks],
    attachments: [],
  }
}

function paragraphs(count: number): Block[] {
  const chance = chanceFrom('prose')
  return Array.from({ length: count }, () => ({ kind: 'paragraph', runs: [sentence(chance, 90)] }))
}

function tableOfCases(count: number): Block {
  const chance = chanceFrom('table')
  const rows = Array.from({ length: count }, (_, at): TableRow => {
    const day = String(chance.whole(10, 28))
    return {
      code: `GT-2025-${String(at).padStart(6, '0')}`,
      institution: sentence(chance, 4),
      received: `2025-03-${day}`,
      due: `2025-04-${day}`,
      state: sentence(chance, 1),
      late: String(chance.whole(0, 400)),
    }
  })
  return {
    kind: 'table',
    caption: 'Casos',
    columns: [
      { key: 'code', label: 'Caso', align: 'start', width: 3, format: 'code' },
      { key: 'institution', label: 'Institución', align: 'start', width: 6 },
      { key: 'received', label: 'Recibida', align: 'start', width: 2 },
      { key: 'due', label: 'Vence', align: 'start', width: 2 },
      { key: 'state', label: 'Estado', align: 'start', width: 2 },
      { key: 'late', label: 'Días', align: 'end', width: 1 },
    ],
    groups: [{ rows }],
    empty: 'Sin casos',
  }
}

function sentence(chance: Chance, length: number): string {
  return Array.from({ length }, () => words[chance.whole(0, words.length - 1)] ?? '').join(' ')
}

const beginnings = ['a', 'com', 'des', 'in', 'pro', 're', 'sub', 'tras', 'con', 'ex']
const middles = ['for', 'mi', 'ti', 'ga', 'ñe', 'ció', 'lú', 'quie', 'bra', 'té', 'vo', 'sa']
const ends = ['ción', 'mente', 'dor', 'ría', 'te', 'so', 'das', 'ñas', 'ble', 'jo']
const words = beginnings.flatMap(a => middles.flatMap(b => ends.map(c => `${a}${b}${c}`)))
