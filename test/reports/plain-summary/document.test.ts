import { expect } from 'chai'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import type { Activity4Input } from '../../../reports/activity-4/inputs.ts'
import type { EditionText } from '../../../reports/activity-4/edition-text.ts'
import { textOf, type Block, type ReportLanguage } from '../../../reports/blocks.ts'
import { plainSummary } from '../../../reports/plain-summary/document.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { inputOf } from '../activity-4/cases.ts'
import { inventedInput } from '../activity-4/invented-cases.ts'
import { asOf, twelve } from '../activity-4/twelve-cases.ts'

const edition: EditionText = {
  code: 'A4-2025-12',
  supersedes: null,
  changes: [],
  asked: [],
  replies: [],
  challenges: [],
}
const site = 'https://seguimiento.informacion-publica.ejemplo.gt'

function summaryOf(input: Activity4Input, language: ReportLanguage = 'es-GT') {
  return plainSummary({ figures: activity4Figures(input), cases: input.cases, language, edition, site })
}

function wordsIn(block: Block): string {
  if (block.kind === 'list') return block.items.map(textOf).join('\n')
  if (block.kind === 'keyFigures')
    return block.figures.map(({ value, label, note }) => `${value} ${label} ${note}`).join('\n')
  return 'runs' in block ? textOf(block.runs) : ''
}

function longNames(input: Activity4Input): Activity4Input {
  const name = 'Dirección General de Asuntos Interinstitucionales de Kʼicheʼ y '.repeat(4).slice(0, 200)
  return { ...input, institutions: input.institutions.map((body, at) => ({ ...body, name: `${name}${at}` })) }
}

describe('the summary in plain words', function () {
  this.timeout(60_000)

  const inputs: readonly [string, Activity4Input][] = [
    ['an empty period', inputOf([])],
    ['one request', inputOf(twelve.slice(0, 1), { asOf })],
    ['twelve requests', inputOf(twelve, { asOf })],
    ['six hundred requests', inventedInput(600)],
    ['names of 200 letters', longNames(inventedInput(300))],
  ]
  for (const [title, input] of inputs) {
    for (const language of ['es-GT', 'en'] as const) {
      it(`of ${title} is one tagged page in ${language}`, async () => {
        const pdf = await loadPdf(await renderBytes(summaryOf(input, language)))
        expect(checkPdf(pdf)).to.eql([])
        expect(pdf.getPageCount()).to.equal(1)
      })
    }
  }

  it('has five figures, each with what it is of, from the figures alone', () => {
    const input = inventedInput(300)
    const { volume, timeliness, outcomes } = activity4Figures(input).indicators
    const found = summaryOf(input).blocks.flatMap(block => (block.kind === 'keyFigures' ? block.figures : []))
    const [received, ...shares] = found
    expect(received?.value).to.equal(String(volume.received.count))
    const figures = [timeliness.onTime, timeliness.late, timeliness.unanswered, outcomes.full]
    expect(shares.map(({ note }) => note.split(' ').slice(0, 3).join(' '))).to.eql(
      figures.map(({ count, n }) => `${count} de ${n}`),
    )
    for (const { opens = [] } of found) expect(opens).to.have.length(1)
  })

  it('gives a count and no percentage of fewer than ten, and says so', () => {
    const words = summaryOf(inputOf(twelve.slice(0, 4), { asOf }))
      .blocks.map(wordsIn)
      .join('\n')
    expect(words).not.to.match(/\d\s%/)
    expect(words).to.match(/muy pocas para hablar de un porcentaje|Todavía ninguna/)
  })

  it('says nothing of an empty period but that it is empty', () => {
    const { blocks } = summaryOf(inputOf([]))
    expect(blocks.filter(({ kind }) => kind === 'keyFigures')).to.eql([])
    expect(blocks.map(wordsIn).join('\n')).to.include('No hay nada que contar')
  })

  it('is written in short sentences', () => {
    for (const language of ['es-GT', 'en'] as const) {
      const { blocks } = summaryOf(inventedInput(300), language)
      const sentences = blocks
        .flatMap(block => (block.kind === 'keyFigures' ? [] : [wordsIn(block)]))
        .flatMap(text => text.split(/(?<=[.:])\s+/))
      for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).to.be.at.most(25)
    }
  })
})
