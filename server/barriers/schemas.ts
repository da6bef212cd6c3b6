import Joi from 'joi'
import { barrierKinds } from '../domain/barriers.ts'
import { evidenceKinds } from '../domain/request/events.ts'
import { dayField } from '../http/day-field.ts'
import { pageKeys } from '../http/paging.ts'
import type { ListBarriers } from './list-barriers.ts'
import type { NewBarrier } from './record-barrier.ts'

const id = Joi.string().trim().max(120)
const optionalId = id.empty('').allow(null).default(null)

export const newBarrier = Joi.object<NewBarrier>({
  kind: Joi.string()
    .valid(...barrierKinds)
    .required(),
  occurredOn: dayField.required(),
  institutionId: optionalId,
  requestId: optionalId,
  place: Joi.string().trim().max(200).allow('').default(''),
  note: Joi.string().trim().max(4000).allow('').default(''),
  evidence: Joi.string()
    .valid(...evidenceKinds)
    .default('declarada'),
})

export const barrierParams = Joi.object<{ barrierId: string }>({ barrierId: id.required() })

export const barrierFileParams = Joi.object<{ barrierId: string; sha256: string }>({
  barrierId: id.required(),
  sha256: Joi.string().lowercase().hex().length(64).required(),
})

export const barrierQuery = Joi.object<ListBarriers>({
  ...pageKeys,
  requestId: optionalId,
  institutionId: optionalId,
})
