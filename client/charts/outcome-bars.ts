import { fitLines, fitText, rectMark, textMark, textSize, widest } from './marks.ts'
import { contrast, labelOn, palette, segmentFills } from './palette.ts'
import type { Mark, Measure, Scene, SceneFrame } from './scene.ts'

export type OutcomeBars = {
  title: string
  /** Names of the outcomes, from left to right; at most five. */
  outcomes: readonly string[]
  rows: readonly OutcomeRow[]
  /** Heads the column of totals. */
  totalLabel: string
  format: (value: number) => string
  /** Stands in place of a bar of nothing. */
  empty: string
}

export type OutcomeRow = {
  label: string
  /** One count an outcome, in the order of `outcomes`. */
  counts: readonly number[]
  /** The row that sums up the others. */
  strong?: boolean
}

/** Of a name on two lines; a row that is not so tall has one, or its neighbours' would touch it. */
const lineHeight = 8
const tallEnough = 14

/** Blank behind the bars, for the share of a last outcome too small to bear its own label. */
const beside = 16

type Plot = { data: OutcomeBars; left: number; right: number; width: number; measure: Measure }

/** Shares of outcomes as one bar a row, all of the same length, with the totals beside them. */
export function outcomeBars(data: OutcomeBars, frame: SceneFrame): Scene {
  const { width, measure } = frame
  const labels = data.rows.map(row => row.label)
  const totals = data.rows.map(row => data.format(totalOf(row)))
  const left = Math.min(widest(labels, measure, textSize.label, 'bold') + 8, width * 0.4)
  const right = width - widest([...totals, data.totalLabel], measure, textSize.label, 'bold') - 8 - beside
  const plot: Plot = { data, left, right, width, measure }
  const legend = legendMarks(plot)
  const pitch = Math.min(20, Math.max(12, (frame.height - legend.height) / Math.max(data.rows.length, 1)))
  const rows = data.rows.flatMap((row, at) => rowMarks(plot, row, legend.height + at * pitch, pitch - 4))
  return {
    width,
    height: Math.ceil(legend.height + data.rows.length * pitch),
    title: data.title,
    desc: describe(data),
    marks: [...legend.marks, ...rows],
  }
}

/** The legend stands above the bars; where one line cannot hold it, it takes the whole width and goes on below. */
function legendMarks({ data, left, right, width, measure }: Plot): { marks: Mark[]; height: number } {
  const rooms = data.outcomes.map(outcome => measure(outcome, textSize.label, 'regular') + 11)
  const whole = rooms.reduce((sum, room) => sum + room + 10, -10)
  const end = right + beside
  const start = left + whole > end ? 0 : left
  const marks: Mark[] = []
  let x = start
  let y = 8
  data.outcomes.forEach((outcome, at) => {
    const room = rooms[at] ?? 0
    if (x > start && x + room > end) {
      x = start
      y += 12
    }
    marks.push(rectMark(x, y - 6.5, 7, 7, fillAt(at)), textMark(x + 10, y, outcome))
    x += room + 10
  })
  marks.push(textMark(width, y, data.totalLabel, { anchor: 'end', fill: palette.muted }))
  return { marks, height: y + 8 }
}

function rowMarks(plot: Plot, row: OutcomeRow, top: number, height: number): Mark[] {
  const { data, left, right, width, measure } = plot
  const weight = row.strong === true ? 'bold' : 'regular'
  const baseline = top + height / 2 + 2.8
  const total = totalOf(row)
  const fit = height < tallEnough ? fitText : fitLines
  const lines = [fit(row.label, left - 8, measure, textSize.label, weight)].flat()
  const marks: Mark[] = [
    ...lines.map((text, at) =>
      textMark(left - 8, baseline + (at - (lines.length - 1) / 2) * lineHeight, text, {
        anchor: 'end',
        weight,
      }),
    ),
    textMark(width, baseline, data.format(total), { anchor: 'end', weight }),
  ]
  if (total === 0) return [...marks, textMark(left, baseline, data.empty, { fill: palette.muted })]
  let x = left
  row.counts.forEach((count, at) => {
    const length = ((right - left) * count) / total
    if (count > 0) marks.push(...segmentMarks(measure, x, top, length, height, count / total, fillAt(at)))
    x += length
  })
  return [...marks, ...lastShare(plot, row, total, baseline)]
}

/** The last outcome is the one that matters most, however small. */
function lastShare(
  { data, left, right, measure }: Plot,
  row: OutcomeRow,
  total: number,
  baseline: number,
): Mark[] {
  const at = data.outcomes.length - 1
  const share = (row.counts[at] ?? 0) / total
  const label = shareLabel(share)
  if (share === 0 || fits(measure, label, (right - left) * share)) return []
  const fill = contrast(fillAt(at), palette.white) >= 4.5 ? fillAt(at) : palette.ink
  return [textMark(right + 3, baseline, label, { size: textSize.axis, weight: 'bold', fill })]
}

function fits(measure: Measure, label: string, length: number): boolean {
  return measure(label, textSize.axis, 'regular') + 4 <= length
}

function shareLabel(share: number): string {
  return share > 0 && share < 0.005 ? '<1' : String(Math.round(share * 100))
}

function segmentMarks(
  measure: Measure,
  x: number,
  top: number,
  length: number,
  height: number,
  share: number,
  fill: string,
): Mark[] {
  const bar = rectMark(x, top, Math.max(length - 0.6, 0.3), height, fill)
  const label = shareLabel(share)
  if (!fits(measure, label, length)) return [bar]
  const middle = { anchor: 'middle', size: textSize.axis, fill: labelOn(fill) } as const
  return [bar, textMark(x + length / 2, top + height / 2 + 2.6, label, middle)]
}

function fillAt(at: number): string {
  return segmentFills[at % segmentFills.length] ?? palette.navy
}

function totalOf(row: OutcomeRow): number {
  return row.counts.reduce((sum, count) => sum + count, 0)
}

function describe({ outcomes, rows, format, empty }: OutcomeBars): string {
  const sentences = rows.map(row => {
    if (totalOf(row) === 0) return `${row.label}: ${empty}.`
    const parts = outcomes.map((outcome, at) => `${outcome} ${format(row.counts[at] ?? 0)}`)
    return `${row.label} (${format(totalOf(row))}): ${parts.join(', ')}.`
  })
  return sentences.join(' ')
}
