import type { VNode } from 'preact'
import type { RequestView } from '../../server/requests/request-view.ts'
import { dayText, instantText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { Attachment } from '../parts/attachment.tsx'
import { Breaches } from '../parts/breaches.tsx'
import { Casework, type CaseworkProps } from '../parts/casework.tsx'
import { ClockWorking, DeadlineBox } from '../parts/deadline-box.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList, type Fact } from '../parts/facts-list.tsx'
import { NextStep, OtherActions } from '../parts/next-step.tsx'
import { Replies } from '../parts/replies.tsx'
import { Tools, type RequestTools } from '../parts/request-tools.tsx'
import { StatusTag } from '../parts/status-tag.tsx'
import { Testimony } from '../parts/testimony.tsx'
import { Timeline } from '../parts/timeline.tsx'

interface RequestProps {
  readonly ctx: PageContext
  readonly request: RequestView
}

interface RequestPageProps extends RequestProps {
  /** The unit's own work and its forms; null for everybody else. */
  readonly casework?: Pick<CaseworkProps, 'work' | 'form'> | null
  /** What the organisation and those who oversee can do with it besides. */
  readonly tools?: RequestTools | null
}

/** One page with headings and no tabs: it prints, it can be searched, it needs no script. */
export function RequestPage({ ctx, request, casework = null, tools = null }: RequestPageProps): VNode {
  const form = casework?.form ?? null
  return (
    <Layout
      ctx={ctx}
      title={`${request.title} (${request.reference})`}
      problem={form !== null && form.errors.length > 0}
    >
      <a class="back" href={href(ctx, '/solicitudes')}>
        ← {ctx.t('nav.requests')}
      </a>
      {form ? <ErrorSummary ctx={ctx} form={form} /> : null}
      <Heading ctx={ctx} request={request} />
      <div class="columns">
        <DeadlineBox ctx={ctx} request={request} />
        <NextStep ctx={ctx} request={request} />
      </div>
      <div class="columns">
        <Course ctx={ctx} request={request} casework={casework} />
        <Facts ctx={ctx} request={request} tools={tools} />
      </div>
    </Layout>
  )
}

function Heading({ ctx, request }: RequestProps): VNode {
  return (
    <>
      <p class="request-reference">{request.reference}</p>
      <h1 lang={ctx.language === 'es' ? undefined : 'es'}>{request.title}</h1>
      <p class="request-under">
        <StatusTag ctx={ctx} state={request.state} outcome={request.outcome} />
        <span>{request.institution.name}</span>
        {request.disputed ? <span class="tag tag-soon">{ctx.t('requests.disputed')}</span> : null}
      </p>
    </>
  )
}

function Course({ ctx, request, casework }: RequestPageProps): VNode {
  return (
    <div>
      <Asked ctx={ctx} request={request} />
      <Breaches ctx={ctx} breaches={request.breaches} />
      <Testimony ctx={ctx} testimony={request.testimony} />
      <Replies ctx={ctx} request={request} />
      <h2>{ctx.t('request.timeline')}</h2>
      <Timeline ctx={ctx} request={request} />
      <OtherClocks ctx={ctx} request={request} />
      {casework ? <Casework ctx={ctx} requestId={request.id} {...casework} /> : null}
    </div>
  )
}

function Facts({ ctx, request, tools }: RequestPageProps): VNode {
  return (
    <div>
      <h2>{ctx.t('request.facts')}</h2>
      <FactsList facts={facts(ctx, request)} />
      <OtherActions ctx={ctx} request={request} />
      {tools ? <Tools ctx={ctx} requestId={request.id} tools={tools} /> : null}
    </div>
  )
}

function Asked({ ctx, request }: RequestProps): VNode {
  return (
    <section aria-labelledby="pedido">
      <h2 id="pedido">{ctx.t('request.asked')}</h2>
      {request.body === '' ? (
        <p class="soft">{ctx.t('request.asked.kept')}</p>
      ) : (
        <p class="prose" lang={ctx.language === 'es' ? undefined : 'es'}>
          {request.body}
        </p>
      )}
      {request.attachments.map(file => (
        <Attachment key={file.sha256} ctx={ctx} requestId={request.id} file={file} />
      ))}
    </section>
  )
}

function facts(ctx: PageContext, request: RequestView): Fact[] {
  const { t, language } = ctx
  const notice = request.extensionNotice
  const optional: Fact[] = [
    ...(request.dueOn ? [{ name: t('fact.due'), value: dayText(language, request.dueOn, 'long') }] : []),
    ...(request.baseDue && request.baseDue !== request.dueOn
      ? [{ name: t('fact.baseDue'), value: dayText(language, request.baseDue, 'long') }]
      : []),
    ...(notice
      ? [
          {
            name: t('fact.notice'),
            value: t('fact.notice.window', {
              from: dayText(language, notice.from, 'plain'),
              by: dayText(language, notice.by, 'plain'),
            }),
          },
        ]
      : []),
  ]
  return [
    { name: t('fact.case'), value: request.caseNumber ?? t('fact.case.none') },
    { name: t('fact.institution'), value: `${request.institution.name} (${request.institution.acronym})` },
    { name: t('fact.requester'), value: request.organisation.name },
    { name: t('fact.kind'), value: t(`kind.${request.kind}`) },
    { name: t('fact.channel'), value: channelText(ctx, request.channel) },
    {
      name: t('fact.received'),
      value: request.receivedAt
        ? instantText(language, request.receivedAt)
        : dayText(language, request.receivedOn, 'short'),
    },
    ...optional,
  ]
}

function channelText(ctx: PageContext, channel: string): string {
  switch (channel) {
    case 'electronica':
    case 'escrita':
    case 'verbal':
      return ctx.t(`channel.${channel}`)
    default:
      return channel
  }
}

/** Every clock that ran or runs besides the one in the box. */
function OtherClocks({ ctx, request }: RequestProps): VNode | null {
  const main = request.clocks.findLast(clock => clock.clock === request.deadline?.clock)
  const others = request.clocks.filter(clock => clock !== main)
  if (others.length === 0) return null
  return (
    <section aria-labelledby="otros-plazos">
      <h2 id="otros-plazos">{ctx.t('request.otherClocks')}</h2>
      {others.map(clock => (
        <details class="other-clock" key={`${clock.clock} ${clock.startedOn}`}>
          <summary>
            <strong>{ctx.t(`clock.${clock.clock}`)}</strong>: {dayText(ctx.language, clock.dueOn, 'short')}{' '}
            <span class="soft">({ctx.t(`clockStatus.${clock.status}`)})</span>
          </summary>
          <div class="other-clock-body">
            <p class="soft small">{ctx.t(`clock.${clock.clock}.plain`)}</p>
            <ClockWorking ctx={ctx} clock={clock} />
          </div>
        </details>
      ))}
    </section>
  )
}
