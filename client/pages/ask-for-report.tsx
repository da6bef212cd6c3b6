import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { href, type PageContext } from '../page-context.ts'
import { Button } from '../parts/form.tsx'

interface AskProps {
  readonly ctx: PageContext
  readonly asked: {
    readonly from: CalendarDate
    readonly to: CalendarDate
    readonly asOf: CalendarDate
    readonly size?: 'A4' | 'LETTER'
  }
  readonly label: string
}

/** A button that has the report made, whose page then tells how far it has got. */
export function AskForReport({ ctx, asked, label }: AskProps): VNode {
  const { from, to, asOf, size = 'A4' } = asked
  return (
    <form method="post" action={href(ctx, '/informe/trabajos')}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      {Object.entries({ from, to, asOf, size }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button>{label}</Button>
    </form>
  )
}
