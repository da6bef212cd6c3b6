import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { daysHistogram } from '../../../client/charts/days-histogram.ts'
import { funnelPlot } from '../../../client/charts/funnel-plot.ts'
import { intervalPlot } from '../../../client/charts/interval-plot.ts'
import { monthlyLines } from '../../../client/charts/monthly-lines.ts'
import { outcomeBars } from '../../../client/charts/outcome-bars.ts'
import { estimateWidth } from '../../../client/charts/scene.ts'
import type { Scene, SceneFrame, TextMark } from '../../../client/charts/scene.ts'
import { sceneToSvg } from '../../../client/charts/svg.ts'
import {
  sampleFunnel,
  sampleHistogram,
  sampleIntervals,
  sampleMonthly,
  sampleOutcomes,
} from '../../support/sample-charts.ts'

const frames: readonly SceneFrame[] = [
  { width: 363, height: 150, measure: estimateWidth },
  { width: 340, height: 220, measure: estimateWidth },
  { width: 570, height: 200, measure: estimateWidth },
]

const long = 'Dirección Nacional de Bibliotecas, Archivos y Caminos Antiguos de los Kʼicheʼ y los Qʼeqchiʼ'
const nothing = sampleMonthly.series.map(series => ({ ...series, values: series.values.map(() => null) }))
const zeros = sampleMonthly.series.map(series => ({ ...series, values: series.values.map(() => 0) }))
const gap = sampleMonthly.series.map(series => ({
  ...series,
  values: series.values.map((v, at) => (at === 4 ? null : v)),
}))

const scenes: readonly [string, (frame: SceneFrame) => Scene][] = [
  ['monthly lines', frame => monthlyLines(sampleMonthly, frame)],
  ['monthly lines of nothing', frame => monthlyLines({ ...sampleMonthly, series: nothing }, frame)],
  ['monthly lines of zeros', frame => monthlyLines({ ...sampleMonthly, series: zeros }, frame)],
  ['monthly lines with a gap', frame => monthlyLines({ ...sampleMonthly, series: gap }, frame)],
  [
    'one month',
    frame =>
      monthlyLines(
        { ...sampleMonthly, months: ['ene'], series: gap.map(s => ({ ...s, values: [3] })) },
        frame,
      ),
  ],
  ['outcome bars', frame => outcomeBars(sampleOutcomes, frame)],
  [
    'outcome bars of long names',
    frame => outcomeBars({ ...sampleOutcomes, rows: [{ label: long, counts: [1, 0, 0, 0, 9] }] }, frame),
  ],
  ['outcome bars of nothing', frame => outcomeBars({ ...sampleOutcomes, rows: [] }, frame)],
  ['days histogram', frame => daysHistogram(sampleHistogram, frame)],
  [
    'days histogram of nothing',
    frame => daysHistogram({ ...sampleHistogram, counts: [0, 0], beyond: 0 }, frame),
  ],
  [
    'days histogram of late answers only',
    frame => daysHistogram({ ...sampleHistogram, counts: [0, 0], beyond: 7 }, frame),
  ],
  ['funnel plot', frame => funnelPlot(sampleFunnel, frame)],
  ['funnel plot of nothing', frame => funnelPlot({ ...sampleFunnel, points: [] }, frame)],
  [
    'funnel plot where all are on time',
    frame =>
      funnelPlot(
        {
          ...sampleFunnel,
          overall: { rate: 1, label: 'general 100\u00a0%' },
          points: [10, 11, 4000].map(n => ({ label: long, n, rate: 1 })),
        },
        frame,
      ),
  ],
  [
    'funnel plot of a crowd',
    frame =>
      funnelPlot(
        {
          ...sampleFunnel,
          points: Array.from({ length: 300 }, (_, at) => ({
            label: `I${at}`,
            n: 10 + (at % 60),
            rate: (at % 31) / 30,
          })),
        },
        frame,
      ),
  ],
  ['interval plot', frame => intervalPlot(sampleIntervals, frame)],
  ['interval plot of nothing', frame => intervalPlot({ ...sampleIntervals, rows: [] }, frame)],
  [
    'interval plot with extremes',
    frame =>
      intervalPlot(
        {
          ...sampleIntervals,
          overall: { rate: 1, label: long },
          rows: [{ label: long, n: 1, interval: { rate: 1, low: 0, high: 1 } }],
        },
        frame,
      ),
  ],
]

describe('charts', () => {
  for (const [title, draw] of scenes) {
    it(`keep every mark of ${title} inside the scene`, () => {
      for (const frame of frames) {
        const scene = draw(frame)
        for (const mark of scene.marks) {
          const numbers = Object.values(mark).filter(value => typeof value === 'number')
          expect(numbers.every(Number.isFinite), JSON.stringify(mark)).to.equal(true)
          if (mark.kind === 'path') expect(mark.d).not.to.include('NaN')
          if (mark.kind === 'text') expectInside(mark, scene)
          if (mark.kind === 'rect') {
            expect(mark.x).to.be.at.least(0)
            expect(mark.x + mark.width).to.be.at.most(scene.width + 0.1)
            expect(mark.y).to.be.at.least(0)
            expect(mark.y + mark.height).to.be.at.most(scene.height + 0.1)
          }
        }
      }
    })

    it(`keep the texts of ${title} apart`, () => {
      for (const frame of frames) {
        const boxes = draw(frame).marks.flatMap(mark => (mark.kind === 'text' ? [boxOf(mark)] : []))
        boxes.forEach((box, at) => {
          for (const other of boxes.slice(at + 1)) {
            const apart =
              box.right <= other.left ||
              other.right <= box.left ||
              box.bottom <= other.top ||
              other.bottom <= box.top
            expect(apart, `${box.text} over ${other.text} at ${frame.width}`).to.equal(true)
          }
        })
      }
    })
  }

  it('say their figures in words', () => {
    const [frame] = frames
    if (frame === undefined) return expect.fail('no frame')
    expect(monthlyLines(sampleMonthly, frame).desc).to.include('recibidas: ene 880, feb 930')
    expect(outcomeBars(sampleOutcomes, frame).desc).to.include('Sin solicitudes: Sin datos.')
    expect(daysHistogram(sampleHistogram, frame).desc).to.include('más de 40: 62.')
    expect(intervalPlot(sampleIntervals, frame).desc).to.include(
      'San Telmo: 55\u00a0% (49\u00a0%–61\u00a0%; n = 301)',
    )
  })

  it('tell long names of an interval plot apart on two lines', () => {
    const [row] = sampleIntervals.rows
    if (row === undefined) return expect.fail('no row')
    const rows = ['Loma Verde', 'Río Hondo'].map(end => ({ ...row, label: `Municipalidad de ${end}` }))
    const { marks } = intervalPlot(
      { ...sampleIntervals, rows, twoLines: true },
      { width: 200, height: 80, measure: estimateWidth },
    )
    const texts = marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))
    expect(texts).to.include.members(['Municipalidad de', 'Loma Verde', 'Río Hondo'])
  })

  it('shorten no name and no figure where a second line or smaller letters hold them', () => {
    const narrow = { width: 200, height: 150, measure: estimateWidth }
    const textsOf = ({ marks }: Scene) => marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))
    const rows = [{ label: 'Otras instituciones', counts: [1, 2, 3, 4, 5] }]
    expect(textsOf(outcomeBars({ ...sampleOutcomes, rows }, narrow))).to.include.members([
      'Otras',
      'instituciones',
    ])
    const zones = sampleHistogram.zones.map(zone => ({ ...zone, label: 'hasta el día 10' }))
    const heads = textsOf(daysHistogram({ ...sampleHistogram, zones }, narrow))
    expect(heads.filter(text => text.includes('…'))).to.eql([])
    expect(heads).to.include.members(['81.0\u00a0%', 'hasta el', 'día 10'])
  })

  it('name in the funnel plot those outside its limits alone', () => {
    const scene = funnelPlot(sampleFunnel, { width: 480, height: 190, measure: estimateWidth })
    const texts = scene.marks.flatMap(mark => (mark.kind === 'text' ? [mark] : []))
    const named = sampleFunnel.points.filter(({ label }) => texts.some(({ text }) => text === label))
    expect(named.map(({ label }) => label)).to.eql(['MHC', 'MCP', 'San Telmo', 'INC', 'SAC', 'IGP'])
    const bold = texts.filter(({ weight }) => weight === 'bold').map(({ text }) => text)
    expect(bold).to.have.members(['MHC', 'MCP', 'San Telmo', 'general 81\u00a0%'])
  })

  it('say of the funnel plot who is outside, and how many are within', () => {
    const { desc } = funnelPlot(sampleFunnel, { width: 480, height: 190, measure: estimateWidth })
    expect(desc).to.match(
      /^general 81\u00a0%\. Dentro de los límites: \d\. MHC: 92\u00a0% \(n = 968; fuera de 99\.8/,
    )
  })

  it('draw the interval plot as agreed', () => {
    const scene = intervalPlot(
      { ...sampleIntervals, rows: sampleIntervals.rows.slice(3, 4) },
      { width: 340, height: 80, measure: estimateWidth },
    )
    const golden: unknown = JSON.parse(
      readFileSync(new URL('interval-plot.golden.json', import.meta.url), 'utf8'),
    )
    expect(scene).to.deep.equal(golden)
  })
})

describe('sceneToSvg', () => {
  it('is one picture with a title and a description, escaped', () => {
    const svg = sceneToSvg({ width: 10, height: 5, title: 'a < "b"', desc: 'c & d', marks: [] }, { id: 'x' })
    expect(svg).to.equal(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5" class="chart" role="img" ' +
        'aria-labelledby="x-title x-desc"><title id="x-title">a &lt; &quot;b&quot;</title>' +
        '<desc id="x-desc">c &amp; d</desc></svg>',
    )
  })

  it('prints each kind of mark', () => {
    const [frame] = frames
    if (frame === undefined) return expect.fail('no frame')
    const svg = sceneToSvg(daysHistogram(sampleHistogram, frame), { id: 'h' })
    expect(svg.match(/<rect/g)).to.have.length(42)
    expect(svg).to.include('stroke-dasharray="1.5 1.5"').and.include('font-weight="600"')
    expect(sceneToSvg(monthlyLines(sampleMonthly, frame), { id: 'm' })).to.include('fill="none"')
  })
})

type TextBox = { left: number; right: number; top: number; bottom: number; text: string }

function boxOf({ x, y, text, size, anchor, weight }: TextMark): TextBox {
  const width = estimateWidth(text, size, weight)
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return { left, right: left + width, top: y - size * 0.66, bottom: y + size * 0.2, text }
}

function expectInside(mark: TextMark, scene: Scene): void {
  const box = boxOf(mark)
  expect(box.left, mark.text).to.be.at.least(-0.1)
  expect(box.right, mark.text).to.be.at.most(scene.width + 0.1)
  expect(box.top, mark.text).to.be.at.least(-0.1)
  expect(box.bottom, mark.text).to.be.at.most(scene.height + 0.1)
}
