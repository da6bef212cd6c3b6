import type { ObjectSchema } from 'joi'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Cursor, Page } from '../../store/collection.ts'
import type { Correcting, Recorded } from '../../store/recorded.ts'
import type { FieldFault } from '../parse.ts'
import type { CsvValue } from './csv-text.ts'

/**
 * A register of what the coordination did: entries are added, corrected with a reason, annulled, brought in
 * and taken out as CSV, and never deleted. Each feature describes its own; the acts and routes are the same.
 */
export interface Register<Item extends Recorded, Fields extends object> {
  /** Below /api/v1, such as '/trainings'. */
  readonly path: string
  /** Of the CSV file, without its ending. */
  readonly fileName: string
  readonly schema: ObjectSchema<Fields>
  readonly store: RegisterStore<Item, Fields>
  readonly columns: readonly CsvColumn<Item>[]
  /** What a schema cannot see: references that nobody knows, days to come. */
  check(fields: Fields, today: CalendarDate): Promise<readonly FieldFault[]>
  make(fields: Fields, recorded: Recorded): Item
  fieldsOf(item: Item): Fields
  /** What is told of an entry beyond its own fields. */
  extraOf(item: Item): Promise<object>
}

export interface RegisterStore<Item, Fields> {
  find(id: string): Promise<Item | null>
  add(item: Item): Promise<void>
  addMissing(items: readonly Item[]): Promise<string[]>
  correct(id: string, version: number, change: Correcting<Fields>): Promise<Item>
  list(page: { limit: number; after: Cursor | null }): Promise<Page<Item>>
  all(): AsyncIterable<Item>
}

/** One column of the CSV file, for both directions. */
export interface CsvColumn<Item> {
  readonly name: string
  /** The field of the body that it fills, by which its faults are told. */
  readonly field: string
  /** What stands there in the template that people start from. */
  readonly example: string
  write(item: Item): CsvValue | Promise<CsvValue>
  /** What the schema is to judge; undefined leaves the field out. */
  read(text: string, today: CalendarDate): unknown
}
