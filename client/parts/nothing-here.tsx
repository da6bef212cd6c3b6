import type { VNode } from 'preact'
import type { MessageKey } from '../../server/i18n/es.ts'
import { href, type PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

interface NothingHereProps {
  readonly ctx: PageContext
  readonly text: MessageKey
  /** What would stand here, where the title alone does not tell. */
  readonly why?: MessageKey
  /** Nothing is owed, which is good news. */
  readonly allDone?: boolean
  /** The next thing to do. */
  readonly to: string
  readonly next: MessageKey
}

/** An empty list, and where to go on from it: nobody is left before a wall. */
export function NothingHere({ ctx, text, why, allDone, to, next }: NothingHereProps): VNode {
  return (
    <div class="empty">
      <p>
        {allDone ? <Icon name="check" /> : null} {ctx.t(text)}
      </p>
      {why ? <p>{ctx.t(why)}</p> : null}
      <p>
        <a href={href(ctx, to)}>{ctx.t(next)}</a>
      </p>
    </div>
  )
}
