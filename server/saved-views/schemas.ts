import Joi from 'joi'
import { viewMails } from '../store/saved-view-store.ts'
import type { NewView, ViewPatch } from './saved-views.ts'

const name = Joi.string().trim().max(80)
const mail = Joi.string().valid(...viewMails)

export const newView = Joi.object<NewView>({
  name: name.required(),
  query: Joi.string().max(2000).allow('').default(''),
  mail: mail.default('never'),
})

export const viewPatch = Joi.object<ViewPatch>({ name, mail }).min(1)

export const viewParams = Joi.object<{ viewId: string }>({ viewId: Joi.string().max(80).required() })
