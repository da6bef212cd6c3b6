import type { Institution } from '../store/institution-store.ts'
import type { OwnInstitution } from './own-institution.ts'
import type { RequestLog } from './read-log.ts'

/** Something the reader should know of how a log was read; said by server/i18n. */
export interface ImportNote {
  readonly code: (typeof noteCodes)[number]
  readonly values: Readonly<Record<string, string | number>>
}

export const noteCodes = [
  'law-clocks',
  'due-column-unused',
  'encoding',
  'delimiter',
  'date-order-seen',
  'date-order-assumed',
  'institution-from-numbers',
  'institution-from-file-name',
  'institutions-created',
  'organisation-created',
  'columns-ignored',
  'closed-without-sense',
  'refusals-without-ground',
  'rows-without-number',
] as const

export interface NoteMatter {
  readonly own: OwnInstitution | null
  readonly made: readonly Institution[]
  readonly organisation: { readonly name: string }
  readonly isNewOrganisation: boolean
}

export function notesOn(log: RequestLog, matter: NoteMatter): ImportNote[] {
  return [...lawNotes(log), ...readingNotes(log), ...nameNotes(matter), ...contentNotes(log)]
}

/** The terms are Guatemala's, whatever the log's own rules were. */
function lawNotes({ columns, header }: RequestLog): ImportNote[] {
  const due = columns.due === null ? null : (header[columns.due] ?? '')
  return [note('law-clocks'), ...(due === null ? [] : [note('due-column-unused', { column: due })])]
}

function readingNotes({ encoding, delimiter, dateOrders, ignoredColumns }: RequestLog): ImportNote[] {
  return [
    ...(encoding === 'utf-8' ? [] : [note('encoding', { encoding })]),
    ...(delimiter === ',' ? [] : [note('delimiter', { delimiter: delimiter === '\t' ? 'TAB' : delimiter })]),
    ...dateOrders.flatMap(({ column, reading: { order, because } }) => {
      if (because === 'told' || because === 'iso') return []
      return [note(because === 'assumed' ? 'date-order-assumed' : 'date-order-seen', { column, order })]
    }),
    ...(ignoredColumns.length === 0
      ? []
      : [note('columns-ignored', { count: ignoredColumns.length, columns: ignoredColumns.join(', ') })]),
  ]
}

const mostNamed = 10

function nameNotes({ own, made, organisation, isNewOrganisation }: NoteMatter): ImportNote[] {
  const names = made.slice(0, mostNamed).map(({ name }) => name)
  const more = made.length > mostNamed ? ', …' : ''
  return [
    ...(isNewOrganisation ? [note('organisation-created', { name: organisation.name })] : []),
    ...(own === null || own.from === 'told'
      ? []
      : [note(`institution-from-${own.from}`, { name: own.name })]),
    ...(made.length === 0
      ? []
      : [note('institutions-created', { count: made.length, names: names.join(', ') + more })]),
  ]
}

function contentNotes({ rows }: RequestLog): ImportNote[] {
  const withoutSense = rows.filter(
    ({ closing }) => closing?.disposition.kind === 'no-sense' || closing?.disposition.kind === 'unknown',
  ).length
  const refusals = rows.filter(
    ({ closing }) => closing?.disposition.kind === 'answer' && closing.disposition.groundless,
  ).length
  const numberless = rows.filter(({ trackingNumber }) => trackingNumber === null).length
  return [
    ...(withoutSense === 0 ? [] : [note('closed-without-sense', { count: withoutSense })]),
    ...(refusals === 0 ? [] : [note('refusals-without-ground', { count: refusals })]),
    ...(numberless === 0 ? [] : [note('rows-without-number', { count: numberless })]),
  ]
}

function note(code: ImportNote['code'], values: ImportNote['values'] = {}): ImportNote {
  return { code, values }
}
