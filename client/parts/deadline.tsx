import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { DeadlineView, Urgency } from '../../server/requests/request-view.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'ok' | 'soon' | 'late' | 'done' | 'muted'

export const toneOf = {
  vencida: 'late',
  pronto: 'soon',
  adelante: 'ok',
  cerrada: 'done',
} as const satisfies Record<Urgency, Tone>

const iconOf = {
  late: 'warning',
  soon: 'clock',
  ok: 'clock',
  done: 'check',
  muted: 'pause',
} as const satisfies Record<Tone, IconName>

/** Working days left, in words: "Faltan 3 días hábiles", "Vence hoy", "Vencida hace 2 días hábiles". */
export function daysLeftText(ctx: PageContext, left: number, dueOn: CalendarDate): string {
  if (dueOn < ctx.today) return ctx.t('deadline.late', { days: Math.max(0, -left) })
  return dueOn === ctx.today ? ctx.t('deadline.today') : ctx.t('deadline.left', { days: left })
}

interface BadgeProps {
  readonly ctx: PageContext
  readonly deadline: DeadlineView | null
  readonly urgency: Urgency
}

/** A row's deadline: shape, words and date; never colour alone. */
export function DeadlineBadge({ ctx, deadline, urgency }: BadgeProps): VNode {
  if (deadline === null) return <span class="due due-done">{ctx.t('deadline.none')}</span>
  const tone = toneOf[urgency]
  return (
    <span class="due-block">
      <span class={`due due-${tone}`}>
        <Icon name={iconOf[tone]} />
        {daysLeftText(ctx, deadline.workingDaysLeft, deadline.dueOn)}
      </span>
      <span class="due-date">{dayText(ctx.language, deadline.dueOn, 'short')}</span>
      {isAnswer(deadline) ? null : <span class="due-date">{ctx.t(`clock.${deadline.clock}`)}</span>}
    </span>
  )
}

/** The term everybody expects; any other is named in its row. */
function isAnswer({ clock }: DeadlineView): boolean {
  return clock === 'K1' || clock === 'K3'
}
