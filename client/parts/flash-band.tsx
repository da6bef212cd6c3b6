import type { VNode } from 'preact'
import { href, type Flash, type PageContext } from '../page-context.ts'
import { Icon } from './icon.tsx'

/** Says what the last act did, once; what binds nobody can be taken back from here. */
export function FlashBand({ ctx }: { ctx: PageContext }): VNode | null {
  const { flash } = ctx
  if (flash === null) return null
  return (
    <div
      class={`band band-${flash.tone}`}
      role="status"
      tabIndex={-1}
      data-focus=""
      data-done={flash.tone === 'done' ? flash.form : undefined}
    >
      <Icon name={flash.tone === 'done' ? 'check' : 'warning'} />
      <p>{ctx.t(flash.key, flash.values)}</p>
      {flash.undo ? <Undo ctx={ctx} undo={flash.undo} /> : null}
    </div>
  )
}

function Undo({ ctx, undo }: { ctx: PageContext; undo: NonNullable<Flash['undo']> }): VNode {
  return (
    <form class="band-undo" method="post" action={href(ctx, undo.path)}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      {Object.entries(undo.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="button button-secondary" type="submit">
        {ctx.t('band.undo')}
      </button>
    </form>
  )
}
