import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Closure } from '../../server/domain/calendar/closures.ts'
import type { DayOff } from '../../server/domain/calendar/guatemala.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { Button } from '../parts/form.tsx'
import { DayName } from '../parts/day-ledger.tsx'

export interface ClosureRow extends Closure {
  /** Histories that do not say yet what it moved: 0 where all do, null where they were not counted. */
  readonly untold: number | null
}

export interface ClosuresData {
  readonly year: number
  readonly years: readonly number[]
  readonly byLaw: readonly DayOff[]
  readonly closures: readonly ClosureRow[]
  readonly mayAdd: boolean
}

interface ClosuresProps {
  readonly ctx: PageContext
  readonly data: ClosuresData
}

export function ClosuresPage({ ctx, data }: ClosuresProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('closures.title')}>
      <div class="head">
        <div>
          <h1>{t('closures.title')}</h1>
          <p class="lead">{t('closures.lead')}</p>
        </div>
        {data.mayAdd ? (
          <a class="button" href={href(ctx, '/dias-inhabiles/nuevo')}>
            {t('closures.add')}
          </a>
        ) : null}
      </div>
      <YearForm ctx={ctx} data={data} />
      <h2>{t('closures.orders', { year: data.year })}</h2>
      {data.closures.length === 0 ? (
        <p class="empty">{t('closures.orders.none')}</p>
      ) : (
        <Orders ctx={ctx} data={data} />
      )}
      <h2>{t('closures.law', { year: data.year })}</h2>
      <ByLaw ctx={ctx} data={data} />
    </Layout>
  )
}

function YearForm({ ctx, data }: ClosuresProps): VNode {
  return (
    <form class="sort" method="get" action={href(ctx, '/dias-inhabiles')}>
      <label for="f-ano">{ctx.t('closures.year')}</label>
      <select class="control" id="f-ano" name="ano">
        {data.years.map(year => (
          <option key={year} value={year} selected={year === data.year}>
            {year}
          </option>
        ))}
      </select>
      <Button kind="secondary">{ctx.t('closures.show')}</Button>
    </form>
  )
}

function Orders({ ctx, data }: ClosuresProps): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('closures.orders', { year: data.year })}
      head={[
        t('closures.name'),
        t('closures.day'),
        t('closures.source'),
        t('closures.published'),
        t('closures.scope'),
      ]}
      labelled={[2, 3, 4]}
      rows={data.closures.map(closure => ({
        key: closure.id,
        cells: [
          <Name key="name" ctx={ctx} closure={closure} />,
          <Days key="days" ctx={ctx} days={closure.days} />,
          <span key="source" lang={language === 'es' ? undefined : 'es'}>
            {closure.source}
          </span>,
          closure.publishedOn
            ? dayText(language, closure.publishedOn, 'short')
            : t('closures.published.unknown'),
          closure.scope.kind === 'all'
            ? t('closures.scope.all')
            : t('closures.scope.some', { count: closure.scope.institutionIds.length }),
        ],
      }))}
    />
  )
}

function Name({ ctx, closure }: { ctx: PageContext; closure: ClosureRow }): VNode {
  const { t, language } = ctx
  return (
    <>
      <span lang={language === 'es' ? undefined : 'es'}>
        <strong>{closure.name}</strong>
        {closure.doubt ? (
          <span class="row-under">{t('closures.doubt', { doubt: closure.doubt })}</span>
        ) : null}
      </span>
      {closure.untold === 0 ? null : (
        <span class="row-under">
          {closure.untold === null
            ? t('closures.untold.uncounted')
            : t('closures.untold', { count: closure.untold })}
        </span>
      )}
    </>
  )
}

function Days({ ctx, days }: { ctx: PageContext; days: readonly CalendarDate[] }): VNode {
  return (
    <ul class="plain">
      {days.map(day => (
        <li key={day} class="nowrap">
          {dayText(ctx.language, day, 'row')}
        </li>
      ))}
    </ul>
  )
}

function ByLaw({ ctx, data }: ClosuresProps): VNode {
  const { t, language } = ctx
  return (
    <CardTable
      caption={t('closures.law', { year: data.year })}
      head={[t('closures.day'), t('closures.name'), t('closures.source')]}
      rows={data.byLaw.map(day => ({
        key: `${day.date} ${day.key}`,
        cells: [
          <span key="day" class="nowrap">
            {dayText(language, day.date, 'row')}
          </span>,
          <span key="name">
            <DayName ctx={ctx} day={day} />
            {day.kind === 'asueto' ? null : <span class="row-under">{t(`closures.kind.${day.kind}`)}</span>}
            {day.movedFrom ? (
              <span class="row-under">
                {t('ledger.moved', { day: dayText(language, day.movedFrom, 'plain') })}
              </span>
            ) : null}
          </span>,
          <span key="source" class="soft" lang={language === 'es' ? undefined : 'es'}>
            {day.source}
          </span>,
        ],
      }))}
    />
  )
}
