import { expect } from 'chai'
import { estimateWidth } from '../../../client/charts/scene.ts'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { dayStrip, type DayStrip } from '../../../reports/activity-4/day-strip.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { day, inputOf } from './cases.ts'
import { inventedInput } from './invented-cases.ts'

const strip: DayStrip = {
  from: day('2025-01-01'),
  to: day('2025-12-31'),
  received: new Map([
    [day('2025-03-03'), 9],
    [day('2025-03-04'), 1],
  ]),
  missed: new Set([day('2025-03-17')]),
  month: month => month.slice(5),
  title: 'Solicitudes por día',
  desc: '',
}

function coverOf(period: { from: string; to: string }, requests = 60) {
  const days = { from: day(period.from), to: day(period.to) }
  const input = requests === 0 ? inputOf([], { period: days }) : inventedInput(requests, { period: days })
  const [cover] = activity4Document({
    figures: activity4Figures(input),
    cases: input.cases,
    language: 'es-GT',
  }).blocks
  if (cover?.kind !== 'cover') throw new RangeError('No cover')
  return cover
}

describe('the days on the cover', () => {
  const { marks, width, height } = dayStrip(strip, { width: 487, height: 120, measure: estimateWidth })

  it('are as many squares as the period has days, a dot more for each missed term, within the space', () => {
    const squares = marks.filter(mark => mark.kind === 'rect')
    expect(squares.length).to.equal(365 + 1)
    for (const { x, y, width: w, height: h } of squares) {
      expect([x + w <= width, y + h <= height, x >= 0, y >= 0]).to.eql([true, true, true, true])
    }
  })

  it('bear the names of the twelve months, apart from one another', () => {
    const labels = marks.filter(mark => mark.kind === 'text')
    expect(labels.map(({ text }) => text)).to.eql(
      Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')),
    )
    labels.slice(1).forEach(({ x }, at) => expect(x - (labels[at]?.x ?? 0)).to.be.greaterThan(20))
  })

  it('say in words what they show', () => {
    const { picture } = coverOf({ from: '2025-01-01', to: '2025-12-31' })
    expect(picture?.alt).to.match(
      /^Solicitudes por día\. .*: \d+, en \d+ días; lo más en un día, \d+ \(.*2025\)/,
    )
    expect(picture?.alt.length).to.be.within(40, 800)
  })

  it('are left out of a period too short or too long for them, or without requests', () => {
    expect(coverOf({ from: '2025-03-03', to: '2025-03-09' })).not.to.have.property('picture')
    expect(coverOf({ from: '2021-01-01', to: '2025-12-31' })).not.to.have.property('picture')
    expect(coverOf({ from: '2025-01-01', to: '2025-12-31' }, 0)).not.to.have.property('picture')
  })
})
