import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { textOf, type ReportDocument } from '../../../reports/blocks.ts'
import type { Activities } from '../../../reports/activity-4/inputs.ts'
import type { EditionText } from '../../../reports/activity-4/edition-text.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { day } from './cases.ts'
import { inventedInput } from './invented-cases.ts'

const hard = 'Kʼicheʼ & <Qʼeqchiʼ> "ẍ" '

/** As many of each as are asked for, some of them hard to print. */
function activities(count: number, institutionIds: readonly string[]): Activities {
  const many = Array.from({ length: count }, (_, index) => index)
  const on = (index: number) => day(`2025-0${(index % 9) + 1}-1${index % 9}`)
  return {
    trainings: many.map(index => ({
      ...{ id: `t${index}`, on: on(index), days: 2, title: hard.repeat(8), kind: 'taller' },
      audience: index % 2 === 0 ? 'units' : 'organisations',
      ...{ organisationIds: ['faro'], institutionIds, participants: 20, women: 8, men: null, otherGender: 1 },
      ...{ hours: 2.5, answers: 10, meanBefore: 40, meanAfter: 70.5 },
    })),
    assistances: many.map(index => ({
      ...{ id: `a${index}`, on: on(index), organisationId: 'faro', subject: hard, minutes: 30 },
      requestIds: [],
    })),
    disseminations: many.map(index => ({
      ...{ id: `d${index}`, on: on(index), audience: 'units', institutionId: institutionIds[0] ?? null },
      ...{
        means: 'papel',
        report: { sha256: 'ab'.repeat(32), from: day('2024-01-01'), to: day('2024-06-30') },
      },
      ...{ acknowledgedOn: on(index), answers: [{ on: on(index), text: `${hard}\n\n${hard}` }] },
    })),
  }
}

const edition: EditionText = {
  ...{ code: 'A4-2025-2', supersedes: 'A4-2025-1', changes: [{ what: hard.repeat(20), why: hard }] },
  asked: [{ institutionId: 'puertos', institution: hard, on: day('2025-06-20'), until: day('2025-07-04') }],
  replies: [
    {
      ...{ institutionId: 'faros', institution: 'Registro de Faros', on: day('2025-07-01') },
      text: `${hard.repeat(300)}\n\n\tFin.`,
    },
    { institutionId: 'otro', institution: 'Otro ministerio', on: day('2025-07-01'), text: ' ' },
  ],
  challenges: [
    {
      institution: 'MEJ',
      figure: 'T3-open',
      claim: hard.repeat(30),
      state: 'rechazada',
      reason: hard.repeat(30),
    },
    { institution: 'MEJ', figure: 'otra', claim: hard, state: 'abierta', reason: null },
  ],
}

function documentOf(count: number, language: 'es-GT' | 'en'): ReportDocument {
  const input = inventedInput(120)
  const ids = [...new Set(input.cases.map(({ institutionId }) => institutionId))].slice(0, 4)
  const figures = activity4Figures({ ...input, activities: activities(count, ids) })
  return activity4Document({ figures, cases: input.cases, language, edition })
}

function bytesOf(count: number, language: 'es-GT' | 'en'): Promise<Uint8Array> {
  return renderBytes(documentOf(count, language))
}

describe('an edition of the Activity 4 report as a PDF', function () {
  this.timeout(60_000)

  for (const language of ['es-GT', 'en'] as const) {
    it(`keeps the rules of a tagged PDF in ${language}, whatever institutions wrote`, async () => {
      expect(checkPdf(await loadPdf(await bytesOf(5, language)))).to.eql([])
    })
  }

  it('has the same bytes twice', async () => {
    const digest = async () =>
      createHash('sha256')
        .update(await bytesOf(3, 'es-GT'))
        .digest('hex')
    expect(await digest()).to.equal(await digest())
  })

  it('prints the first rows of long registers, and says where the rest is', () => {
    const { blocks } = documentOf(230, 'es-GT')
    const table = blocks.find(block => block.kind === 'table' && block.caption === 'Asistencia técnica')
    expect(table?.kind === 'table' ? table.groups[0]?.rows.length : 0).to.equal(200)
    const words = blocks.flatMap(block => (block.kind === 'paragraph' ? [textOf(block.runs)] : []))
    expect(
      words.filter(text => text.includes('200 de 230 filas') && text.includes('cifras_')),
    ).to.have.length(2)
  })
})
