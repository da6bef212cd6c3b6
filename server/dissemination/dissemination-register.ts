import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { fault, type FieldFault } from '../http/parse.ts'
import { unknownInstitutions } from '../http/register/references.ts'
import type { Register } from '../http/register/register.ts'
import type { Dissemination, DisseminationFields } from '../store/dissemination-store.ts'
import { disseminationColumns } from './columns.ts'
import { disseminationFields } from './schemas.ts'

export type { Dissemination, DisseminationFields }

export type DisseminationRegister = Register<Dissemination, DisseminationFields>

/** Results handed to the heads of information units and to the regulator (result 4). */
export function disseminationRegister(context: Pick<Context, 'stores'>): DisseminationRegister {
  return {
    path: '/dissemination',
    fileName: 'difusion',
    schema: disseminationFields,
    store: context.stores.disseminations,
    columns: disseminationColumns(context),
    async check(fields, today) {
      const { institutionId } = fields
      return [
        ...disagreements(fields, today),
        ...(institutionId === null
          ? []
          : await unknownInstitutions(context, 'institutionId', [institutionId])),
      ]
    },
    make: (fields, recorded) => ({ ...fields, ...recorded, acknowledgedAt: null, answers: [] }),
    fieldsOf,
    extraOf: ({ acknowledgedAt, answers }) => Promise.resolve({ acknowledgedAt, answers }),
  }
}

function fieldsOf(item: Dissemination): DisseminationFields {
  const { audience, institutionId, means, day, reportSha256, reportFrom, reportTo, note } = item
  return { audience, institutionId, means, day, reportSha256, reportFrom, reportTo, note }
}

/** A unit is of an institution and the regulator is not; a period ends after it begins. */
function disagreements(fields: DisseminationFields, today: CalendarDate): readonly FieldFault[] {
  const { audience, institutionId, day, reportFrom, reportTo } = fields
  const rules: readonly (readonly [broken: boolean, field: string, type: string])[] = [
    [day > today, 'day', 'day.future'],
    [audience === 'unidad' && institutionId === null, 'institutionId', 'any.required'],
    [audience === 'regulador' && institutionId !== null, 'institutionId', 'dissemination.regulator'],
    [reportFrom > reportTo, 'reportTo', 'dissemination.period'],
  ]
  return rules.flatMap(([broken, field, type]) => (broken ? [fault(field, type)] : []))
}
