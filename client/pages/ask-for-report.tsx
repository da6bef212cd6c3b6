import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { valueOf, type FormState } from '../form-state.ts'
import { href, type PageContext } from '../page-context.ts'
import { ChoiceField } from '../parts/fields.tsx'
import { Button } from '../parts/form.tsx'

interface AskProps {
  readonly ctx: PageContext
  readonly asked: {
    readonly from: CalendarDate
    readonly to: CalendarDate
    readonly asOf: CalendarDate
  }
  /** What is asked again has its paper; otherwise it is chosen. */
  readonly paper: 'A4' | 'LETTER' | FormState
  readonly label: string
}

/** A button that has the report made, whose page then tells how far it has got. */
export function AskForReport({ ctx, asked: { from, to, asOf }, paper, label }: AskProps): VNode {
  const isChosen = typeof paper !== 'string'
  const carried = { desde: from, hasta: to, al: asOf, ...(!isChosen && { papel: paper }) }
  return (
    <form class={isChosen ? 'form' : undefined} method="post" action={href(ctx, '/informe')}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {isChosen ? <Paper ctx={ctx} form={paper} /> : null}
      <p class="buttons">
        <Button>{label}</Button>
      </p>
    </form>
  )
}

function Paper({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  const papel = valueOf(form, 'papel') === 'LETTER' ? 'LETTER' : 'A4'
  return (
    <ChoiceField
      ctx={ctx}
      form={{ ...form, values: { papel } }}
      name="papel"
      label={t('report.paper')}
      kind="radio"
      options={[
        { value: 'A4', label: t('report.paper.A4') },
        { value: 'LETTER', label: t('report.paper.LETTER') },
      ]}
    />
  )
}
