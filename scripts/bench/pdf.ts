import { join } from 'node:path'
import { atMost, figure, type Bar, type Figure, type SceneResult } from './figures.ts'
import type { PdfDocumentName } from './pdf-documents.ts'
import type { PdfTimes } from './pdf-work.ts'
import type { RawTimes } from './raw-pages.ts'
import type { Sizes } from './sizes.ts'
import { runChild } from './start-child.ts'
import { inTempFolder } from './store.ts'

/**
 * The processor time of writing tagged pages against pdfkit alone writing the same texts untagged: of the round
 * whose ratio is the middle one. And how much memory and how many bytes that takes: all that the process ever had
 * resident, Node and the document itself with it, in a process that loads what writes pages and nothing else.
 */
export function pdfScene({ written, rounds }: Sizes): Promise<SceneResult> {
  return inTempFolder(async folder => {
    const prose = await roundsOf(folder, { name: 'prose', rows: written }, rounds)
    const table = await roundsOf(folder, { name: 'table', rows: written }, rounds)
    const short = await roundsOf(folder, { name: 'short', rows: written }, 1)
    return {
      scene: 'pdf',
      sizes: { written, rounds },
      figures: [
        ...figuresOf('pages of prose', prose, atMost(1)),
        ...figuresOf('a long table', table, atMost(0.8)),
        figure({
          name: 'six pages, without attachments',
          value: (short[0]?.ours.bytes ?? 0) / 1000,
          unit: 'kB',
          bar: atMost(100, 'figure'),
        }),
      ],
      counts: {
        pagesOfProse: prose[0]?.ours.pages ?? 0,
        pagesOfProseByPdfkitAlone: prose[0]?.raw.pages ?? 0,
        pagesOfTable: table[0]?.ours.pages ?? 0,
        pagesOfTableByPdfkitAlone: table[0]?.raw.pages ?? 0,
        pagesOfShort: short[0]?.ours.pages ?? 0,
      },
    }
  })
}

interface Round {
  readonly ours: PdfTimes
  readonly raw: RawTimes
}

async function roundsOf(
  folder: string,
  what: { readonly name: PdfDocumentName; readonly rows: number },
  rounds: number,
): Promise<Round[]> {
  const script = process.argv[1] ?? ''
  const at = (file: string) => join(folder, file)
  const all: Round[] = []
  for (let round = 0; round < rounds; round += 1) {
    const given = { ...what, out: at('ours.pdf'), plan: at('plan.json') }
    const ours = await runChild<PdfTimes>(script, { job: 'write-pdf', ...given })
    all.push({
      ours,
      raw: await runChild<RawTimes>(script, { job: 'raw-report', plan: given.plan, out: at('raw.pdf') }),
    })
  }
  const ratio = ({ ours, raw }: Round) => ours.cpuMs / raw.cpuMs
  return all.sort((a, b) => ratio(a) - ratio(b))
}

function figuresOf(name: string, rounds: readonly Round[], bar: Bar): Figure[] {
  const middle = rounds[rounds.length >> 1]
  if (!middle) throw new Error('There was no round')
  return [
    figure({
      name: `${name}: processor time`,
      value: middle.ours.cpuMs,
      unit: 'ms',
      limit: { name: 'pdfkit alone', value: middle.raw.cpuMs },
      bar,
    }),
    figure({
      name: `${name}: resident memory`,
      value: Math.max(...rounds.map(({ ours }) => ours.residentMegabytes)),
      unit: 'MB',
      bar: atMost(200, 'figure'),
    }),
  ]
}
