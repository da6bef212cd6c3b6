import type { VNode } from 'preact'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { Pager } from '../parts/pager.tsx'

export interface InstitutionLine {
  readonly id: string
  readonly name: string
  readonly acronym: string
  readonly inCapital: boolean
  readonly hours: string | null
}

export interface InstitutionsData {
  readonly institutions: readonly InstitutionLine[]
  readonly nextCursor: string | null
}

export function InstitutionsPage({ ctx, data }: { ctx: PageContext; data: InstitutionsData }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('institutions.title')}>
      <h1>{t('institutions.title')}</h1>
      <p class="lead">{t('institutions.lead')}</p>
      <CardTable
        caption={t('institutions.title')}
        head={[
          t('institutions.name'),
          t('institutions.acronym'),
          t('institutions.capital'),
          t('institutions.hours'),
          t('nav.requests'),
        ]}
        labelled={[2, 3]}
        rows={data.institutions.map(({ id, name, acronym, inCapital, hours }) => ({
          key: id,
          cells: [
            <strong key="name">{name}</strong>,
            acronym,
            t(inCapital ? 'institutions.capital.yes' : 'institutions.capital.no'),
            hours ?? t('institutions.hours.unknown'),
            <a key="link" href={href(ctx, `/solicitudes?institucion=${encodeURIComponent(id)}`)}>
              {t('institutions.requests')}
              <span class="hidden">: {name}</span>
            </a>,
          ],
        }))}
      />
      <Pager
        ctx={ctx}
        path="/instituciones"
        query={new URLSearchParams(ctx.query)}
        nextCursor={data.nextCursor}
      />
    </Layout>
  )
}
