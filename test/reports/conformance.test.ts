import { Writable } from 'node:stream'
import { expect } from 'chai'
import { activity4Document } from '../../reports/activity-4/document.ts'
import { activity4Figures } from '../../reports/activity-4/figures.ts'
import type { Activity4Input, Dissemination, Training } from '../../reports/activity-4/inputs.ts'
import type { EditionText } from '../../reports/activity-4/edition-text.ts'
import { article48Document } from '../../reports/article-48/document.ts'
import type { ReportDocument, ReportLanguage, TableBlock } from '../../reports/blocks.ts'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import { reviewLetter } from '../../reports/review-letter/document.ts'
import { silenceDocument } from '../../reports/silence-certificate/document.ts'
import { expectSound } from '../support/conformance.ts'
import { readWithPdfjs } from '../support/pdfjs-reader.ts'
import { renderBytes, reportOf } from '../support/rendered.ts'
import { day, inputOf } from './activity-4/cases.ts'
import { inventedInput } from './activity-4/invented-cases.ts'
import { asOf, twelve } from './activity-4/twelve-cases.ts'
import { inventedYear, yearFigures } from './article-48/invented-year.ts'
import { letter } from './silence-certificate/letter.ts'
import { silence } from './silence-certificate/silence.ts'

const longName = `${'Dirección General de Asuntos Interinstitucionales y '.repeat(4)}Otros`.slice(0, 200)
const signs = 'Ríos & <Lagos> "Unidos" \'Sur\''
const mayan = 'Kʼicheʼ, Qʼeqchiʼ, Tzʼutujil, Achíʼ, ẍulä, Ẍ, ä ë ï ö ü'

const inputs: readonly [string, Activity4Input][] = [
  ['no requests', inputOf([])],
  ['one request', inputOf(twelve.slice(0, 1), { asOf })],
  ['twelve requests', inputOf(twelve, { asOf })],
  ['one institution', spreadOver(1, 40)],
  ['a single day', inputOf(twelve, { period: { from: day('2025-02-17'), to: day('2025-02-17') }, asOf })],
  ['five years', inventedInput(60, { period: { from: day('2021-01-01'), to: day('2025-12-31') } })],
  ['names of 200 characters', named(longName)],
  ['signs of XML', named(signs)],
  ['Mayan spellings', named(mayan)],
]

function named(name: string): Activity4Input {
  return inputOf(twelve, {
    asOf,
    institutions: [
      { id: 'puertos', name, acronym: null, kind: 'ministerio' },
      { id: 'rios', name: `${name} 2`, acronym: name.slice(0, 12), kind: name.slice(0, 30) },
    ],
    organisations: [{ id: 'faro', name }],
  })
}

function activity4(input: Activity4Input, language: ReportLanguage): ReportDocument {
  return activity4Document({ figures: activity4Figures(input), cases: input.cases, language })
}

/** Requests shared out among so many institutions, of every kind. */
function spreadOver(count: number, requests: number): Activity4Input {
  const input = inventedInput(requests)
  const kinds = ['ministerio', 'secretaria', 'comision', 'descentralizada', 'municipalidad', 'otra']
  return {
    ...input,
    institutions: Array.from({ length: count }, (_, at) => ({
      id: `i${at}`,
      name: `Institución de Nombre Inventado ${at}`,
      acronym: null,
      kind: kinds[at % kinds.length] ?? '',
    })),
    cases: input.cases.map((facts, at) => ({ ...facts, institutionId: `i${at % count}` })),
  }
}

function tablesOf({ blocks }: ReportDocument): readonly TableBlock[] {
  return blocks.filter(block => block.kind === 'table')
}

describe('the conformance of what is printed', function () {
  this.timeout(120_000)

  for (const [title, input] of inputs) {
    it(`holds for the Activity 4 report of ${title}`, async () => {
      await expectSound(activity4(input, 'es-GT'), 'A4')
      await expectSound(activity4(input, 'en'), 'LETTER')
    })
  }

  it('holds for 10,000 requests', async () => {
    await expectSound(activity4(inventedInput(10_000), 'es-GT'), 'LETTER')
  })

  it('holds for 3,000 institutions, of which it prints a few hundred', async () => {
    const report = activity4(spreadOver(3000, 3000), 'en')
    await expectSound(report, 'A4')
    for (const { caption, groups } of tablesOf(report)) {
      const rows = groups.reduce((sum, group) => sum + group.rows.length, 0)
      expect(rows, caption).to.be.at.most(201)
    }
  })

  for (const language of ['es-GT', 'en'] as const) {
    it(`holds for the papers of one request in ${language}`, async () => {
      const name = `${longName.slice(0, 120)} ${signs} ${mayan}`
      for (const facts of [silence, { ...silence, institution: name, organisation: name, title: name }])
        await expectSound(silenceDocument({ facts, language }), 'A4')
    })

    it(`holds for the yearly report in ${language}`, async () => {
      const institution = { name: `${signs} ${mayan}`, acronym: null }
      for (const figures of [
        yearFigures([]),
        yearFigures(inventedYear(30), { institution, asOf: day('2025-11-30') }),
        yearFigures(inventedYear(1200), { institution: { name: longName, acronym: null } }),
      ])
        await expectSound(article48Document({ figures, language }), 'LETTER')
    })
  }

  it('holds for the letter that seeks a review', async () => {
    await expectSound(reviewLetter(letter), 'A4')
    await expectSound(reviewLetter({ ...letter, name: mayan, text: signs, institution: longName }), 'LETTER')
  })

  it('prints three hundred cases of a year, and says where the others are', () => {
    const { blocks } = article48Document({ figures: yearFigures(inventedYear(1200)), language: 'es-GT' })
    const said = blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs : []))
    expect(said.join('\n')).to.match(/Se imprimen 300 de 1,0\d\d casos/)
    for (const block of blocks)
      if (block.kind === 'table') expect(block.groups[0]?.rows.length).to.be.at.most(300)
  })
})

describe('a letter that no face has', () => {
  const han = '龍'
  const input = inputOf(twelve, { asOf })
  const training: Training = {
    ...{ id: 't', on: day('2025-05-05'), days: 1, title: `Taller ${han}`, kind: 'taller', hours: 2 },
    ...{ audience: 'organisations', organisationIds: ['faro'], institutionIds: [], participants: 3 },
    ...{ women: null, men: null, otherGender: null, answers: null, meanBefore: null, meanAfter: null },
  }
  const assistance = {
    ...{ id: 'a', on: day('2025-05-05'), organisationId: 'faro', minutes: 30, requestIds: [] },
    subject: `Plazos ${han}`,
  }
  const delivery: Dissemination = {
    ...{ id: 'd', on: day('2025-05-05'), audience: 'units', institutionId: 'puertos', means: 'papel' },
    report: { sha256: 'a'.repeat(64), from: day('2025-01-01'), to: day('2025-03-31') },
    acknowledgedOn: null,
    answers: [{ on: day('2025-05-06'), text: `Recibido ${han}` }],
  }
  const none = { trainings: [], assistances: [], disseminations: [] }
  const edition: EditionText = {
    code: 'A4-2025-1',
    supersedes: null,
    changes: [],
    asked: [],
    replies: [],
    challenges: [],
  }
  const document = (changes: Partial<Activity4Input>, said: Partial<EditionText> | null = null) => {
    const figures = activity4Figures({ ...input, ...changes })
    const words = said === null ? {} : { edition: { ...edition, ...said } }
    return activity4Document({ figures, cases: input.cases, language: 'es-GT', ...words })
  }
  const reply = {
    ...{ institutionId: 'puertos', institution: 'Ministerio de Puertos', on: day('2026-02-01') },
    text: `No es así ${han}`,
  }
  const figures = yearFigures([], { institution: { name: `Registro ${han}`, acronym: null } })

  const cases: readonly [string, () => ReportDocument, string][] = [
    [
      'an institution’s name',
      () => document({ institutions: named(`Registro ${han}`).institutions }),
      'Registro',
    ],
    [
      'an organisation’s name',
      () => document({ organisations: [{ id: 'faro', name: `Red ${han}` }] }),
      'Red',
    ],
    ['a training’s subject', () => document({ activities: { ...none, trainings: [training] } }), 'Taller'],
    [
      'the subject of an assistance',
      () => document({ activities: { ...none, assistances: [assistance] } }),
      'Plazos',
    ],
    [
      'an answer to a delivery',
      () => document({ activities: { ...none, disseminations: [delivery] } }),
      'Recibido',
    ],
    ['an institution’s reply', () => document({}, { replies: [reply] }), 'No es así'],
    ['the yearly report’s name', () => article48Document({ figures, language: 'es-GT' }), 'Registro'],
    ['a letter’s request', () => reviewLetter({ ...letter, text: `Pido ${han}` }), 'Pido'],
    [
      'a certificate’s title',
      () => silenceDocument({ facts: { ...silence, title: `Contratos ${han}` }, language: 'es-GT' }),
      'Contratos',
    ],
  ]
  for (const [where, report, words] of cases) {
    it(`is named where it stands: ${where}`, async () => {
      const error = await renderBytes(report()).catch((reason: unknown) => reason)
      expect(error).to.be.an('error').with.property('name', 'MissingGlyphError')
      expect(error).to.include({ character: han, codePoint: 'U+9F8D' })
      expect(error).to.have.property('text').that.includes(words)
      expect(error).to.have.property('place').that.is.a('string').and.not.empty
    })
  }

  it('lets no byte of the file be written', async () => {
    let written = 0
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        written += chunk.length
        done()
      },
    })
    const report = reportOf([
      { kind: 'paragraph', runs: ['Sí.'] },
      { kind: 'paragraph', runs: [han] },
    ])
    await renderPdf(report, sink).catch(() => null)
    expect(written).to.equal(0)
  })
})

describe('pdf.js', () => {
  it('is heard when it complains', async () => {
    const bytes = await renderBytes(reportOf([{ kind: 'paragraph', runs: ['Faros'] }]))
    const torn = Buffer.concat([bytes.subarray(0, bytes.length - 40), Buffer.from('startxref\n1\n%%EOF\n')])
    const { warnings } = await readWithPdfjs(torn).catch(() => ({ warnings: ['refused'] }))
    expect(warnings).not.to.eql([])
  })
})
