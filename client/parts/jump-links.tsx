import type { VNode } from 'preact'
import type { PageContext } from '../page-context.ts'

export interface Jump {
  /** The id of a heading on the page. */
  readonly to: string
  readonly name: string
}

/** The parts of a long page, where a phone shows them one below the other. */
export function JumpLinks({ ctx, jumps }: { ctx: PageContext; jumps: readonly Jump[] }): VNode {
  return (
    <nav class="jump" aria-label={ctx.t('help.contents')}>
      <ul class="plain">
        {jumps.map(({ to, name }) => (
          <li key={to}>
            <a href={`#${to}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
