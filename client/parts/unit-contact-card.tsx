import type { VNode } from 'preact'
import type { InstitutionRecord } from '../../server/open-data/institution-record.ts'
import { href, type PageContext } from '../page-context.ts'
import { FactsList, type Fact } from './facts-list.tsx'

interface ContactProps {
  readonly ctx: PageContext
  readonly institution: InstitutionRecord['institution']
  readonly mayEdit: boolean
}

/** How to reach the information unit, and what its office changes in the count of days. */
export function UnitContactCard({ ctx, institution, mayEdit }: ContactProps): VNode {
  const { t } = ctx
  const { id, inCapital, cutoffMinutes } = institution
  const facts = factsOf(ctx, institution)
  return (
    <aside aria-labelledby="unidad">
      <h2 class="first" id="unidad">
        {t('institution.contact')}
      </h2>
      {facts.length === 0 ? <p>{t('institution.contact.none')}</p> : <FactsList facts={facts} />}
      <h2>{t('institution.counting')}</h2>
      <p>{t(inCapital ? 'institution.capital.yes' : 'institution.capital.no')}</p>
      {cutoffMinutes === null ? null : <p>{t('institution.cutoff', { time: clockText(cutoffMinutes) })}</p>}
      <p>
        <a href={href(ctx, `/plazos?institutionId=${encodeURIComponent(id)}&receivedOn=${ctx.today}`)}>
          {t('institution.calculate')}
        </a>
      </p>
      {mayEdit ? (
        <p>
          <a class="button button-secondary" href={href(ctx, `/instituciones/${id}/editar`)}>
            {t('institution.edit')}
          </a>
        </p>
      ) : null}
    </aside>
  )
}

function factsOf({ t }: PageContext, { contact, hours }: ContactProps['institution']): Fact[] {
  const { address, phone, email, website } = contact ?? nothing
  const facts: readonly (Fact | null)[] = [
    address && { name: t('institution.address'), value: address },
    hours && { name: t('institution.hours'), value: hours },
    phone && {
      name: t('institution.phone'),
      value: <a href={`tel:${dialled(phone)}`}>{phone}</a>,
    },
    email && { name: t('institution.email'), value: <a href={`mailto:${email}`}>{email}</a> },
    website && {
      name: t('institution.website'),
      value: (
        <a href={website} rel="noopener noreferrer nofollow">
          {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
        </a>
      ),
    },
  ].map(fact => fact || null)
  return facts.filter(fact => fact !== null)
}

/** What stands before an extension or a second number. */
function dialled(phone: string): string {
  return (/^[\d\s+().-]+/.exec(phone)?.[0] ?? phone).replaceAll(/[^\d+]/g, '')
}

const nothing = { address: null, phone: null, email: null, website: null }

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
