import type { VNode } from 'preact'
import type { LedgerDay } from '../../server/domain/calendar/day-ledger.ts'
import type { MessageKey } from '../../server/i18n/es.ts'
import { dayText } from '../dates.ts'
import type { PageContext } from '../page-context.ts'

/**
 * Every day of a term: counted or skipped, why, and where that is written. On a phone a long reason goes below its day;
 * the roles are spelt out because `display: flex` takes them away.
 */
export function DayLedger({ ctx, ledger }: { ctx: PageContext; ledger: readonly LedgerDay[] }): VNode {
  return (
    <table class="ledger" role="table">
      <caption class="hidden">{ctx.t('ledger.caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(['ledger.day', 'ledger.counts', 'ledger.why'] as const).map(head => (
            <th key={head} scope="col" role="columnheader">
              {ctx.t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {ledger.map(day => (
          <LedgerRow key={day.date} ctx={ctx} day={day} />
        ))}
      </tbody>
    </table>
  )
}

function LedgerRow({ ctx, day }: { ctx: PageContext; day: LedgerDay }): VNode {
  const source = day.source ?? (day.reason === 'weekend' ? ctx.t('day.weekend.source') : null)
  return (
    <tr role="row" class={day.counted ? 'ledger-counted' : 'ledger-skipped'}>
      <th scope="row" role="rowheader">
        {dayText(ctx.language, day.date, 'row')}
      </th>
      <td role="cell">
        {day.ordinal === null ? ctx.t('ledger.skipped') : ctx.t('ledger.ordinal', { ordinal: day.ordinal })}
      </td>
      <td role="cell">
        {dayReason(ctx, day)}
        {source ? <span class="ledger-source"> {source}</span> : null}
        {day.movedFrom ? (
          <span class="ledger-source">
            {' '}
            {ctx.t('ledger.moved', { day: dayText(ctx.language, day.movedFrom, 'plain') })}
          </span>
        ) : null}
      </td>
    </tr>
  )
}

/** The day's own name where it has one, in the reader's language where we know it. */
function dayReason(ctx: PageContext, day: LedgerDay): string {
  return dayName(ctx, day) ?? ctx.t(`day.${day.reason}`)
}

interface Named {
  readonly key: string | null
  readonly name: string | null
}

function dayName(ctx: PageContext, { key, name }: Named): string | null {
  const known = key ? namedDays[key] : undefined
  return known ? ctx.t(known) : name
}

export function DayName({ ctx, day }: { ctx: PageContext; day: Named }): VNode {
  return <>{dayName(ctx, day)}</>
}

const namedDays: Readonly<Record<string, MessageKey>> = {
  'ano-nuevo': 'day.ano-nuevo',
  'miercoles-santo': 'day.miercoles-santo',
  'jueves-santo': 'day.jueves-santo',
  'viernes-santo': 'day.viernes-santo',
  'sabado-santo': 'day.sabado-santo',
  'dia-del-trabajo': 'day.dia-del-trabajo',
  'dia-del-ejercito': 'day.dia-del-ejercito',
  asuncion: 'day.asuncion',
  independencia: 'day.independencia',
  revolucion: 'day.revolucion',
  'todos-los-santos': 'day.todos-los-santos',
  nochebuena: 'day.nochebuena',
  navidad: 'day.navidad',
  'fin-de-ano': 'day.fin-de-ano',
}
