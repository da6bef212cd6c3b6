import type { Cell } from './csv.ts'
import { breachColumns, requestColumns } from './case-columns.ts'
import type { Column } from './column.ts'
import { closureColumns, institutionColumns } from './register-columns.ts'
import { figureColumns, figureLines } from './figure-columns.ts'
import type { OpenFigures, PublishedRecord } from './open-data.ts'

export const datasetNames = [
  'solicitudes',
  'incumplimientos',
  'instituciones',
  'cifras',
  'dias-inhabiles',
] as const

export type DatasetName = (typeof datasetNames)[number]

/** A dataset as it can be sent: its columns told, its rows one at a time. */
export interface Dataset {
  readonly name: DatasetName
  readonly columns: readonly ColumnText[]
  /** How many rows follow. */
  readonly count: number
  readonly rows: () => Iterable<readonly Cell[]>
}

export interface ColumnText {
  readonly name: string
  readonly es: string
  readonly en: string
}

export interface Material {
  readonly record: PublishedRecord
  /** Of the year that `cifras` tells, month by month and by institution. */
  readonly figures: OpenFigures
}

/** Every column of every dataset is listed by name: what is not listed cannot leave (LAIP 31). */
export function datasetOf(name: DatasetName, { record, figures }: Material): Dataset {
  const names = new Map(record.institutions.map(({ id, name: words }) => [id, words]))
  switch (name) {
    case 'solicitudes':
      return dataset(
        name,
        requestColumns,
        record.cases.map(facts => ({ facts, names })),
      )
    case 'incumplimientos':
      return dataset(
        name,
        breachColumns,
        record.cases.flatMap(facts => facts.breaches.map(breach => ({ facts, breach, names }))),
      )
    case 'instituciones':
      return dataset(name, institutionColumns, record.institutions)
    case 'cifras':
      return dataset(name, figureColumns, figureLines(figures))
    case 'dias-inhabiles':
      return dataset(
        name,
        closureColumns,
        record.closures.flatMap(closure => closure.days.map(day => ({ day, closure }))),
      )
  }
}

function dataset<Row>(name: DatasetName, columns: readonly Column<Row>[], items: readonly Row[]): Dataset {
  return {
    name,
    columns: columns.map(({ name: column, es, en }) => ({ name: column, es, en })),
    count: items.length,
    *rows() {
      for (const item of items) yield columns.map(({ value }) => value(item))
    },
  }
}
