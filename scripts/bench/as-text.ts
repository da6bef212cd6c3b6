import type { Bar, Figure, SceneResult } from './figures.ts'

/** A line a figure: what was measured, its limit in the same run, their ratio, the bar, and whether it is held. */
export function sceneAsText({ scene, sizes, figures, counts }: SceneResult): string {
  return [
    `${scene} (${listed(sizes)})`,
    ...figures.map(each => `  ${lineOf(each)}`),
    `  · ${listed(counts)}`,
    '',
  ].join('\n')
}

function lineOf({ name, value, unit, limit, ratio, bar, passed }: Figure): string {
  const held = passed === null ? '     ' : passed ? 'holds' : 'MISS '
  const against = limit && ratio !== null ? `${limit.name} ${short(limit.value)}, ratio ${short(ratio)}` : ''
  const barText = bar ? `bar ${boundOf(bar)}` : ''
  return `${held} ${name.padEnd(36)} ${short(value).padStart(12)} ${unit.padEnd(8)} ${against.padEnd(44)} ${barText}`.trimEnd()
}

function boundOf({ of, kind, value }: Bar): string {
  return `${of === 'ratio' ? 'ratio ' : ''}${kind === 'atLeast' ? '≥' : '≤'} ${short(value)}`
}

function listed(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${short(value)}`)
    .join(', ')
}

function short(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}
