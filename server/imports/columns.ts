import { foldName } from '../domain/names.ts'

/** What a request log may say of a request. */
export const logFields = [
  'number',
  'received',
  'due',
  'closed',
  'disposition',
  'institution',
  'title',
] as const

export type LogField = (typeof logFields)[number]

type HeaderLanguage = 'es' | 'en'

/** Header names, folded, that logs in use give each column. */
const synonyms: Readonly<Record<LogField, Readonly<Record<HeaderLanguage, readonly string[]>>>> = {
  number: {
    en: [
      ...[
        'id',
        'request id',
        'tracking number',
        'request number',
        'case number',
        'foia number',
        'request no',
      ],
      ...['case no', 'foia no', 'case id', 'foia id', 'tracking no', 'control number'],
    ],
    es: [
      ...['expediente', 'no de expediente', 'numero de expediente', 'num expediente', 'n de expediente'],
      ...['no de solicitud', 'numero de solicitud', 'n de solicitud', 'num solicitud', 'no solicitud'],
      ...['numero', 'correlativo', 'folio', 'no', 'id de solicitud', 'codigo'],
    ],
  },
  received: {
    en: [
      ...['received', 'received date', 'date received', 'submitted', 'submitted date', 'date submitted'],
      ...['request date', 'date requested', 'filed', 'date filed', 'receipt date', 'date of receipt'],
    ],
    es: [
      ...[
        'recibida',
        'recepcion',
        'fecha de recepcion',
        'fecha recepcion',
        'fecha recibida',
        'fecha de recibido',
      ],
      ...['presentada', 'fecha de presentacion', 'fecha presentacion', 'fecha de ingreso', 'ingreso'],
      ...['fecha de solicitud', 'fecha solicitud', 'fecha de la solicitud', 'fecha'],
    ],
  },
  due: {
    en: [
      ...['due', 'due date', 'target', 'target date', 'deadline', 'statutory due date', 'perfected due date'],
      ...['date due', 'date due out'],
    ],
    es: [
      'fecha limite',
      'vence',
      'vencimiento',
      'fecha de vencimiento',
      'plazo',
      'fecha limite de respuesta',
    ],
  },
  closed: {
    en: [
      ...['closed', 'closed date', 'date closed', 'completed', 'completed date', 'date completed'],
      ...['response date', 'date of response', 'final response date', 'closing date', 'answered'],
      ...['closure date', 'date of closure', 'final date'],
    ],
    es: [
      ...['cerrada', 'cierre', 'fecha de cierre', 'fecha cierre', 'respuesta', 'fecha de respuesta'],
      ...[
        'fecha respuesta',
        'fecha de resolucion',
        'fecha resolucion',
        'fecha de notificacion',
        'notificada',
      ],
      ...['fecha de entrega', 'respondida'],
    ],
  },
  disposition: {
    en: ['disposition', 'final disposition', 'outcome', 'result', 'status', 'decision'],
    es: ['resultado', 'sentido', 'sentido de la resolucion', 'resolucion', 'estado', 'tipo de respuesta'],
  },
  institution: {
    en: [
      'institution',
      'sub office',
      'suboffice',
      'office',
      'agency',
      'component',
      'public body',
      'authority',
    ],
    es: [
      ...['institucion', 'entidad', 'sujeto obligado', 'dependencia', 'ministerio', 'unidad'],
      ...['institucion publica', 'entidad publica', 'oficina'],
    ],
  },
  title: {
    en: ['title', 'subject', 'description', 'request description', 'topic', 'summary'],
    es: [
      ...['asunto', 'titulo', 'descripcion', 'tema', 'informacion solicitada', 'solicitud', 'detalle'],
      ...['descripcion de la solicitud'],
    ],
  },
}

interface Known {
  readonly field: LogField
  readonly language: HeaderLanguage
  /** Of two columns with names of one field, the one with the lower rank is meant. */
  readonly rank: number
}

const knownBy: ReadonlyMap<string, Known> = new Map(
  logFields.flatMap(field =>
    (['en', 'es'] as const).flatMap(language =>
      synonyms[field][language].map((name, rank) => [name, { field, language, rank }] as const),
    ),
  ),
)

/** The field that a header names, and in which language; null for a name that is not known. */
export function fieldNamed(header: string): Known | null {
  return knownBy.get(foldName(header)) ?? null
}

/** Where each field stands in a row; null where the log has no such column. */
export type Columns = Readonly<Record<LogField, number | null>>

export interface ColumnReading {
  readonly columns: Columns
  /** Of most of the names that are known. Spanish where they are even. */
  readonly language: HeaderLanguage
  /** Columns that nothing is taken from. */
  readonly ignored: readonly string[]
}

/** A column that somebody says holds a field. */
interface NamedColumn {
  readonly field: LogField
  readonly name: string
}

export type ColumnsResult =
  | { readonly ok: true; readonly reading: ColumnReading }
  | { readonly ok: false; readonly refusal: 'unknown-column'; readonly column: NamedColumn }
  | { readonly ok: false; readonly refusal: 'no-received-column'; readonly column: null }

/** @param given the header's own names for fields, where they are told instead of recognised. */
export function readColumns(
  header: readonly string[],
  given: Readonly<Partial<Record<LogField, string>>>,
): ColumnsResult {
  const folded = header.map(foldName)
  const missing = namedIn(given).find(({ name }) => !folded.includes(foldName(name)))
  if (missing !== undefined) return { ok: false, refusal: 'unknown-column', column: missing }
  const known = header.map(fieldNamed)
  const told = new Set(Object.values(given).map(name => folded.indexOf(foldName(name))))
  const place = (field: LogField) => {
    const name = given[field]
    if (name !== undefined) return folded.indexOf(foldName(name))
    return bestPlace(known, field, told)
  }
  const columns: Columns = {
    number: place('number'),
    received: place('received'),
    due: place('due'),
    closed: place('closed'),
    disposition: place('disposition'),
    institution: place('institution'),
    title: place('title'),
  }
  if (columns.received === null) return { ok: false, refusal: 'no-received-column', column: null }
  const taken = new Set<number | null>(Object.values(columns))
  const english = known.filter(match => match?.language === 'en').length
  const spanish = known.filter(match => match?.language === 'es').length
  return {
    ok: true,
    reading: {
      columns,
      language: english > spanish ? 'en' : 'es',
      ignored: header.filter((name, index) => !taken.has(index) && name !== ''),
    },
  }
}

function namedIn(given: Readonly<Partial<Record<LogField, string>>>): NamedColumn[] {
  return logFields.flatMap(field => {
    const name = given[field]
    return name === undefined ? [] : [{ field, name }]
  })
}

function bestPlace(
  known: readonly (Known | null)[],
  field: LogField,
  told: ReadonlySet<number>,
): number | null {
  const candidates = known.flatMap((match, index) =>
    match?.field === field && !told.has(index) ? [{ index, rank: match.rank }] : [],
  )
  return candidates.toSorted((a, b) => a.rank - b.rank)[0]?.index ?? null
}
