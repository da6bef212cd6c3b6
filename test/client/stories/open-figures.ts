import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import type { OpenFigures } from '../../../server/open-data/open-data.ts'
import { inventedInput } from '../../reports/activity-4/invented-cases.ts'

/** Figures of so many invented requests of a year, as the public pages are given them. */
export function openFigures(requests: number): OpenFigures {
  return { ...activity4Figures(inventedInput(requests)), takenAt: new Date('2026-11-23T15:04:00Z') }
}
