import type { ComponentChildren, VNode } from 'preact'
import type { DeadlinePreview } from '../../server/requests/preview-deadline.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { DayLedger } from './day-ledger.tsx'
import { Icon } from './icon.tsx'

interface PreviewProps {
  readonly ctx: PageContext
  readonly preview: DeadlinePreview | null
  /** On the calculator's own page, all of it is shown. */
  readonly open?: boolean
  /** What stands between the answer and how it was counted. */
  readonly children?: ComponentChildren
}

/** When an answer would be due and why: on the calculator, and while a request is being logged. */
export function DeadlinePreviewBox({ ctx, preview, open = false, children }: PreviewProps): VNode {
  const { t, language } = ctx
  if (preview === null) return <p>{t('new.preview.empty')}</p>
  const long = (day: DeadlinePreview['dueOn']) => dayText(language, day, 'long')
  const skipped = preview.ledger.filter(day => !day.counted && day.reason !== 'weekend').length
  const { extensionNotice: notice } = preview
  return (
    <>
      <h2 class="deadline-title">
        <Icon name="clock" /> {t('calculator.result', { day: long(preview.dueOn) })}
      </h2>
      <p>{t('deadline.skipped', { skipped })}</p>
      <p>{t('calculator.overdue', { day: long(preview.overdueFrom) })}</p>
      {notice ? (
        <p>
          {t('calculator.extension', {
            from: long(notice.from),
            by: long(notice.by),
            latest: long(preview.latestDueOn),
          })}
        </p>
      ) : null}
      {children}
      <details class="deadline-how" open={open}>
        <summary>{t('deadline.how')}</summary>
        <div class="deadline-reckoning">
          <p>
            {t('deadline.reckoning', {
              term: preview.ledger.filter(day => day.counted).length,
              start: long(preview.countedReceipt),
              end: long(preview.dueOn),
            })}
          </p>
          <DayLedger ctx={ctx} ledger={preview.ledger} />
          <p class="soft small">{t('calculator.article', { article: preview.article })}</p>
        </div>
      </details>
    </>
  )
}
