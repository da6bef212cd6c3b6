import type { Words } from './open-charts/figure-chart.ts'

/** Kinds of institutions, in the order in which they are offered. */
export const sectors = [
  'ministerio',
  'secretaria',
  'comision',
  'descentralizada',
  'municipalidad',
  'otra',
] as const

export type Sector = (typeof sectors)[number]

export function isSector(text: string): text is Sector {
  return sectors.some(one => one === text)
}

/** What a kind of institution is called; one that has no name yet keeps its own word. */
export function sectorName({ t }: Pick<Words, 't'>, kind: string): string {
  return isSector(kind) ? t(`sectors.${kind}`) : kind
}
