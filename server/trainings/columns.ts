import type { Context } from '../context.ts'
import { dayIn, listIn, numberIn, textIn, wordIn } from '../http/register/csv-cells.ts'
import { institutionIn, organisationIn } from '../http/register/references.ts'
import type { CsvColumn } from '../http/register/register.ts'
import { trainingAudiences, trainingKinds, trainingModes } from '../domain/register/activity-kinds.ts'
import type { Training } from '../store/training-store.ts'

type Column = CsvColumn<Training>

/**
 * The CSV file of trainings: organisations and institutions are written by id, which no change of name moves,
 * and read by name, acronym or id; several values are parted by ';'.
 */
export function trainingColumns(context: Pick<Context, 'stores'>): readonly Column[] {
  return [
    word('dirigida_a', 'audience', trainingAudiences, 'organizaciones'),
    word('tipo', 'kind', trainingKinds, 'taller'),
    text('tema', 'subject', 'Cómo redactar una solicitud', each => each.subject),
    {
      ...{ name: 'dias', field: 'days', example: '20/10/2026; 21/10/2026' },
      write: each => each.days.join('; '),
      read: (cell, today) => listIn(cell).map(day => dayIn(day, today)),
    },
    number('horas', 'hours', '6', each => each.hours),
    word('modalidad', 'mode', trainingModes, 'presencial'),
    text('lugar', 'place', 'Salón municipal', each => each.place),
    text('imparte', 'trainer', 'Equipo de gobierno abierto', each => each.trainer),
    text('materiales', 'materials', 'Guía de 12 páginas', each => each.materials),
    number('participantes', 'participants', '24', each => each.participants),
    number('mujeres', 'women', '13', each => each.women),
    number('hombres', 'men', '9', each => each.men),
    number('otro_genero', 'otherGender', '', each => each.otherGender),
    {
      ...{ name: 'organizaciones', field: 'organisationIds', example: '' },
      write: each => each.organisationIds.join('; '),
      read: cell => Promise.all(listIn(cell).map(name => organisationIn(context, name))),
    },
    {
      ...{ name: 'instituciones', field: 'institutionIds', example: 'MINFIN; MSPAS' },
      write: each => each.institutionIds.join('; '),
      read: cell => Promise.all(listIn(cell).map(name => institutionIn(context, name))),
    },
    number('respuestas', 'answers', '20', each => each.answers),
    number('media_antes', 'meanBefore', '54.5', each => each.meanBefore),
    number('media_despues', 'meanAfter', '81', each => each.meanAfter),
  ]
}

function word(
  name: string,
  field: 'audience' | 'kind' | 'mode',
  words: readonly string[],
  example: string,
): Column {
  return { name, field, example, write: each => each[field], read: cell => wordIn(words, cell) }
}

function text(
  name: string,
  field: string,
  example: string,
  write: (each: Training) => string | null,
): Column {
  return { name, field, example, write, read: textIn }
}

function number(
  name: string,
  field: string,
  example: string,
  write: (each: Training) => number | null,
): Column {
  return { name, field, example, write, read: numberIn }
}
