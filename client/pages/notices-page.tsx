import type { VNode } from 'preact'
import { instantText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { NoticeList, type NoticeView } from '../parts/notice-list.tsx'
import { NothingHere } from '../parts/nothing-here.tsx'
import { Pager } from '../parts/pager.tsx'

export interface KeptMessage {
  readonly id: string
  readonly at: Date
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface NoticesData {
  readonly notices: readonly NoticeView[]
  readonly nextCursor: string | null
  /** Mails that could not be sent for want of a server; null for those who may not read them. */
  readonly kept: readonly KeptMessage[] | null
}

export function NoticesPage({ ctx, data }: { ctx: PageContext; data: NoticesData }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('notices.title')}>
      <div class="head">
        <div>
          <h1>{t('notices.title')}</h1>
          <p class="lead">{t('notices.lead')}</p>
        </div>
        {data.notices.some(({ unread }) => unread) ? <MarkRead ctx={ctx} /> : null}
      </div>
      {data.notices.length === 0 ? (
        <NothingHere ctx={ctx} text="notices.empty" to="/cuenta#avisos" next="empty.notices" />
      ) : (
        <NoticeList ctx={ctx} notices={data.notices} />
      )}
      <Pager ctx={ctx} path="/avisos" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
      {data.kept === null ? null : <Kept ctx={ctx} kept={data.kept} />}
    </Layout>
  )
}

function MarkRead({ ctx }: { ctx: PageContext }): VNode {
  return (
    <form method="post" action={href(ctx, '/avisos/leidos')}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <button class="button button-secondary" type="submit">
        {ctx.t('notices.markRead')}
      </button>
    </form>
  )
}

function Kept({ ctx, kept }: { ctx: PageContext; kept: readonly KeptMessage[] }): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="sin-enviar">
      <h2 id="sin-enviar">{t('notices.kept.title')}</h2>
      <p>{t('notices.kept.lead')}</p>
      {kept.length === 0 ? <p class="empty">{t('notices.kept.empty')}</p> : null}
      {kept.map(({ id, at, to, subject, text }) => (
        <details class="other-clock" key={id}>
          <summary>
            <strong>{subject}</strong> · {t('notices.kept.to', { to })} · {instantText(ctx.language, at)}
          </summary>
          <p class="prose">{text}</p>
        </details>
      ))}
    </section>
  )
}
