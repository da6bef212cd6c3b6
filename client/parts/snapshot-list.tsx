import type { VNode } from 'preact'
import { isMessageKey } from '../../server/i18n/translate.ts'
import type { SnapshotView } from '../../server/open-data/present-snapshot.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'

interface SnapshotsProps {
  readonly ctx: PageContext
  readonly snapshots: readonly SnapshotView[]
}

const address = '/api/v1/open-data/snapshots'

/** The open data of a day of each month, with what proves that a file is the one that was published. */
export function Snapshots({ ctx, snapshots }: SnapshotsProps): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="copias">
      <h2 id="copias">{t('data.snapshots')}</h2>
      <p>{t('data.snapshots.text')}</p>
      {snapshots.length === 0 ? <p class="empty">{t('data.snapshots.none')}</p> : null}
      {snapshots.map(snapshot => (
        <SnapshotOfMonth key={snapshot.month} ctx={ctx} snapshot={snapshot} />
      ))}
      <p class="soft small">
        {t('data.snapshots.api')} <a href={address}>{address}</a>
      </p>
    </section>
  )
}

function SnapshotOfMonth({ ctx, snapshot }: { ctx: PageContext; snapshot: SnapshotView }): VNode {
  const { t, language } = ctx
  return (
    <details class="chart-data">
      <summary>{t('data.snapshot', { day: dayText(language, snapshot.asOf, 'plain') })}</summary>
      <ul class="plain">
        {snapshot.files.map(({ name, address, rows, sha256 }) => (
          <li key={name} class="notice">
            <a href={address}>{titleOf(ctx, name)} (CSV)</a>{' '}
            <span class="soft">{t('data.snapshot.rows', { rows })}</span>
            <p class="soft small">
              {t('editions.sha256')}: <span class="hash">{sha256}</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function titleOf({ t }: PageContext, name: string): string {
  const key = `data.set.${name}`
  return t(isMessageKey(key) ? key : 'data.snapshot.dictionary')
}
