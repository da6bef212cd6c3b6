import type { ComponentChildren, VNode } from 'preact'
import type { Counted, NamedCase } from '../../../server/domain/statistics/article-48.ts'
import { outcomes, requestKinds } from '../../../server/domain/request/states.ts'
import { formatsFor } from '../../../server/i18n/format.ts'
import type { AnnualReport } from '../../../server/reports/annual-report.ts'
import { dayText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { Icon } from '../../parts/icon.tsx'
import { NothingHere } from '../../parts/nothing-here.tsx'

interface AnnualProps {
  readonly ctx: PageContext
  readonly report: AnnualReport
}

/** The eight things that article 48 asks, as the record stands, and first what is missing in it. */
export function AnnualReportPage({ ctx, report }: AnnualProps): VNode {
  const { t, language } = ctx
  const { year, asOf, dueOn, count, institution } = report
  const day = (date: typeof asOf) => dayText(language, date, 'long')
  return (
    <Layout ctx={ctx} title={t('annual.title', { year })}>
      <h1>{t('annual.title', { year })}</h1>
      <p class="lead">{t('annual.lead', { institution: institution.name, count })}</p>
      <p class="time-left">
        {t(dueOn < ctx.today ? 'annual.wasDue' : 'annual.due', { day: day(dueOn) })}{' '}
        {t('annual.asOf', { day: day(asOf) })}
      </p>
      <nav aria-label={t('annual.years')}>
        <p class="buttons screen-only">
          <a href={href(ctx, `/informe-anual?anio=${year - 1}`)}>{t('annual.year', { year: year - 1 })}</a>
          {asOf < ctx.today ? (
            <a href={href(ctx, `/informe-anual?anio=${year + 1}`)}>{t('annual.year', { year: year + 1 })}</a>
          ) : null}
        </p>
      </nav>
      <Downloads ctx={ctx} report={report} />
      {count === 0 ? (
        <NothingHere ctx={ctx} text="annual.none" to="/solicitudes/nueva" next="inbox.new" />
      ) : (
        <>
          <Gaps ctx={ctx} report={report} />
          <Items ctx={ctx} report={report} />
          <Checks ctx={ctx} report={report} />
        </>
      )}
    </Layout>
  )
}

/** A draft may be taken too: it says on each page that it is one. */
function Downloads({ ctx, report: { year } }: AnnualProps): VNode {
  const { t } = ctx
  return (
    <>
      <p class="buttons screen-only">
        <a class="button" href={href(ctx, `/informe-anual.xlsx?anio=${year}`)}>
          {t('annual.xlsx')}
        </a>
        <a class="button button-secondary" href={href(ctx, `/informe-anual.pdf?anio=${year}`)}>
          {t('annual.pdf')}
        </a>
      </p>
      <p class="soft small">{t('annual.files')}</p>
    </>
  )
}

/** Each figure reached in two ways: where they part, the numbers stand side by side. */
function Checks({ ctx, report: { checks } }: AnnualProps): VNode {
  const { t } = ctx
  const apart = checks.filter(({ agrees }) => !agrees)
  return (
    <section aria-labelledby="comprobaciones">
      <h2 id="comprobaciones">{t('annual.checks')}</h2>
      {apart.length === 0 ? (
        <p>
          <Icon name="check" /> {t('annual.checks.agree', { count: checks.length })}
        </p>
      ) : (
        <ul>
          {apart.map(({ check, left, right }) => (
            <li key={check}>{t(`annual.check.${check}`, { left, right })}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Gaps({ ctx, report: { gaps } }: AnnualProps): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="faltas">
      <h2 id="faltas">{t('annual.gaps')}</h2>
      {gaps.length === 0 ? (
        <p>
          <Icon name="check" /> {t('annual.gaps.none')}
        </p>
      ) : (
        <p>{t('annual.gaps.lead')}</p>
      )}
      {gaps.map(({ gap, cases }) => (
        <CaseFold key={gap} ctx={ctx} cases={cases} title={t(`annual.gap.${gap}`)} open />
      ))}
    </section>
  )
}

function Items({ ctx, report: { items, count } }: AnnualProps): VNode {
  const { t } = ctx
  const list = (numeral: 4 | 5 | 6 | 7 | 8, cases: readonly NamedCase[]) => (
    <Item ctx={ctx} numeral={numeral} value={t('annual.of', { count: cases.length, n: count })}>
      <CaseFold ctx={ctx} cases={cases} title={t('annual.cases')} />
    </Item>
  )
  return (
    <>
      <h2>{t('annual.items')}</h2>
      <Item ctx={ctx} numeral={1} value={String(count)}>
        <Parts ctx={ctx} parts={items.received} name={key => kindName(ctx, key)} />
      </Item>
      <Item ctx={ctx} numeral={2} value={t('annual.of', { count, n: count })}>
        <Parts ctx={ctx} parts={items.results} name={key => resultName(ctx, key)} />
      </Item>
      <Days ctx={ctx} days={items.days} />
      {list(4, items.pending)}
      {list(5, items.extended)}
      {list(6, items.dismissed)}
      {list(7, items.withheld)}
      {list(8, items.challenged)}
    </>
  )
}

interface ItemProps {
  readonly ctx: PageContext
  readonly numeral: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  readonly value: string
  readonly children: ComponentChildren
}

function Item({ ctx, numeral, value, children }: ItemProps): VNode {
  return (
    <section class="annual-item" aria-labelledby={`numeral-${numeral}`}>
      <h3 id={`numeral-${numeral}`}>
        {numeral}. {ctx.t(`annual.item.${numeral}`)}
      </h3>
      <p class="figure-value">{value}</p>
      {children}
    </section>
  )
}

function Days({ ctx, days }: { ctx: PageContext; days: AnnualReport['items']['days'] }): VNode {
  const { t, language } = ctx
  const { n, median, mean, max } = days
  const number = formatsFor(language).number
  const value = median === null ? t('report.none') : t('annual.median', { days: median })
  return (
    <Item ctx={ctx} numeral={3} value={value}>
      <p>
        {mean === null || max === null
          ? t('annual.days.none')
          : t('annual.days', { mean: number(Math.round(mean * 10) / 10), max, n })}
      </p>
    </Item>
  )
}

interface PartsProps {
  readonly ctx: PageContext
  readonly parts: readonly Counted[]
  readonly name: (key: string) => string
}

function Parts({ ctx, parts, name }: PartsProps): VNode {
  return (
    <>
      {parts
        .filter(({ cases }) => cases.length > 0)
        .map(({ key, cases }) => (
          <CaseFold key={key} ctx={ctx} cases={cases} title={name(key)} />
        ))}
    </>
  )
}

interface FoldProps {
  readonly ctx: PageContext
  readonly title: string
  readonly cases: readonly NamedCase[]
  readonly open?: boolean
}

/** A count opens into its cases: as many as it says. */
function CaseFold({ ctx, title, cases, open = false }: FoldProps): VNode | null {
  if (cases.length === 0) return null
  return (
    <details class="other-clock" open={open && cases.length <= 10}>
      <summary>
        {title} <span class="count">{cases.length}</span>
      </summary>
      <ul class="week-links">
        {cases.map(({ id, reference }) => (
          <li key={id}>
            <a href={href(ctx, `/solicitudes/${id}`)}>{reference}</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function kindName(ctx: PageContext, key: string): string {
  const kind = requestKinds.find(each => each === key)
  return kind ? ctx.t(`kind.${kind}`) : key
}

function resultName(ctx: PageContext, key: string): string {
  const outcome = outcomes.find(each => each === key)
  if (outcome) return ctx.t(`outcome.${outcome}`)
  if (key === 'remitida' || key === 'desistida') return ctx.t(`state.${key}`)
  return ctx.t('annual.pending')
}
