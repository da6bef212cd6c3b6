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
import { methodEn } from '../../../reports/activity-4/method-texts.en.ts'
import { methodEs } from '../../../reports/activity-4/method-texts.es.ts'
import type { Activity4Input, Dissemination, Training } from '../../../reports/activity-4/inputs.ts'
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
  it('names the days off by law in the language of the report', () => {
    const dayOffs = (language: (typeof languages)[number]) =>
      tablesOf(documentOf(inventedInput(300), language))
        .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows))
        .flatMap(({ dayOff }) => dayOff ?? [])
    const [spanish, english] = [dayOffs('es-GT'), dayOffs('en')]
    expect(spanish).to.include.members(['Jueves Santo', 'Viernes Santo'])
    expect(english).to.include.members(['Holy Thursday', 'Good Friday'])
    expect(english).to.have.length(spanish.length)
    expect(english.filter(name => spanish.includes(name))).to.eql([])
  })

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
        '5 sheets',
        '6 method',
        '7 definitions',
        '8 calendar',
        '9 cases',
        '10 seal',
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

  const training: Training = {
    ...{ id: 't1', on: day('2025-04-02'), days: 1, title: 'Cómo pedir información', kind: 'taller' },
    ...{
      audience: 'organisations',
      organisationIds: ['faro', 'ceiba'],
      institutionIds: [],
      participants: 34,
    },
    ...{ women: 20, men: 10, otherGender: null, hours: 6, answers: 30, meanBefore: 50, meanAfter: 80 },
  }
  const delivery: Dissemination = {
    ...{ id: 'd1', on: day('2025-06-02'), audience: 'regulator', institutionId: null, means: 'reunion' },
    report: { sha256: 'ab'.repeat(32), from: day('2024-07-01'), to: day('2024-12-31') },
    acknowledgedOn: day('2025-06-03'),
    answers: [{ on: day('2025-06-03'), text: 'Recibido.\n  Gracias & saludos.' }],
  }

  it('tells of trainings, assistance and dissemination where there are any', () => {
    const input = inputOf(twelve, { asOf })
    const [first] = input.cases
    const assistance = {
      ...{ id: 'a1', on: day('2025-05-02'), organisationId: 'faro', subject: 'Recurso de revisión' },
      ...{ minutes: 45, requestIds: first ? [first.id, 'nada'] : [] },
    }
    const words = wordsIn(
      documentOf({
        ...input,
        period: { from: day('2025-01-01'), to: day('2025-12-31') },
        asOf: day('2025-12-31'),
        activities: {
          trainings: [training, { ...training, id: 't2', on: day('2024-04-02'), title: 'Fuera del período' }],
          assistances: [assistance],
          disseminations: [delivery],
        },
      }),
    )
    expect(words).to.contain('Capacitaciones: 1. Participantes: 34. Entidades distintas: 2. Horas: 6.')
    expect(words).to.contain('mujeres, 20; hombres, 10; otro género, 0; no lo dijeron, 4.')
    expect(words).to.contain('Capacitaciones: 1; respuestas: 30.').and.contain('antes, 50.0; después, 80.0.')
    expect(words).to.contain('Asistencias: 1, a 1 organización. Minutos: 45.')
    expect(words).to.contain('Casos ayudados: 1.')
    expect(words).to.contain('Entregas: 1. A titulares de unidades: 0. Al regulador: 1.')
    expect(words).to.contain('Con acuse por enlace firmado: 1 de 1. Respuestas recibidas: 1.')
    expect(words).to.contain('Recibido.\nGracias & saludos.')
    expect(words).not.to.contain('Fuera del período')
  })

  it('knows on the cut-off day no acknowledgement, answer or act of a later one', () => {
    const known = (cutOff: string) =>
      activity4Figures(
        inputOf([], {
          asOf: day(cutOff),
          activities: { trainings: [training], assistances: [], disseminations: [delivery] },
        }),
      ).activities
    expect(known('2025-06-02')?.delivered).to.include({ deliveries: 1, acknowledged: 0, answers: 0 })
    expect(known('2025-06-03')?.delivered).to.include({ deliveries: 1, acknowledged: 1, answers: 1 })
    expect(known('2025-04-01')?.trainings).to.eql([])
  })

  it('compares a trained institution before and after, with n, and warns that it proves no cause', () => {
    const input = inventedInput(600)
    const id = input.cases[0]?.institutionId ?? ''
    const forUnits: Training = { ...training, audience: 'units', organisationIds: [], institutionIds: [id] }
    const on = day('2025-07-01')
    const activities = { trainings: [{ ...forUnits, on }], assistances: [], disseminations: [] }
    const given = { ...input, activities }
    const [line] = activity4Figures(given).activities?.beforeAfter ?? []
    const due = input.cases.filter(facts => facts.institutionId === id && facts.dueOn !== null)
    expect(line?.change.before.n).to.be.a('number').and.be.at.most(due.length)
    expect(line?.change.after.n).to.be.a('number').and.be.at.most(due.length)
    const words = wordsIn(documentOf(given))
    expect(words).to.contain('no prueba que la capacitación la cambió')
    expect(words).to.contain('Cumplimiento antes y después de la capacitación')
  })

  it('says of a report on a part that what the coordination did is elsewhere', () => {
    expect(wordsIn(documentOf(inputOf([], { activities: null })))).to.contain('están en el informe general')
  })

  it('prints of an edition its code, the replies as they came, the challenges and what it corrects', () => {
    const figures = activity4Figures(inputOf([]))
    const edition = {
      ...{
        code: 'A4-2025-2',
        supersedes: 'A4-2025-1',
        changes: [{ what: 'T3 baja a 2', why: 'Fecha corregida' }],
      },
      asked: [],
      replies: [
        {
          ...{ institutionId: 'mej', institution: 'Ministerio de Ejemplo', on: day('2025-07-01') },
          text: 'Primera.\n\nSegunda <b>.',
        },
      ],
      challenges: [
        { institution: 'MEJ', figure: 'T3', claim: 'Una va a tiempo', state: 'admitida', reason: 'Consta' },
        {
          institution: 'MEJ',
          figure: 'otra',
          claim: 'El nombre',
          state: 'rechazada',
          reason: 'Es el oficial',
        },
      ],
    }
    for (const language of languages) {
      const document = activity4Document({ figures, cases: [], language, edition })
      const words = wordsIn(document)
      for (const text of [
        'A4-2025-2',
        'A4-2025-1',
        'T3 baja a 2',
        'Primera.\nSegunda <b>.',
        'Una va a tiempo',
      ])
        expect(words).to.contain(text)
    }
    expect(wordsIn(documentOf(inputOf([])))).not.to.contain('Derecho de réplica')
  })

  it('has the same digest and files twice, and another digest of other data', () => {
    const [first, second] = [documentOf(inventedInput(80)), documentOf(inventedInput(80))]
    const other = documentOf(inventedInput(81))
    expect(first.meta).to.eql(second.meta)
    expect(first.attachments).to.eql(second.attachments)
    expect(first.meta.digest).not.to.equal(other.meta.digest)
  })

  it('says as many rules and definitions in both languages, and none twice', () => {
    for (const part of ['cohorts', 'rules', 'definitions'] as const) {
      expect(methodEn[part].length, part).to.equal(methodEs[part].length)
      for (const said of [methodEs[part], methodEn[part]])
        expect(new Set(said.map(String)).size, part).to.equal(said.length)
    }
  })

  it('has one digest of its data in both languages', () => {
    const input = inputOf(twelve, { asOf })
    expect(documentOf(input, 'en').meta.digest).to.equal(documentOf(input, 'es-GT').meta.digest)
  })

  it('gives every chart words for who does not see it', () => {
    const charts = documentOf(inventedInput(300)).blocks.filter(block => block.kind === 'chart')
    expect(charts.length).to.equal(6)
    for (const { alt } of charts) expect(alt.length).to.be.within(40, 800)
  })
})
