import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import { column, type Column } from './column.ts'

interface RequestRow {
  readonly facts: CaseFacts
  /** Of the institutions, by id. */
  readonly names: ReadonlyMap<string, string>
}

interface BreachRow extends RequestRow {
  readonly breach: CaseFacts['breaches'][number]
}

type Breach = Column<BreachRow>

const identity: readonly Column<RequestRow>[] = [
  column(
    'referencia',
    'Código de la solicitud en Vigía',
    "Vigía's own code of the request",
    row => row.facts.reference,
  ),
  column(
    'id',
    'Identificador, con el que se abre su página',
    'Identifier, which opens its page',
    row => row.facts.id,
  ),
  column(
    'institucion_id',
    'Identificador de la institución',
    'Institution id',
    row => row.facts.institutionId,
  ),
  column('institucion', 'Nombre de la institución', 'Name of the institution', nameOf),
  column(
    'tipo',
    'access, información pública; habeas_access y habeas_modify, datos personales propios',
    'access, public information; habeas_access and habeas_modify, own personal data',
    row => row.facts.kind,
  ),
  column('canal', 'Vía de presentación', 'Channel', row => row.facts.channel),
  column('estado', 'Estado en la fecha de corte', 'State on the cut-off day', row => row.facts.state),
  column(
    'resultado',
    'Sentido de la resolución; vacío si no la hay',
    'Outcome; empty without one',
    row => row.facts.outcome,
  ),
  column('motivos', 'Motivos citados para no entregar, separados por ;', 'Grounds cited, parted by ;', row =>
    row.facts.grounds.join(';'),
  ),
]

const days: readonly Column<RequestRow>[] = [
  column('recibida', 'Día en que se presentó', 'Day of receipt', row => row.facts.receivedOn),
  column(
    'recibida_habil',
    'Día hábil desde el que se cuenta',
    'Working day the count starts from',
    row => row.facts.countedReceipt,
  ),
  column('vence_base', 'Vencimiento sin prórroga', 'Due day without extension', row => row.facts.baseDue),
  column(
    'vence',
    'Vencimiento que obliga, con prórroga si la hubo',
    'Binding due day, extension included',
    row => row.facts.dueOn,
  ),
  column(
    'prorroga_avisada',
    'Día en que se avisó la prórroga',
    'Day the extension was notified',
    row => row.facts.extension?.notifiedOn ?? null,
  ),
  column(
    'prorroga_dias',
    'Días hábiles de prórroga',
    'Working days of extension',
    row => row.facts.extension?.days ?? null,
  ),
  column(
    'primer_acto',
    'Primer acto de la institución',
    'First act of the institution',
    row => row.facts.firstResponseOn,
  ),
  column(
    'resuelta',
    'Día de la resolución escrita',
    'Day of the written decision',
    row => row.facts.answeredOn,
  ),
  column('notificada', 'Día de la notificación', 'Day of notification', row => row.facts.notifiedOn),
  column('entregada', 'Día de la entrega', 'Day of delivery', row => row.facts.deliveredOn),
  column('desistida', 'Día del desistimiento', 'Day of withdrawal', row => row.facts.withdrawnOn),
  column('remitida', 'Día de la remisión a otra institución', 'Day of referral', row => row.facts.referredOn),
  column(
    'entrega_tras_silencio_vence',
    'Último día de la entrega del artículo 44',
    'Last day of the delivery of article 44',
    row => row.facts.fictaDueOn,
  ),
  column(
    'dias_habiles',
    'Días hábiles hasta la respuesta',
    'Working days to the answer',
    row => row.facts.workingDaysToAnswer,
  ),
  column(
    'dias_calendario',
    'Días calendario hasta la respuesta',
    'Calendar days to the answer',
    row => row.facts.calendarDaysToAnswer,
  ),
]

const aftermath: readonly Column<RequestRow>[] = [
  column(
    'plazos_incumplidos',
    'Plazos incumplidos (K1 a K7), separados por ;',
    'Terms broken (K1 to K7), parted by ;',
    row => row.facts.breaches.map(({ clock }) => clock).join(';'),
  ),
  column(
    'revision_presentada',
    'Día del recurso de revisión',
    'Day of the review appeal',
    row => row.facts.review?.filedOn ?? null,
  ),
  column(
    'revision_vence',
    'Último día para resolver el recurso',
    'Last day to decide the appeal',
    row => row.facts.review?.decisionDueOn ?? null,
  ),
  column(
    'revision_decidida',
    'Día de la decisión',
    'Day of the decision',
    row => row.facts.review?.decidedOn ?? null,
  ),
  column(
    'revision_sentido',
    'confirma, revoca o modifica',
    'confirma (upheld), revoca (reversed) or modifica (varied)',
    row => row.facts.review?.sense ?? null,
  ),
  column(
    'revision_cumplida',
    'Día del cumplimiento',
    'Day of compliance',
    row => row.facts.review?.compliedOn ?? null,
  ),
  column('amparo', 'Día en que se anotó un amparo', 'Day an amparo was noted', row => row.facts.amparoOn),
  column(
    'en_disputa',
    '1 si las partes se contradicen',
    '1 where the sides contradict each other',
    row => row.facts.disputed,
  ),
  column(
    'con_respaldo',
    '1 si recepción y respuesta tienen constancia',
    '1 where receipt and answer are evidenced',
    row => row.facts.evidenced,
  ),
]

/** States, days and values of closed lists: no title, no text, no file, no case number, nobody's name. */
export const requestColumns: readonly Column<RequestRow>[] = [...identity, ...days, ...aftermath]

export const breachColumns: readonly Breach[] = [
  column(
    'referencia',
    'Código de la solicitud en Vigía',
    "Vigía's own code of the request",
    row => row.facts.reference,
  ),
  column('id', 'Identificador de la solicitud', 'Identifier of the request', row => row.facts.id),
  column(
    'institucion_id',
    'Identificador de la institución',
    'Institution id',
    row => row.facts.institutionId,
  ),
  column('institucion', 'Nombre de la institución', 'Name of the institution', nameOf),
  column('plazo', 'Plazo incumplido, de K1 a K7', 'Term broken, K1 to K7', row => row.breach.clock),
  column('articulo', 'Artículo de la ley', 'Article of the law', row => row.breach.article),
  column('vencia', 'Último día del plazo', 'Last day of the term', row => row.breach.dueOn),
  column('desde', 'Primer día fuera de plazo', 'First day out of time', row => row.breach.beganOn),
  column('cumplido', 'Día en que por fin se cumplió', 'Day it was finally met', row => row.breach.curedOn),
  column(
    'dias_habiles_tarde',
    'Días hábiles de retraso, hasta cumplirse o hasta el corte',
    'Working days late, to the cure or the cut-off',
    row => row.breach.workingDaysLate,
  ),
]

function nameOf({ facts, names }: RequestRow): string {
  return names.get(facts.institutionId) ?? facts.institutionId
}
