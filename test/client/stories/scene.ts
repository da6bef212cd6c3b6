import type { VNode } from 'preact'
import type { PageContext } from '../../../client/page-context.ts'
import type { Role } from '../../../server/domain/request/events.ts'

export type Scene = readonly [
  name: string,
  role: Role | null,
  path: string,
  page: (ctx: PageContext) => VNode,
  query?: string,
]
