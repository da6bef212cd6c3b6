import { expect } from 'chai'
import {
  textOf,
  type Block,
  type Cell,
  type ReportDocument,
  type TableBlock,
} from '../../../reports/blocks.ts'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import type { Activity4Input } from '../../../reports/activity-4/inputs.ts'
import { formatInteger } from '../../../reports/format.ts'
import { day, inputOf } from './cases.ts'
import { inventedInput } from './invented-cases.ts'
import { asOf, twelve } from './twelve-cases.ts'

const languages = ['es-GT', 'en'] as const

function documentOf(input: Activity4Input, language: (typeof languages)[number] = 'es-GT'): ReportDocument {
  return activity4Document({ figures: activity4Figures(input), cases: input.cases, language })
}

function wordsOf(block: Block): string {
  if (block.kind === 'list') return block.items.map(textOf).join('\n')
  if ('runs' in block) return textOf(block.runs)
  if (block.kind === 'keyFigures') return block.figures.map(f => `${f.value} ${f.label} ${f.note}`).join('\n')
  if (block.kind === 'heading') return block.text
  if (block.kind === 'cover') return [block.title, ...block.facts].join('\n')
  return block.kind === 'table' ? tableWords(block) : ''
}

function tableWords({ caption, note, groups, empty, foot }: TableBlock): string {
  const rows = [...groups.flatMap(group => group.rows), ...(foot ? [foot] : [])]
  const cells = rows.flatMap(row =>
    Object.values(row).map(cell => (typeof cell === 'string' ? cell : cell.text)),
  )
  return [caption, note ?? '', rows.length === 0 ? empty : '', ...cells].join('\n')
}

function wordsIn(document: ReportDocument): string {
  return document.blocks.map(wordsOf).join('\n')
}

function tablesOf(document: ReportDocument): readonly TableBlock[] {
  return document.blocks.filter(block => block.kind === 'table')
}

describe('the Activity 4 report', () => {
  for (const language of languages) {
    it(`says in ${language} the numbers of the figures`, () => {
      const input = inventedInput(300)
      const { indicators } = activity4Figures(input)
      const { onTime, unanswered } = indicators.timeliness
      const lead = documentOf(input, language).blocks.find(block => block.kind === 'lead')
      const numbers = (textOf(lead?.runs ?? []).match(/\d[\d,]*/g) ?? []).map(text => text.replace(/,$/, ''))
      const expected = [indicators.volume.received.count, indicators.volume.institutionsAsked.count]
      const due = [onTime.n ?? 0, onTime.count, unanswered.count]
      expected.push(...due)
      expect(numbers.slice(-5)).to.eql(expected.map(formatInteger))
    })

    it(`follows in ${language} the four results, the method and the seal`, () => {
      const ids = documentOf(inputOf(twelve, { asOf }), language).blocks.flatMap(block =>
        block.kind === 'heading' && block.level === 1 ? [`${block.number ?? ''} ${block.id}`.trim()] : [],
      )
      expect(ids).to.eql([
        'summary',
        '1 result-1',
        '2 result-2',
        '3 result-3',
        '4 result-4',
        '5 method',
        '6 definitions',
        '7 calendar',
        '8 cases',
        '9 seal',
      ])
    })
  }

  for (const language of languages) {
    it(`sums up in ${language} on one page, in words and five figures at most`, () => {
      const { blocks } = documentOf(inventedInput(300), language)
      const summary = blocks.slice(
        blocks.findIndex(block => block.kind === 'heading' && block.id === 'summary'),
        blocks.findIndex(block => block.kind === 'heading' && block.id === 'result-1'),
      )
      expect(summary.map(({ kind }) => kind)).to.eql([
        'heading',
        'lead',
        'keyFigures',
        'list',
        'paragraph',
        'pageBreak',
      ])
      const figures = summary.flatMap(block => (block.kind === 'keyFigures' ? block.figures : []))
      expect(figures.length).to.be.at.most(5)
      const findings = summary.find(block => block.kind === 'list')
      expect(findings?.items.length).to.be.within(4, 7)
      const words = findings?.items.map(textOf).join(' ') ?? ''
      expect(words.replaceAll(/(artículo|article) 43/g, '')).not.to.match(/\d/)
    })
  }

  it('adds up groups of few cases to the totals, each group in one table', () => {
    const document = documentOf(inventedInput(40))
    const numberIn = (cell: Cell | undefined) => Number(typeof cell === 'string' ? cell : cell?.text)
    const tables = tablesOf(document).filter(({ columns }) => columns.some(({ key }) => key === 'received'))
    const grouped = tables.filter(({ foot }) => foot !== undefined)
    expect(grouped.length).to.be.greaterThan(3)
    for (const { caption, groups, foot } of grouped) {
      const rows = groups.flatMap(group => group.rows)
      for (const key of ['received', 'due', 'onTime', 'late', 'unanswered']) {
        const sum = rows.reduce((total, row) => total + numberIn(row[key]), 0)
        expect(sum, `${caption}: ${key}`).to.equal(numberIn(foot?.[key]))
      }
    }
  })

  it('leaves out of a period the groups that were not asked in it', () => {
    const input = inventedInput(60, { period: { from: day('2015-01-01'), to: day('2015-12-31') } })
    expect(activity4Figures(input).institutions).not.to.eql([])
    const tables = tablesOf(documentOf(input)).filter(({ columns }) =>
      columns.some(c => c.key === 'received'),
    )
    const ofGroups = tables.filter(({ foot }) => foot !== undefined)
    expect(ofGroups.length).to.be.greaterThan(2)
    for (const { groups } of ofGroups) expect(groups.flatMap(({ rows }) => rows)).to.eql([])
  })

  it('says how to read the tables once, not under each', () => {
    const document = documentOf(inventedInput(300))
    expect(document.blocks.filter(({ kind }) => kind === 'callout').length).to.equal(1)
    for (const { note = '' } of tablesOf(document)) expect(note).not.to.match(/Wilson|cautela/)
  })

  it('has n, a formula and a cohort in every row of an indicator table', () => {
    const rows = tablesOf(documentOf(inventedInput(300)))
      .filter(
        ({ columns }) =>
          columns.some(({ key }) => key === 'formula') && columns.some(({ key }) => key === 'n'),
      )
      .flatMap(({ groups }) => groups.flatMap(group => group.rows))
    expect(rows.length).to.be.greaterThan(40)
    for (const row of rows) {
      expect(row).to.include.keys('code', 'name', 'formula', 'n')
      expect(row['formula']).to.match(/÷|[RCD]\b|período|corte|vencimiento/)
    }
  })

  it('says «sin datos» of an empty period, and no percentage', () => {
    const words = wordsIn(documentOf(inputOf([])))
    expect(words).to.contain('Entre el 01/01/2025 y el 31/12/2025 no hay solicitudes')
    expect(words).to.contain('Sin datos registrados en Vigía en este período.')
    const figures = wordsIn({ ...documentOf(inputOf([])), blocks: tablesOf(documentOf(inputOf([]))) })
    expect(figures).not.to.match(/\d[\d.]*\u00a0%/)
  })

  it('warns that the period is not over', () => {
    const document = documentOf(inventedInput(100, { asOf: day('2025-09-15') }))
    const callout = document.blocks.find(block => block.kind === 'callout')
    expect(textOf(callout?.runs ?? [])).to.contain('El corte (15/09/2025) es anterior al final del período')
  })

  it('prints 200 rows of a long list and names the file that has all', () => {
    const input = inventedInput(500)
    const document = documentOf(input)
    const { caseIds } = activity4Figures(input)
    const list = tablesOf(document).find(({ caption }) => caption === 'Solicitudes detrás de las cifras')
    expect(list?.groups[0]?.rows.length).to.equal(200)
    expect(wordsIn(document)).to.contain(
      `Se imprimen 200 de ${formatInteger(caseIds.length)} filas; la lista completa está en el archivo adjunto casos_2025-01-01_2025-12-31.csv`,
    )
  })

  it('tells of trainings, assistance and dissemination where there are any', () => {
    const words = wordsIn(
      documentOf(
        inputOf([], {
          trainings: [
            {
              id: 't1',
              on: day('2025-04-02'),
              title: 'Cómo pedir información',
              audience: 'organisations',
              bodyIds: ['faro', 'ceiba'],
              participants: 34,
              hours: 6,
            },
            {
              id: 't2',
              on: day('2024-04-02'),
              title: 'Fuera del período',
              audience: 'units',
              bodyIds: [],
              participants: 9,
              hours: null,
            },
          ],
          assistances: [
            { id: 'a1', on: day('2025-05-02'), organisationId: 'faro', subject: 'Recurso de revisión' },
          ],
          disseminations: [
            {
              id: 'd1',
              on: day('2025-06-02'),
              title: 'Resultados del semestre',
              audience: 'regulator',
              means: 'reunión',
              recipients: 3,
            },
          ],
        }),
      ),
    )
    expect(words).to.contain('Capacitaciones: 1. Participantes: 34. Entidades distintas: 2.')
    expect(words).to.contain('Asistencias: 1, a 1 organización.')
    expect(words).to.contain('Acciones de difusión: 1. A unidades: 0. Al regulador: 1.')
    expect(words).not.to.contain('Fuera del período')
  })

  it('has the same digest and files twice, and another digest of other data', () => {
    const [first, second] = [documentOf(inventedInput(80)), documentOf(inventedInput(80))]
    const other = documentOf(inventedInput(81))
    expect(first.meta).to.eql(second.meta)
    expect(first.attachments).to.eql(second.attachments)
    expect(first.meta.digest).not.to.equal(other.meta.digest)
  })

  it('has one digest of its data in both languages', () => {
    const input = inputOf(twelve, { asOf })
    expect(documentOf(input, 'en').meta.digest).to.equal(documentOf(input, 'es-GT').meta.digest)
  })

  it('gives every chart words for who does not see it', () => {
    const charts = documentOf(inventedInput(300)).blocks.filter(block => block.kind === 'chart')
    expect(charts.length).to.equal(5)
    for (const { alt } of charts) expect(alt.length).to.be.within(40, 800)
  })
})
