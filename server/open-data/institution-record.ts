import { calendarDate } from '../domain/calendar/calendar-date.ts'
import type { GroupFigures } from '../domain/statistics/indicators.ts'
import type { Institution } from '../store/institution-store.ts'
import type { OpenData, OpenFigures, PublishedRecord } from './open-data.ts'
import { lastTwelveMonths } from './selection.ts'

/** An institution as the public list shows it. */
export interface InstitutionLine extends Pick<Institution, 'id' | 'name' | 'acronym' | 'kind'> {
  /** Null where nothing was received or due in the period: 0 would read as a record. */
  readonly figures: Pick<GroupFigures, 'onTime' | 'unanswered' | 'days'> | null
}

export interface InstitutionLines {
  readonly lines: readonly InstitutionLine[]
  readonly figures: OpenFigures
}

/** Of the last twelve months, in the order given: who has just changed the register sees the change. */
export async function institutionLines(
  openData: OpenData,
  institutions: readonly Institution[],
): Promise<InstitutionLines> {
  const { asOf } = await openData.record()
  const all = { ...lastTwelveMonths(asOf), kind: null, institutionId: null }
  const figures = await openData.figures(all)
  const groups = new Map(figures.byInstitution.map(group => [group.key, group]))
  return {
    figures,
    lines: institutions
      .filter(({ active }) => active)
      .map(({ id, name, acronym, kind }) => {
        const group = groups.get(id)
        return { ...{ id, name, acronym, kind }, figures: group && hasCases(group) ? group : null }
      }),
  }
}

function hasCases({ received, onTime }: GroupFigures): boolean {
  return received.count > 0 || (onTime.n ?? 0) > 0
}

/** What the public page of an institution tells. */
export interface InstitutionRecord {
  readonly institution: Institution
  /** Of the last twelve months. */
  readonly figures: OpenFigures
  /** Newest first; years without a request are left out. */
  readonly years: readonly { readonly year: number; readonly figures: OpenFigures }[]
  /** The requests received last, by id, newest first. */
  readonly latest: readonly string[]
}

const mostLatest = 5

/** What is on record of an institution, which is itself as the register has it now. */
export async function institutionRecord(
  openData: OpenData,
  institution: Institution,
): Promise<InstitutionRecord> {
  const { id } = institution
  const record = await openData.record()
  const of = { kind: null, institutionId: id }
  const own = record.cases.filter(({ institutionId }) => institutionId === id)
  const years: { year: number; figures: OpenFigures }[] = []
  for (const year of yearsIn(own)) {
    const period = { from: calendarDate(`${year}-01-01`), to: calendarDate(`${year}-12-31`) }
    years.push({ year, figures: await openData.figures({ ...period, ...of }) })
  }
  return {
    institution,
    figures: await openData.figures({ ...lastTwelveMonths(record.asOf), ...of }),
    years,
    latest: own
      .toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1))
      .slice(0, mostLatest)
      .map(facts => facts.id),
  }
}

function yearsIn(cases: PublishedRecord['cases']): number[] {
  const years = cases.flatMap(({ receivedOn, dueOn, answeredOn }) =>
    [receivedOn, dueOn, answeredOn].flatMap(day => (day === null ? [] : Number(day.slice(0, 4)))),
  )
  return [...new Set(years)].sort((a, b) => b - a)
}
