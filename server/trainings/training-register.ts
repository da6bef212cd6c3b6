import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { fault, type FieldFault } from '../http/parse.ts'
import type { Register } from '../http/register/register.ts'
import { unknownInstitutions, unknownOrganisations } from '../http/register/references.ts'
import type { Training, TrainingFields } from '../store/training-store.ts'
import { trainingColumns } from './columns.ts'
import { trainingFields } from './schemas.ts'

export type { Training, TrainingFields }

export type TrainingRegister = Register<Training, TrainingFields>

/** The trainings of organisations (result 2) and of information units (result 3). */
export function trainingRegister(context: Pick<Context, 'stores'>): TrainingRegister {
  return {
    path: '/trainings',
    fileName: 'capacitaciones',
    schema: trainingFields,
    store: context.stores.trainings,
    columns: trainingColumns(context),
    async check(fields, today) {
      return [
        ...disagreements(fields, today),
        ...(await unknownOrganisations(context, 'organisationIds', fields.organisationIds)),
        ...(await unknownInstitutions(context, 'institutionIds', fields.institutionIds)),
      ]
    },
    make: (fields, recorded) => ({ ...fields, ...recorded }),
    fieldsOf,
    extraOf: () => Promise.resolve({}),
  }
}

function fieldsOf({
  id: _id,
  annulled: _annulled,
  corrections: _corrections,
  recordedAt: _at,
  recordedBy: _by,
  version: _version,
  ...fields
}: Training): TrainingFields {
  return fields
}

/** Nobody is counted twice, no mark stands without those who answered, and what is to come has not been held. */
function disagreements(fields: TrainingFields, today: CalendarDate): readonly FieldFault[] {
  const { days, participants, women, men, otherGender, answers, meanBefore, meanAfter } = fields
  const told = (women ?? 0) + (men ?? 0) + (otherGender ?? 0)
  const rules: readonly (readonly [broken: boolean, field: string, type: string])[] = [
    [days.some(day => day > today), 'days', 'day.future'],
    [told > participants, 'women', 'training.gender'],
    [(answers ?? 0) > participants, 'answers', 'training.answers'],
    [meanBefore !== null && !answers, 'meanBefore', 'training.mean'],
    [meanAfter !== null && !answers, 'meanAfter', 'training.mean'],
  ]
  return rules.flatMap(([broken, field, type]) => (broken ? [fault(field, type)] : []))
}
