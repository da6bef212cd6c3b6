import { createHash } from 'node:crypto'
import { activity4Document } from '../../reports/activity-4/document.ts'
import { activity4Figures } from '../../reports/activity-4/figures.ts'
import { article48Document } from '../../reports/article-48/document.ts'
import { article48Workbook } from '../../reports/article-48/workbook.ts'
import type { ReportDocument, ReportLanguage } from '../../reports/blocks.ts'
import { silenceDocument } from '../../reports/silence-certificate/document.ts'
import { workbookBytes } from '../../reports/workbook.ts'
import { inputOf } from '../reports/activity-4/cases.ts'
import { inventedInput } from '../reports/activity-4/invented-cases.ts'
import { asOf, twelve } from '../reports/activity-4/twelve-cases.ts'
import { inventedYear, yearFigures } from '../reports/article-48/invented-year.ts'
import { silence } from '../reports/silence-certificate/silence.ts'
import { renderBytes } from './rendered.ts'

/** The Activity 4 report of twelve requests. */
export function twelveReport(): ReportDocument {
  return activity4(inputOf(twelve, { asOf }), 'es-GT')
}

/**
 * Its cover, summary and first sections: poppler draws a page anew for each element that it reads out, and
 * would take half a minute for the whole.
 */
export function openingReport(): ReportDocument {
  const report = twelveReport()
  const end = report.blocks.findIndex(block => block.kind === 'heading' && block.id === 'result-1')
  const blocks = report.blocks.slice(0, end).filter(({ kind }) => kind !== 'contents')
  return { ...report, blocks, attachments: [] }
}

/** SHA-256 of one file of each kind. */
export async function reportDigests(): Promise<Readonly<Record<string, string>>> {
  const figures = yearFigures(inventedYear(40))
  const files: Readonly<Record<string, Promise<Uint8Array>>> = {
    activity4: renderBytes(activity4(inventedInput(40), 'es-GT')),
    activity4English: renderBytes(activity4(inputOf(twelve, { asOf }), 'en'), { size: 'LETTER' }),
    article48: renderBytes(article48Document({ figures, language: 'es-GT' })),
    article48Workbook: workbookBytes(article48Workbook(figures, 'en')),
    silence: renderBytes(silenceDocument({ facts: silence, language: 'en' })),
  }
  const digests: Record<string, string> = {}
  for (const [name, bytes] of Object.entries(files))
    digests[name] = createHash('sha256')
      .update(await bytes)
      .digest('hex')
  return digests
}

function activity4(input: Parameters<typeof activity4Figures>[0], language: ReportLanguage): ReportDocument {
  return activity4Document({ figures: activity4Figures(input), cases: input.cases, language })
}
