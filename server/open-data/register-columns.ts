import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import type { Institution } from '../store/institution-store.ts'
import { column, type Column } from './column.ts'

export const institutionColumns: readonly Column<Institution>[] = [
  column('id', 'Identificador', 'Id', ({ id }) => id),
  column('nombre', 'Nombre', 'Name', ({ name }) => name),
  column('siglas', 'Siglas', 'Acronym', ({ acronym }) => acronym),
  column(
    'sector',
    'ministerio, secretaria, comision, descentralizada, municipalidad u otra',
    'Kind of institution',
    ({ kind }) => kind,
  ),
  column(
    'en_la_capital',
    '1 si el 15 de agosto es asueto ahí',
    '1 where 15 August is a day off',
    ({ inCapital }) => inCapital,
  ),
  column(
    'hora_de_corte',
    'Hora desde la que lo recibido cuenta al día hábil siguiente',
    'Hour after which receipt counts as of the next working day',
    ({ cutoffMinutes }) => (cutoffMinutes === null ? null : clockText(cutoffMinutes)),
  ),
  column('horario', 'Horario publicado', 'Published office hours', ({ hours }) => hours),
  column(
    'direccion',
    'Dirección de la unidad',
    'Address of the unit',
    ({ contact }) => contact?.address ?? null,
  ),
  column(
    'telefono',
    'Teléfono de la unidad',
    'Telephone of the unit',
    ({ contact }) => contact?.phone ?? null,
  ),
  column('correo', 'Correo de la unidad', 'E-mail of the unit', ({ contact }) => contact?.email ?? null),
  column('sitio', 'Portal de la unidad', 'Web site of the unit', ({ contact }) => contact?.website ?? null),
  column('activa', '1 si sigue en el registro', '1 while on the register', ({ active }) => active),
]

export const closureColumns: readonly Column<{ readonly day: CalendarDate; readonly closure: Closure }>[] = [
  column('dia', 'Día inhábil por acuerdo', 'Day closed by decree', ({ day }) => day),
  column('nombre', 'Motivo', 'Name', ({ closure }) => closure.name),
  column('fuente', 'Acuerdo, como se cita', 'The decree, as cited', ({ closure }) => closure.source),
  column(
    'publicado',
    'Día de publicación; vacío si no se conoce',
    'Day of publication; empty if unknown',
    ({ closure }) => closure.publishedOn,
  ),
  column(
    'instituciones',
    'todas, o los identificadores separados por ;',
    'todas (all), or ids parted by ;',
    ({ closure: { scope } }) => (scope.kind === 'all' ? 'todas' : scope.institutionIds.join(';')),
  ),
  column('duda', 'Lo que no se ha confirmado', 'What is not confirmed', ({ closure }) => closure.doubt),
]

/** Minutes after midnight as '16:30'. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
