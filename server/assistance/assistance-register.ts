import type { Context } from '../context.ts'
import { fault, type FieldFault } from '../http/parse.ts'
import { unknownOrganisations } from '../http/register/references.ts'
import type { Register } from '../http/register/register.ts'
import type { Assistance, AssistanceFields } from '../store/assistance-store.ts'
import { assistanceColumns } from './columns.ts'
import { assistanceFields } from './schemas.ts'
import { whatCameOf } from './what-came-of.ts'

export type { Assistance, AssistanceFields }

export type AssistanceRegister = Register<Assistance, AssistanceFields>

type Needs = Pick<Context, 'stores' | 'calendars' | 'clock'>

/** Technical assistance to organisations (result 2); what came of it is read from the cases' histories. */
export function assistanceRegister(context: Needs): AssistanceRegister {
  return {
    path: '/assistance',
    fileName: 'asistencia',
    schema: assistanceFields,
    store: context.stores.assistances,
    columns: assistanceColumns(context),
    async check(fields, today) {
      return [
        ...(fields.day > today ? [fault('day', 'day.future')] : []),
        ...(await unknownOrganisations(context, 'organisationId', [fields.organisationId])),
        ...(await othersCases(context, fields)),
      ]
    },
    make: (fields, recorded) => ({ ...fields, ...recorded }),
    fieldsOf,
    extraOf: ({ requestIds }) => whatCameOf(context, requestIds),
  }
}

function fieldsOf({
  organisationId,
  day,
  minutes,
  means,
  subject,
  requestIds,
}: Assistance): AssistanceFields {
  return { organisationId, day, minutes, means, subject, requestIds }
}

/** A case that does not exist, or that another organisation asked for. */
async function othersCases(
  { stores }: Needs,
  { requestIds, organisationId }: AssistanceFields,
): Promise<readonly FieldFault[]> {
  const scope = { kind: 'organisation', organisationId } as const
  for (const id of requestIds) {
    if (!(await stores.requests.find(id, scope))) return [fault('requestIds', 'assistance.case')]
  }
  return []
}
