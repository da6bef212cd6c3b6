import type { VNode } from 'preact'
import type { ClockView, RequestView } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { daysLeftText, toneOf } from './deadline.tsx'
import { DayLedger } from './day-ledger.tsx'
import { Icon } from './icon.tsx'

/** A deadline is three things: working days left in words, the date with its weekday, and how it was counted. */
export function DeadlineBox({ ctx, request }: { ctx: PageContext; request: RequestView }): VNode {
  const { deadline, urgency } = request
  const clock = deadline ? (request.clocks.findLast(one => one.clock === deadline.clock) ?? null) : null
  if (deadline === null) return <NothingOwed ctx={ctx} request={request} />
  const late = deadline.dueOn < ctx.today
  const day = dayText(ctx.language, deadline.dueOn, 'long')
  return (
    <section class={`deadline deadline-${toneOf[urgency]}`} aria-labelledby="plazo-titulo">
      <p class="deadline-what">{ctx.t(`clock.${deadline.clock}`)}</p>
      <h2 id="plazo-titulo" class="deadline-title">
        <Icon name={late ? 'warning' : 'clock'} />
        {daysLeftText(ctx, deadline.workingDaysLeft, deadline.dueOn)}
      </h2>
      <p class="deadline-day">{ctx.t(late ? 'deadline.wasDue' : 'deadline.due', { day })}</p>
      <p class="deadline-plain">{ctx.t(`clock.${deadline.clock}.plain`)}</p>
      {clock ? <ClockWorking ctx={ctx} clock={clock} /> : null}
    </section>
  )
}

function NothingOwed({ ctx, request }: { ctx: PageContext; request: RequestView }): VNode {
  const waiting = request.state === 'en_prevencion'
  return (
    <section class="deadline deadline-done" aria-labelledby="plazo-titulo">
      <h2 id="plazo-titulo" class="deadline-title">
        <Icon name={waiting ? 'pause' : 'check'} />
        {ctx.t(waiting ? 'deadline.waiting' : 'deadline.none')}
      </h2>
      <p class="deadline-plain">{ctx.t(waiting ? 'deadline.waiting.text' : 'deadline.none.text')}</p>
    </section>
  )
}

/** The bar of days, and the fold with the whole reckoning. */
export function ClockWorking({
  ctx,
  clock,
  open = false,
}: {
  ctx: PageContext
  clock: ClockView
  open?: boolean
}): VNode {
  return (
    <>
      <DayStrip ctx={ctx} clock={clock} />
      <details class="deadline-how" open={open}>
        <summary>{ctx.t('deadline.how')}</summary>
        <div class="deadline-reckoning">
          <Reckoning ctx={ctx} clock={clock} />
          <DayLedger ctx={ctx} ledger={clock.ledger} />
        </div>
      </details>
    </>
  )
}

function Reckoning({ ctx, clock }: { ctx: PageContext; clock: ClockView }): VNode {
  const start = dayText(ctx.language, clock.startedOn, 'long')
  const end = dayText(ctx.language, clock.dueOn, 'long')
  const skipped = clock.ledger.filter(day => !day.counted && day.reason !== 'weekend').length
  const key = clock.unit === 'working' ? 'deadline.reckoning' : 'deadline.reckoning.calendar'
  return (
    <>
      <p>{ctx.t(key, { term: clock.term, start, end })}</p>
      {clock.unit === 'working' ? <p>{ctx.t('deadline.skipped', { skipped })}</p> : null}
      {clock.unsuspendedDueOn ? (
        <p>{ctx.t('deadline.unsuspended', { day: dayText(ctx.language, clock.unsuspendedDueOn, 'long') })}</p>
      ) : null}
      <p class="soft small">{ctx.t('deadline.article', { article: clock.article })}</p>
    </>
  )
}

function DayStrip({ ctx, clock }: { ctx: PageContext; clock: ClockView }): VNode {
  const counted = clock.ledger.filter(day => day.counted)
  const gone = counted.filter(day => day.date <= (clock.stoppedOn ?? ctx.today)).length
  return (
    <div class="strip">
      <div class="strip-days" aria-hidden="true">
        {counted.map((day, index) => (
          <span key={day.date} class={index < gone ? 'strip-day strip-gone' : 'strip-day'} />
        ))}
      </div>
      <p class="strip-words">{ctx.t('deadline.gone', { gone, term: counted.length })}</p>
    </div>
  )
}
