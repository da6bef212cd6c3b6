import type { VNode } from 'preact'
import type { InstitutionRecord } from '../../server/open-data/institution-record.ts'
import type { RequestSummary } from '../../server/requests/request-view.ts'
import { Layout } from '../layout.tsx'
import { intervalText, numberText, shareText } from '../open-charts/figure-chart.ts'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { FigureTiles, Freshness } from '../parts/figure-tiles.tsx'
import { JumpLinks, type Jump } from '../parts/jump-links.tsx'
import { UnitContactCard } from '../parts/unit-contact-card.tsx'
import { sectorName } from '../sectors.ts'
import { dashboardTiles } from './dashboard-page.tsx'
import { RequestRows } from '../parts/request-rows.tsx'

export interface InstitutionPageData extends InstitutionRecord {
  readonly requests: readonly RequestSummary[]
  readonly mayEdit: boolean
  readonly mostMinutesOld: number
}

interface Props {
  readonly ctx: PageContext
  readonly data: InstitutionPageData
}

/** What is on record of an institution: how to reach it, how it answers, year by year. */
export function InstitutionPage({ ctx, data }: Props): VNode {
  const { t } = ctx
  const { institution, figures } = data
  const { name, acronym, kind, active } = institution
  return (
    <Layout ctx={ctx} title={name} description={t('institution.description', { name })}>
      <a class="back" href={href(ctx, '/instituciones')}>
        ← {t('institutions.title')}
      </a>
      <h1>{name}</h1>
      <p class="request-under">
        {acronym} · {sectorName(ctx, kind)}
      </p>
      <JumpLinks ctx={ctx} jumps={jumpsOf(ctx, data)} />
      {active ? null : <p class="empty">{t('institution.inactive')}</p>}
      <div class="columns">
        <div>
          <Record {...{ ctx, data }} />
          <Grounds {...{ ctx, data }} />
          <Years {...{ ctx, data }} />
          <Requests {...{ ctx, data }} />
          <Freshness ctx={ctx} takenAt={figures.takenAt} mostMinutesOld={data.mostMinutesOld} />
        </div>
        <UnitContactCard ctx={ctx} institution={institution} mayEdit={data.mayEdit} />
      </div>
    </Layout>
  )
}

/** The contact first: on a phone it stands last. */
function jumpsOf({ t }: PageContext, { figures, years }: InstitutionPageData): Jump[] {
  const jumps: readonly (Jump | null)[] = [
    { to: 'unidad', name: t('institution.contact') },
    (figures.indicators.outcomes.full.n ?? 0) > 0 ? { to: 'motivos', name: t('institution.grounds') } : null,
    years.length > 0 ? { to: 'anos', name: t('institution.years') } : null,
    { to: 'solicitudes', name: t('institution.requests') },
  ]
  return jumps.filter(jump => jump !== null)
}

function Record({ ctx, data }: Props): VNode {
  const { t } = ctx
  const { figures, institution } = data
  const { volume, timeliness } = figures.indicators
  const isEmpty = volume.received.count === 0 && (timeliness.onTime.n ?? 0) === 0
  return (
    <section aria-labelledby="doce">
      <h2 class="first" id="doce">
        {t('institution.twelve')}
      </h2>
      {isEmpty ? (
        <p class="empty">{t('institution.none')}</p>
      ) : (
        <>
          <FigureTiles
            ctx={ctx}
            tiles={dashboardTiles(ctx, figures)}
            period={figures.period}
            asOf={figures.asOf}
          />
          <p>
            <a href={href(ctx, `/tablero?institucion=${encodeURIComponent(institution.id)}`)}>
              {t('institution.charts')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Grounds({ ctx, data }: Props): VNode | null {
  const { t } = ctx
  const { grounds, full, refused } = data.figures.indicators.outcomes
  if ((full.n ?? 0) === 0) return null
  const cited = grounds.filter(({ figure }) => figure.count > 0)
  return (
    <section aria-labelledby="motivos">
      <h2 id="motivos">{t('institution.grounds')}</h2>
      <p>
        {t('institution.refused', {
          share: shareText(ctx, refused),
          n: numberText(ctx, refused.n ?? 0),
          interval: intervalText(ctx, refused) ?? '–',
        })}
      </p>
      {cited.length === 0 ? (
        <p>{t('institution.grounds.none')}</p>
      ) : (
        <>
          <p>{t('institution.grounds.lead', { n: cited[0]?.figure.n ?? 0 })}</p>
          <CardTable
            caption={t('institution.grounds')}
            head={[t('institution.ground'), t('institution.ground.count')]}
            numbers={[1]}
            narrow="pair"
            rows={cited.map(({ ground, figure }) => ({
              key: ground,
              cells: [
                ground === 'ninguno' ? t('institution.ground.none') : t(`ground.${ground}`),
                t('report.of', { count: figure.count, n: figure.n ?? 0 }),
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

function Years({ ctx, data }: Props): VNode | null {
  const { t } = ctx
  if (data.years.length === 0) return null
  return (
    <section aria-labelledby="anos">
      <h2 id="anos">{t('institution.years')}</h2>
      <CardTable
        caption={t('institution.years')}
        head={[
          t('institution.year'),
          t('chart.received'),
          t('chart.due'),
          t('chart.onTime'),
          t('chart.late'),
          t('chart.unanswered'),
          t('institutions.median'),
        ]}
        labelled={[1, 2, 3, 4, 5, 6]}
        numbers={[1, 2, 3, 4, 5, 6]}
        narrow="figures"
        rows={data.years.map(({ year, figures: { indicators } }) => {
          const { onTime, late, unanswered } = indicators.timeliness
          const { median } = indicators.days.working
          return {
            key: String(year),
            cells: [
              <strong key="year">{year}</strong>,
              indicators.volume.received.count,
              onTime.n ?? 0,
              shareText(ctx, onTime),
              late.count,
              unanswered.count,
              median === null ? '–' : t('report.days', { days: median }),
            ],
          }
        })}
      />
      <p class="soft small">{t('institution.years.few')}</p>
    </section>
  )
}

function Requests({ ctx, data }: Props): VNode {
  const { t } = ctx
  const all = `/solicitudes?institucion=${encodeURIComponent(data.institution.id)}`
  return (
    <section aria-labelledby="solicitudes">
      <h2 id="solicitudes">{t('institution.requests')}</h2>
      {data.requests.length === 0 ? (
        <p class="empty">{t('institution.requests.none')}</p>
      ) : (
        <>
          <RequestRows ctx={ctx} caption={t('institution.requests')} rows={data.requests} ofOne />
          <p>
            <a href={href(ctx, all)}>{t('institution.requests.all')}</a>
          </p>
        </>
      )}
    </section>
  )
}
