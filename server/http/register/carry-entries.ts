import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Actor } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import type { Recorded } from '../../store/recorded.ts'
import { fault, faultsOf, parse, type FieldFault } from '../parse.ts'
import { csvRows, type CsvRow } from './csv-rows.ts'
import { csvText } from './csv-text.ts'
import { freshly, requireKeeper, requireReader } from './keep-entry.ts'
import type { Register } from './register.ts'

export interface ImportResult {
  readonly rows: number
  /** On a dry run, how many would be. */
  readonly added: number
  /** Brought in before, or twice in the file: left as they are. */
  readonly known: number
  /** With a single one, nothing is kept. */
  readonly faults: readonly RowFault[]
}

export interface RowFault extends FieldFault {
  readonly row: number
  /** Empty where no column is to blame. */
  readonly column: string
}

/** Beside the register's own: of an entry that this site wrote out. */
const idColumn = 'id'
const annulledColumn = 'anulada'

/**
 * Brings in a CSV file, all of it or nothing. A row that was brought in before is known again by what it
 * says, or by the id with which this site wrote it out; annulled rows are passed over.
 * @throws AppError 'forbidden', 'invalid-input' (the file cannot be read as a table)
 */
export async function importEntries<Item extends Recorded, Fields extends object>(
  { clock }: Pick<Context, 'clock'>,
  actor: Actor,
  register: Register<Item, Fields>,
  { bytes, dryRun }: { bytes: Uint8Array; dryRun: boolean },
): Promise<ImportResult> {
  requireKeeper(actor)
  const names = register.columns.map(({ name }) => name)
  const rows = csvRows(bytes, [...names, idColumn, annulledColumn]).filter(
    ({ cells }) => cells.get(annulledColumn) !== '1',
  )
  const faults: RowFault[] = []
  const items = new Map<string, Item>()
  for (const row of rows) {
    const read = await readRow(register, row, clock.today())
    if ('faults' in read) faults.push(...read.faults)
    else {
      const id = idOf(register.path, row, read.fields)
      if (!items.has(id)) items.set(id, register.make(read.fields, freshly(id, actor, clock.now())))
    }
    if (row.number % 100 === 0) await setImmediate()
  }
  if (faults.length > 0) return { rows: rows.length, added: 0, known: 0, faults }
  const known = dryRun
    ? await alreadyThere(register, [...items.keys()])
    : (await register.store.addMissing([...items.values()])).length
  const added = items.size - known
  return { rows: rows.length, added, known: rows.length - added, faults: [] }
}

/** Every entry, annulled ones too, as `importEntries` reads it. @throws AppError 'forbidden' */
export async function exportEntries<Item extends Recorded, Fields extends object>(
  actor: Actor,
  register: Register<Item, Fields>,
): Promise<string> {
  requireReader(actor)
  const { columns } = register
  const rows = []
  for await (const item of register.store.all()) {
    const cells = await Promise.all(columns.map(column => column.write(item)))
    rows.push([...cells, item.id, item.annulled])
  }
  return csvText([...columns.map(({ name }) => name), idColumn, annulledColumn], rows)
}

/** What people start from: the columns, and one row that shows how each is written. */
export function templateOf(columns: Register<Recorded, object>['columns']): string {
  return csvText(
    columns.map(({ name }) => name),
    [columns.map(({ example }) => example)],
  )
}

async function readRow<Item extends Recorded, Fields extends object>(
  { columns, schema, check }: Register<Item, Fields>,
  { number, cells }: CsvRow,
  today: CalendarDate,
): Promise<{ fields: Fields } | { faults: readonly RowFault[] }> {
  const entries = await Promise.all(
    columns.map(async ({ name, field, read }) => [field, await read(cells.get(name) ?? '', today)] as const),
  )
  const body = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  const columnOf = ({ path }: FieldFault) =>
    columns.find(({ field }) => field === path.split('.')[0])?.name ?? ''
  const placed = (faults: readonly FieldFault[]) =>
    faults.map(each => ({ ...each, row: number, column: columnOf(each) }))
  try {
    const fields = parse(schema, body)
    const faults = await check(fields, today)
    return faults.length > 0 ? { faults: placed(faults) } : { fields }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error
    const faults = faultsOf(error)
    return { faults: placed(faults.length > 0 ? faults : [fault('', 'any.invalid')]) }
  }
}

function idOf(path: string, { cells }: CsvRow, fields: object): string {
  const given = cells.get(idColumn) ?? ''
  if (/^[0-9a-f-]{32,36}$/.test(given)) return given
  return createHash('sha256')
    .update(`${path}\n${JSON.stringify(fields)}`)
    .digest('hex')
    .slice(0, 32)
}

async function alreadyThere(
  { store }: { store: { find(id: string): Promise<unknown> } },
  ids: readonly string[],
): Promise<number> {
  let known = 0
  for (const id of ids) if (await store.find(id)) known += 1
  return known
}
