import Joi from 'joi'
import { pageKeys, type PageQuery } from '../http/paging.ts'
import { messageStates, type MessageState } from '../store/outbox-store.ts'

export interface NotificationQuery extends PageQuery {
  readonly unread: boolean
}

export const notificationQuery = Joi.object<NotificationQuery>({
  ...pageKeys,
  unread: Joi.boolean().default(false),
})

export const notificationParams = Joi.object<{ notificationId: string }>({
  notificationId: Joi.string().max(80).required(),
})

export interface MessageQuery extends PageQuery {
  readonly state: MessageState
}

export const messageQuery = Joi.object<MessageQuery>({
  ...pageKeys,
  state: Joi.string()
    .valid(...messageStates)
    .default('kept'),
})
