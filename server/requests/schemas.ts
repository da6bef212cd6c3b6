import Joi from 'joi'
import { channels } from '../domain/request/events.ts'
import { requestKinds, requestStates } from '../domain/request/states.ts'
import { dayField, momentField } from '../http/day-field.ts'
import { pageKeys, type PageQuery } from '../http/paging.ts'
import { evidenceField } from './act-schemas.ts'
import { listViews, type ListRequests } from './list-requests.ts'
import type { NewRequest } from './log-request.ts'
import type { PreviewDeadline } from './preview-deadline.ts'

const id = Joi.string().trim().max(120)
const optionalId = id.empty('').allow(null).default(null)
const kind = Joi.string().valid(...requestKinds)

export const requestParams = Joi.object<{ requestId: string }>({ requestId: id.required() })

/** Three spaces of no width are a text of three characters that nobody can read. */
function withWords(text: string, { error }: Joi.CustomHelpers) {
  return /[\p{L}\p{N}]/u.test(text) ? text : error('string.wordless')
}

/** `reason` and `interest` are refused as unknown fields: nobody may be asked for them (article 41). */
export const newRequestBody = Joi.object<Omit<NewRequest, 'id'>>({
  institutionId: id.required(),
  organisationId: optionalId,
  title: Joi.string().trim().min(3).max(200).custom(withWords).required(),
  body: Joi.string().trim().max(20_000).allow('').default(''),
  kind: kind.default('access'),
  channel: Joi.string()
    .valid(...channels)
    .default('electronica'),
  received: momentField.required(),
  evidence: evidenceField,
  published: Joi.boolean().default(true),
})

export const listQuery = Joi.object<Omit<ListRequests, keyof PageQuery> & PageQuery>({
  ...pageKeys,
  view: Joi.string()
    .valid(...listViews)
    .default('todas'),
  search: Joi.string().trim().max(100).empty('').allow(null).default(null),
  state: Joi.string()
    .valid(...requestStates)
    .empty('')
    .allow(null)
    .default(null),
  institutionId: optionalId,
  organisationId: optionalId,
  receivedFrom: dayField.empty('').allow(null).default(null),
  receivedTo: dayField.empty('').allow(null).default(null),
  order: Joi.string().valid('asc', 'desc').default('desc'),
})

export const previewQuery = Joi.object<PreviewDeadline>({
  institutionId: optionalId,
  kind: kind.default('access'),
  received: momentField.required(),
})
