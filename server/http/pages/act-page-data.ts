import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import type { Option } from '../../../client/parts/fields.tsx'
import type { ActPageData } from '../../../client/pages/acts/act-form.ts'
import { rulesOf } from '../../domain/law/laip.ts'
import { termEnd } from '../../domain/law/terms.ts'
import type { Context } from '../../context.ts'
import type { User, UserScope } from '../../store/user-store.ts'
import { requireUser } from '../actor.ts'
import type { ActForm } from './act-pages.tsx'
import { institutionOptions } from './choices.ts'
import { textOf } from './form-body.ts'
import { formWith } from './form-faults.ts'
import { megabytes } from './file-faults.ts'
import type { Site } from './page-of.ts'
import { typedDay } from './typed-day.ts'

/** What an act's form shows besides its fields. */
export async function actPageData({ context }: Site, req: Request, form: ActForm): Promise<ActPageData> {
  const { request, type, values, errors } = form
  const elsewhere = type === 'referred' ? await institutionOptions(context) : []
  return {
    request,
    type,
    action: request.allowedActions.find(action => action.type === type) ?? null,
    form: formWith(values, errors, randomUUID),
    maxMegabytes: megabytes(context.config.maxUploadBytes),
    institutions: elsewhere.filter(({ value }) => value !== request.institution.id),
    approvers: type === 'corrected' ? await approversFor(context, req) : [],
    happenedOn: typedDay(textOf(values, 'occurredOn'), context.clock.today()),
    newDue: type === 'extended' ? await newDueOf(context, form) : null,
    free: request.breaches.some(
      ({ clock, standing }) => (clock === 'K1' || clock === 'K3') && standing === 'vigente',
    ),
  }
}

/** The others of one's own side: nobody approves their own correction. */
async function approversFor({ stores }: Context, req: Request): Promise<Option[]> {
  const user = requireUser(req)
  const scope = ownSideOf(user)
  if (!scope) return []
  const options: Option[] = []
  for await (const { id, name, active } of stores.users.membersOf(scope)) {
    if (active && id !== user.id) options.push({ value: id, label: name })
  }
  return options
}

function ownSideOf({ organisationId, institutionId }: User): Exclude<UserScope, { kind: 'everyone' }> | null {
  if (organisationId !== null) return { kind: 'organisation', organisationId }
  return institutionId === null ? null : { kind: 'institution', institutionId }
}

async function newDueOf(
  { stores, calendars }: Context,
  { request, values }: ActForm,
): Promise<ActPageData['newDue']> {
  const days = Number(textOf(values, 'days'))
  const { extension } = rulesOf[request.kind]
  const from = request.baseDue ?? request.dueOn
  if (!Number.isInteger(days) || days < 1 || days > 60 || !extension || !from) return null
  const institution = await stores.institutions.find(request.institution.id)
  if (!institution) return null
  const { calendar } = await calendars.lawOf(institution)
  return { days, dueOn: termEnd(from, { ...extension, days }, calendar) }
}
