import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { expect } from 'chai'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import type { Activity4Input } from '../../../reports/activity-4/inputs.ts'
import { renderPdf } from '../../../reports/pdf/render-pdf.ts'
import { checkPdf } from '../../support/pdf-checker.ts'
import { loadPdf, renderBytes } from '../../support/rendered.ts'
import { day, inputOf } from './cases.ts'
import { inventedInput } from './invented-cases.ts'
import { asOf, twelve } from './twelve-cases.ts'

async function printed(input: Activity4Input, language: 'es-GT' | 'en' = 'es-GT') {
  const hash = createHash('sha256')
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done()
    },
  })
  const document = activity4Document({ figures: activity4Figures(input), cases: input.cases, language })
  const { pages } = await renderPdf(document, sink)
  return { pages, sha256: hash.digest('hex') }
}

describe('the Activity 4 report as a PDF', () => {
  it('has the same bytes twice, in either language', async () => {
    expect(await printed(inventedInput(40))).to.eql(await printed(inventedInput(40)))
    const input = inputOf(twelve, { asOf })
    expect(await printed(input, 'en')).to.eql(await printed(input, 'en'))
  })

  it('keeps the rules of a tagged PDF', async () => {
    const input = inventedInput(120)
    const figures = activity4Figures(input)
    const bytes = await renderBytes(activity4Document({ figures, cases: input.cases, language: 'es-GT' }))
    expect(checkPdf(await loadPdf(bytes))).to.eql([])
  })

  const longName = `${'Dirección General de Asuntos Interinstitucionales y '.repeat(4)}Otros`.slice(0, 200)
  const inputs: readonly [string, Activity4Input][] = [
    ['an empty period', inputOf([])],
    ['a single institution', inputOf(twelve.slice(0, 1), { asOf })],
    ['twelve requests', inputOf(twelve, { asOf })],
    ['a single day', inputOf(twelve, { period: { from: day('2025-02-17'), to: day('2025-02-17') }, asOf })],
    ['five years', inventedInput(60, { period: { from: day('2021-01-01'), to: day('2025-12-31') } })],
    ['names of 200 characters', named(longName)],
    ['marks of XML', named('Ríos & <Lagos> "Unidos" \'Sur\'')],
    ['Mayan spellings', named('Kʼicheʼ, Qʼeqchiʼ, Tzʼutujil, Mam, Kaqchikel, Ixil, ẍ')],
  ]

  for (const [title, input] of inputs) {
    it(`prints ${title}`, async () => {
      expect((await printed(input)).pages).to.be.greaterThan(5)
    })
  }
})

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
