import type { VNode } from 'preact'
import { instantText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { Button } from '../../parts/form.tsx'
import { Pager } from '../../parts/pager.tsx'

/** As the outbox tells them. */
export const messageTabs = ['kept', 'pending', 'failed', 'sent', 'unwanted'] as const

export type MessageTab = (typeof messageTabs)[number]

export interface MessageLine {
  readonly id: string
  readonly at: Date
  /** Where it is to go: whoever forwards it by hand needs it. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attempts: number
  readonly lastError: string | null
}

export interface MessagesData {
  readonly tab: MessageTab
  readonly messages: readonly MessageLine[]
  readonly nextCursor: string | null
  readonly mail: boolean
}

/** What was written to people, and what became of it: readable without a mail server. */
export function MessagesPage({ ctx, data }: { ctx: PageContext; data: MessagesData }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('messages.title')}>
      <h1>{t('messages.title')}</h1>
      <p class="lead">{t(data.mail ? 'messages.lead' : 'messages.noMail')}</p>
      <nav aria-label={t('messages.states')}>
        <ul class="views">
          {messageTabs.map(tab => (
            <li key={tab}>
              <a
                class="views-link"
                href={href(ctx, `/mensajes?estado=${tab}`)}
                aria-current={tab === data.tab ? 'page' : undefined}
              >
                {t(`messages.${tab}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {data.messages.length === 0 ? <p class="empty">{t('messages.none')}</p> : null}
      {data.messages.map(message => (
        <Message key={message.id} ctx={ctx} message={message} isFailed={data.tab === 'failed'} />
      ))}
      <Pager ctx={ctx} path="/mensajes" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
    </Layout>
  )
}

interface MessageProps {
  readonly ctx: PageContext
  readonly message: MessageLine
  readonly isFailed: boolean
}

function Message({ ctx, message, isFailed }: MessageProps): VNode {
  const { t, language } = ctx
  const { subject, to, at, text, attempts, lastError } = message
  return (
    <details class="other-clock">
      <summary>
        <strong>{subject}</strong> · {instantText(language, at)}
      </summary>
      <div class="other-clock-body">
        <p>{t('notices.kept.to', { to })}</p>
        <p class="prose">{text}</p>
        {attempts > 0 ? <p class="soft small">{t('messages.attempts', { attempts })}</p> : null}
        {lastError === null ? null : (
          <p class="soft small">{t('messages.lastError', { error: lastError })}</p>
        )}
        {isFailed ? <Resend ctx={ctx} message={message} /> : null}
      </div>
    </details>
  )
}

function Resend({ ctx, message: { id, subject } }: { ctx: PageContext; message: MessageLine }): VNode {
  return (
    <form method="post" action={href(ctx, '/mensajes/reenviar')}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <Button kind="secondary" name="id" value={id}>
        {ctx.t('messages.resend')}
        <span class="hidden"> {subject}</span>
      </Button>
    </form>
  )
}
