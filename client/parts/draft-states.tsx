import type { VNode } from 'preact'
import type { PageContext } from '../page-context.ts'

interface DraftProps {
  readonly ctx: PageContext
}

/** Above the fields: what was typed before is back. Hidden until draft.ts has put it there. */
export function RestoredBand({ ctx }: DraftProps): VNode {
  const { t } = ctx
  return (
    <>
      <div class="draft-state draft-restored" data-state="restored" role="status" hidden>
        <p>{t('draft.restored')}</p>
        <button class="button button-secondary" type="button" data-discard="">
          {t('draft.discard')}
        </button>
      </div>
      <div class="draft-state draft-restored" data-state="restored-file" role="status" hidden>
        <p>{t('draft.restored.file')}</p>
        <button class="button button-secondary" type="button" data-discard="">
          {t('draft.discard')}
        </button>
      </div>
    </>
  )
}

/** Below the fields: where the text is now. One is shown at a time, by draft.ts and outbox.ts. */
export function DraftStates({ ctx }: DraftProps): VNode {
  const { t } = ctx
  return (
    <>
      <p class="draft-state" data-state="saved" hidden>
        {t('draft.saved')}
      </p>
      <p class="draft-state draft-wrong" data-state="failed" role="alert" hidden>
        {t('draft.failed')}
      </p>
      <p class="draft-state draft-waits" data-state="queued" role="alert" hidden>
        {t('draft.queued')}
      </p>
      <p class="draft-state draft-waits" data-state="offline" role="alert" hidden>
        {t('draft.offline')}
      </p>
      <p class="draft-state draft-wrong" data-state="file" role="alert" hidden>
        {t('draft.file')}
      </p>
    </>
  )
}

/** What came of a form that was sent without a connection, on whatever page its sender is by then. */
export function OutboxBands({ ctx }: DraftProps): VNode {
  const { t } = ctx
  return (
    <>
      <div class="band band-done" data-outbox="sent" role="status" tabIndex={-1} hidden>
        <p>
          {t('outbox.sent')} <a href="#contenido">{t('outbox.see')}</a>
        </p>
      </div>
      <div class="band band-warning" data-outbox="refused" role="alert" tabIndex={-1} hidden>
        <p>
          {t('outbox.refused')} <a href="#contenido">{t('outbox.open')}</a>
        </p>
      </div>
      <div class="band band-warning" data-outbox="unsent" role="alert" tabIndex={-1} hidden>
        <p>{t('outbox.unsent')}</p>
      </div>
    </>
  )
}
