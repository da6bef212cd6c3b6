import { indicatorCodes } from '../../server/domain/statistics/indicator-codes.ts'
import type { Block, Run, TableBlock } from '../blocks.ts'
import { column, heading, paragraph } from './parts.ts'
import { policyLines } from './policy-texts.ts'
import type { ReportContext } from './report-context.ts'

/** How the figures were made, with each formula. */
export function methodSection(context: ReportContext): readonly Block[] {
  const { figures, texts, date } = context
  const { method, said } = texts
  const { from, to } = figures.previousPeriod
  return [
    heading(1, 'method', method.title),
    heading(2, 'cohorts', method.cohortsTitle),
    list(method.cohorts),
    heading(2, 'rules', method.rulesTitle),
    list(method.rules),
    paragraph(`${said.sample} ${method.previous(date(from), date(to))}`),
    heading(2, 'readings', method.readingsTitle),
    paragraph(method.readings),
    readingsTable(context),
    heading(2, 'formulas', method.formulasTitle),
    formulasTable(context),
  ]
}

export function definitionsSection({ texts }: ReportContext): readonly Block[] {
  const { method } = texts
  const items = method.definitions.map(([term = '', meaning = '']): readonly Run[] => [
    { kind: 'strong', text: `${term}. ` },
    meaning,
  ])
  return [heading(1, 'definitions', method.definitionsTitle), { kind: 'list', ordered: false, items }]
}

function list(sentences: readonly string[]): Block {
  return { kind: 'list', ordered: false, items: sentences.map(sentence => [sentence]) }
}

function readingsTable({ figures, texts, language }: ReportContext): TableBlock {
  const { method, frame } = texts
  return {
    kind: 'table',
    caption: method.readingsCaption,
    columns: [column('setting', method.setting, 50, 'start'), column('value', method.value, 50, 'start')],
    groups: [{ rows: policyLines(figures.policy, language) }],
    empty: frame.emptyTable,
  }
}

function formulasTable({ texts }: ReportContext): TableBlock {
  const { method, tables, frame, indicators } = texts
  return {
    kind: 'table',
    caption: method.formulasCaption,
    note: method.formulasNote,
    columns: [
      column('code', tables.code, 12, 'start'),
      column('name', tables.indicator, 32, 'start'),
      column('formula', tables.formula, 56, 'start'),
    ],
    groups: [
      {
        rows: indicatorCodes.map(code => ({
          code,
          name: indicators[code].name,
          formula: indicators[code].formula,
        })),
      },
    ],
    empty: frame.emptyTable,
  }
}
