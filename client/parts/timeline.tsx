import type { VNode } from 'preact'
import type { RequestView, TimelineEntry } from '../../server/requests/request-view.ts'
import { dayText, instantText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { Attachment } from './attachment.tsx'
import { eventLines } from './event-lines.ts'

/** Newest first; a due day that passed stands among the acts, at its place. */
export function Timeline({ ctx, request }: { ctx: PageContext; request: RequestView }): VNode {
  return (
    <ol class="timeline">
      {request.timeline.map(entry => (
        <Entry key={entry.id} ctx={ctx} request={request} entry={entry} />
      ))}
    </ol>
  )
}

interface EntryProps {
  readonly ctx: PageContext
  readonly request: RequestView
  readonly entry: TimelineEntry
}

function Entry({ ctx, request, entry }: EntryProps): VNode {
  const side = entry.side ?? ctx.t(`role.${entry.role}`)
  const when = entry.occurredAt
    ? instantText(ctx.language, entry.occurredAt)
    : dayText(ctx.language, entry.occurredOn, 'long')
  return (
    <li
      class={entry.type === 'lapsed' ? 'timeline-entry timeline-late' : 'timeline-entry'}
      id={`acto-${entry.id}`}
    >
      <h3 class="timeline-title">
        {ctx.t(`event.${entry.type}`)} <span class="timeline-side">{ctx.t('timeline.by', { side })}</span>
      </h3>
      <p class="timeline-when">{when}</p>
      {eventLines(ctx, entry).map(line => (
        <p
          key={line.text}
          class="timeline-line"
          lang={line.theirs && ctx.language !== 'es' ? 'es' : undefined}
        >
          {line.text}
        </p>
      ))}
      <Notes ctx={ctx} entry={entry} />
      <Proof ctx={ctx} request={request} entry={entry} />
    </li>
  )
}

function Notes({ ctx, entry }: { ctx: PageContext; entry: TimelineEntry }): VNode {
  return (
    <>
      {entry.loggedLate !== null && entry.loggedLate > 0 ? (
        <p class="timeline-note">{ctx.t('timeline.loggedLate', { days: entry.loggedLate })}</p>
      ) : null}
      {entry.computed ? <p class="timeline-note">{ctx.t('timeline.computed')}</p> : null}
      {entry.correctedBy ? (
        <p class="timeline-note">
          <a href={`#acto-${entry.correctedBy}`}>{ctx.t('timeline.corrected')}</a>
        </p>
      ) : null}
    </>
  )
}

function Proof({ ctx, request, entry }: EntryProps): VNode {
  return (
    <>
      {entry.evidence.map((evidence, index) => {
        const file = request.attachments.find(one => one.sha256 === evidence.sha256)
        if (file) return <Attachment key={file.sha256} ctx={ctx} requestId={request.id} file={file} />
        return (
          <p key={index} class="timeline-note">
            {ctx.t('timeline.evidence', { kind: ctx.t(`evidence.${evidence.kind}`) })}
            {evidence.note ? ` ${evidence.note}` : ''}
          </p>
        )
      })}
    </>
  )
}
