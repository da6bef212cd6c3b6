import type { VNode } from 'preact'
import type { PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

/** Says what the last act did, once. */
export function FlashBand({ ctx }: { ctx: PageContext }): VNode | null {
  const { flash } = ctx
  if (flash === null) return null
  return (
    <div class={`band band-${flash.tone}`} role="status" tabIndex={-1} data-focus="">
      <Icon name={flash.tone === 'done' ? 'check' : 'warning'} />
      <p>{ctx.t(flash.key, flash.values)}</p>
    </div>
  )
}
