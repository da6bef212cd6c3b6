import Joi from 'joi'
import type { Cursor, Page } from '../store/collection.ts'

export interface PageQuery {
  readonly cursor: Cursor | null
  readonly limit: number
}

/** Query keys of every list; spread into a list's own schema. */
export const pageKeys = {
  cursor: Joi.string().max(2000).empty('').default(null),
  limit: Joi.number().integer().min(1).max(100).default(25),
}

export interface PageView<T> {
  readonly items: readonly T[]
  /** Sent back as `cursor` for the next page; null at the end. */
  readonly next: Cursor | null
}

export function presentPage<T, View>({ items, next }: Page<T>, present: (item: T) => View): PageView<View> {
  return { items: items.map(item => present(item)), next }
}
