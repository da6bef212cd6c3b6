import { hasPassed, within, type Window } from '../../server/domain/statistics/cohorts.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import { isReferredInTerm, isWithdrawnInTerm } from '../../server/domain/statistics/case-reading.ts'
import { finalResponseOn } from '../../server/domain/statistics/case-reading.ts'
import type { Activity4Figures } from './figures.ts'
import { situationOf } from './situation.ts'

type Value = string | number | boolean | null

interface Row {
  readonly facts: CaseFacts
  readonly window: Window
  readonly institution: string
  readonly organisation: string
}

interface Column {
  readonly name: string
  readonly es: string
  readonly en: string
  readonly value: (row: Row) => Value
}

/**
 * One row a request behind some figure, in the order of `figures.caseIds`: dates as YYYY-MM-DD, true and
 * false as 1 and 0, several values parted by ';'. UTF-8 with a byte order mark, for spreadsheets.
 */
export function casesCsv(figures: Activity4Figures, cases: readonly CaseFacts[]): Uint8Array {
  const byId = new Map(cases.map(facts => [facts.id, facts]))
  const institutions = new Map(figures.institutions.map(({ id, name }) => [id, name]))
  const organisations = new Map(figures.organisations.map(({ id, name }) => [id, name]))
  const window = { ...figures.period, asOf: figures.asOf }
  const rows = figures.caseIds.flatMap(id => {
    const facts = byId.get(id)
    if (!facts) return []
    const institution = institutions.get(facts.institutionId) ?? facts.institutionId
    const organisation = organisations.get(facts.organisationId) ?? facts.organisationId
    const row = { facts, window, institution, organisation }
    return [columns.map(({ value }) => cell(value(row)))]
  })
  return written([columns.map(({ name }) => name), ...rows])
}

/** What each column of `casesCsv` says, in both languages; `further` are the names of other files. */
export function casesCodebook(further: readonly (readonly [string, string, string])[] = []): Uint8Array {
  const own = columns.map(({ name, es, en }) => [name, es, en])
  return written([['columna', 'descripcion', 'description'], ...own, ...further])
}

/** RFC 4180, by hand: a library's checks of half a million cells take longer than all other figures. */
function written(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map(row => `${row.map(quoted).join(',')}\r\n`)
  return Buffer.from(`\ufeff${lines.join('')}`, 'utf8')
}

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const needsQuotes = /[",\r\n]/

/** A spreadsheet would run a cell that begins with one of these as a formula. */
const formulaStart = /^[=+\-@\t\r]/

function cell(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return String(value)
  return formulaStart.test(value) ? `'${value}` : value
}

function column(name: string, es: string, en: string, value: (row: Row) => Value): Column {
  return { name, es, en, value }
}

function listed(values: readonly string[]): string {
  return values.join(';')
}

const identity: readonly Column[] = [
  column('caso', 'Código del caso', 'Case code', ({ facts }) => facts.reference),
  column(
    'id',
    'Identificador que usan las cifras',
    'Identifier used by the figures',
    ({ facts }) => facts.id,
  ),
  column('tipo', 'Tipo de solicitud', 'Kind of request', ({ facts }) => facts.kind),
  column(
    'institucion_id',
    'Identificador de la institución',
    'Institution id',
    ({ facts }) => facts.institutionId,
  ),
  column('institucion', 'Institución', 'Institution', ({ institution }) => institution),
  column(
    'organizacion_id',
    'Identificador de la organización',
    'Organisation id',
    ({ facts }) => facts.organisationId,
  ),
  column('organizacion', 'Organización', 'Organisation', ({ organisation }) => organisation),
  column('canal', 'Canal de presentación', 'Channel', ({ facts }) => facts.channel),
  column('estado', 'Estado al corte', 'State at the cut-off', ({ facts }) => facts.state),
  column('resultado', 'Resultado de la resolución', 'Outcome', ({ facts }) => facts.outcome),
  column('motivos', 'Motivos citados, separados por ;', 'Grounds cited', ({ facts }) =>
    listed(facts.grounds),
  ),
  column('articulo', 'Artículo citado', 'Article cited', ({ facts }) => facts.groundArticle),
  column(
    'clasificacion',
    'Resolución que clasificó la reserva',
    'Classification resolution',
    ({ facts }) => facts.classificationResolution,
  ),
]

const days: readonly Column[] = [
  column('recibida', 'Día de recepción', 'Day of receipt', ({ facts }) => facts.receivedOn),
  column(
    'recepcion_contada',
    'Día cero del plazo',
    'Day zero of the term',
    ({ facts }) => facts.countedReceipt,
  ),
  column('registrada', 'Día de registro en Vigía', 'Day of entry in Vigía', ({ facts }) => facts.loggedOn),
  column('admitida', 'Día de admisión', 'Day of admission', ({ facts }) => facts.admittedOn),
  column(
    'prevenciones',
    'Prevenciones para aclarar',
    'Requests to clarify',
    ({ facts }) => facts.clarifications.length,
  ),
  column(
    'vence_original',
    'Vencimiento sin prórroga',
    'Due day without the extension',
    ({ facts }) => facts.baseDue,
  ),
  column('vence', 'Vencimiento que obliga', 'Binding due day', ({ facts }) => facts.dueOn),
  column(
    'prorroga_aviso',
    'Aviso de la prórroga',
    'Notice of the extension',
    ({ facts }) => facts.extension?.notifiedOn ?? null,
  ),
  column(
    'prorroga_dias',
    'Días de prórroga',
    'Days of extension',
    ({ facts }) => facts.extension?.days ?? null,
  ),
  column('prorroga_faltas', 'Faltas de la prórroga', 'Faults of the extension', ({ facts }) =>
    listed(facts.extension?.faults ?? []),
  ),
  column(
    'primer_acto',
    'Primer acto de la institución',
    'First act of the institution',
    ({ facts }) => facts.firstResponseOn,
  ),
  column('respondida', 'Resolución escrita', 'Written resolution', ({ facts }) => facts.answeredOn),
  column('notificada', 'Notificación', 'Notice', ({ facts }) => facts.notifiedOn),
  column('entregada', 'Entrega', 'Delivery', ({ facts }) => facts.deliveredOn),
  column('costo_quetzales', 'Costo cobrado', 'Cost charged', ({ facts }) => facts.costQuetzales),
  column('desistida', 'Desistimiento', 'Withdrawal', ({ facts }) => facts.withdrawnOn),
  column('remitida', 'Remisión a otra institución', 'Referral', ({ facts }) => facts.referredOn),
  column(
    'entrega_tras_silencio_vence',
    'Último día de la entrega del art. 44',
    'Last day of the delivery of art. 44',
    ({ facts }) => facts.fictaDueOn,
  ),
  column(
    'dias_habiles',
    'Días hábiles hasta la respuesta',
    'Working days to the answer',
    ({ facts }) => facts.workingDaysToAnswer,
  ),
  column(
    'dias_calendario',
    'Días calendario hasta la respuesta',
    'Calendar days to the answer',
    ({ facts }) => facts.calendarDaysToAnswer,
  ),
  column(
    'dias_netos',
    'Días hábiles sin la aclaración',
    'Working days less clarification',
    ({ facts }) => facts.netDaysToAnswer,
  ),
]

const aftermath: readonly Column[] = [
  column('incumplimientos', 'Plazos incumplidos, separados por ;', 'Terms broken', ({ facts }) =>
    listed(facts.breaches.map(({ clock }) => clock)),
  ),
  column(
    'revision_presentada',
    'Recurso de revisión',
    'Review filed',
    ({ facts }) => facts.review?.filedOn ?? null,
  ),
  column(
    'revision_vence',
    'Vencimiento de la decisión',
    'Decision due',
    ({ facts }) => facts.review?.decisionDueOn ?? null,
  ),
  column(
    'revision_decidida',
    'Decisión del recurso',
    'Review decided',
    ({ facts }) => facts.review?.decidedOn ?? null,
  ),
  column(
    'revision_sentido',
    'Sentido de la decisión',
    'Sense of the decision',
    ({ facts }) => facts.review?.sense ?? null,
  ),
  column('revision_cumplida', 'Cumplimiento', 'Complied', ({ facts }) => facts.review?.compliedOn ?? null),
  column('amparo', 'Amparo', 'Amparo', ({ facts }) => facts.amparoOn),
  column(
    'en_disputa',
    '1 si las partes se contradicen',
    '1 where the sides contradict each other',
    ({ facts }) => facts.disputed,
  ),
  column(
    'con_respaldo',
    '1 si recepción y respuesta tienen respaldo',
    '1 where receipt and answer are evidenced',
    ({ facts }) => facts.evidenced,
  ),
  column(
    'fuente_respuesta',
    'Quién declaró la respuesta',
    'Whose word the answer is',
    ({ facts }) => facts.answerSource,
  ),
  column('situacion', 'Situación al corte', 'Situation at the cut-off', ({ facts, window }) =>
    situationOf(facts, window.asOf),
  ),
  column('en_r', '1 si está en R', '1 where in R', ({ facts, window }) => within(facts.receivedOn, window)),
  column('en_d', '1 si está en D', '1 where in D', isInDue),
  column('en_c', '1 si está en C', '1 where in C', isInClosed),
]

const columns: readonly Column[] = [...identity, ...days, ...aftermath]

function isInDue({ facts, window }: Row): boolean {
  if (isWithdrawnInTerm(facts) || isReferredInTerm(facts)) return false
  return within(facts.dueOn, window) && hasPassed(facts.dueOn, window.asOf)
}

function isInClosed({ facts, window }: Row): boolean {
  return facts.outcome !== null && within(finalResponseOn(facts), window)
}
