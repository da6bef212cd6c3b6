import type { VNode } from 'preact'
import type { ChallengeView, EditionView, ReplyView } from '../../../server/editions/edition-view.ts'
import { dayText, instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FactsList } from '../../parts/facts-list.tsx'
import { BackToEditions, editionPeriod, EditionTag } from './editions-page.tsx'
import { DecideForm, NextEditionStep } from './edition-steps.tsx'
import { SupersededBand } from './public-parts.tsx'

export interface EditionData {
  readonly edition: EditionView
  readonly replies: readonly ReplyView[]
  readonly challenges: readonly ChallengeView[]
  /** Names of institutions, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Codes of the editions that this one names, by id. */
  readonly codes: ReadonlyMap<string, string>
  readonly mayEdit: boolean
  /** What failed of the step, or of the decision on the challenge named in it. */
  readonly form: FormState
}

export interface EditionProps {
  readonly ctx: PageContext
  readonly data: EditionData
}

export function EditionPage({ ctx, data }: EditionProps): VNode {
  const { t } = ctx
  const { edition, mayEdit, form } = data
  const title = `${t('editions.code')} ${edition.code}`
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToEditions ctx={ctx} />
      <ErrorSummary ctx={ctx} form={form} />
      <Newer ctx={ctx} data={data} />
      <h1>
        {title} <EditionTag ctx={ctx} state={edition.state} />
      </h1>
      <div class="columns">
        <Known ctx={ctx} data={data} />
        {mayEdit ? <NextEditionStep ctx={ctx} data={data} /> : null}
      </div>
      {edition.files.length > 0 ? <Files ctx={ctx} data={data} /> : null}
      {edition.changes.length > 0 ? <Changes ctx={ctx} data={data} /> : null}
      {edition.state === 'draft' ? null : <Words ctx={ctx} data={data} />}
      {mayEdit && edition.invitations.length > 0 ? <Invited ctx={ctx} data={data} /> : null}
    </Layout>
  )
}

function Known({ ctx, data }: EditionProps): VNode {
  const { edition } = data
  return (
    <div>
      <FactsList facts={factsOf(ctx, data)} />
      {edition.publishedAt ? (
        <p>
          <a href={href(ctx, `/informes/${edition.code}`)}>{ctx.t('twin.read')}</a>
        </p>
      ) : null}
    </div>
  )
}

function Newer({ ctx, data: { edition, codes } }: EditionProps): VNode | null {
  const by = edition.supersededBy === null ? undefined : codes.get(edition.supersededBy)
  return by === undefined ? null : <SupersededBand ctx={ctx} by={by} />
}

function factsOf(ctx: PageContext, { edition, codes }: EditionData) {
  const { t, language } = ctx
  const other = (id: string | null) =>
    id === null ? null : (
      <a href={href(ctx, `/informes/${id}`)}>
        {t('editions.code')} {codes.get(id) ?? '–'}
      </a>
    )
  const published = {
    name: t('editions.publishedAt'),
    value: edition.publishedAt && instantText(language, edition.publishedAt),
  }
  const links = [
    { name: t('editions.supersedes'), value: other(edition.supersedes) },
    { name: t('editions.supersededBy'), value: other(edition.supersededBy) },
  ]
  return [
    { name: t('editions.period'), value: editionPeriod(ctx, edition) },
    { name: t('editions.asOf'), value: dayText(language, edition.asOf, 'long') },
    ...[published, ...links].filter(({ value }) => value !== null),
  ]
}

function Files({ ctx, data: { edition } }: EditionProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('editions.files')}</h2>
      <ul class="plain">
        {edition.files.map(({ kind, sha256, size }) => (
          <li key={sha256} class="notice">
            <a href={href(ctx, `/informes/${edition.id}/archivos/${sha256}`)}>{t(`editions.file.${kind}`)}</a>{' '}
            <span class="soft">{t('editions.size', { kilobytes: Math.ceil(size / 1024) })}</span>
            <p class="soft small">
              {t('editions.sha256')}: <span class="hash">{sha256}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ ctx, data: { edition } }: EditionProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('editions.changes')}</h2>
      <CardTable
        caption={t('editions.changes')}
        head={[t('editions.change.what.name'), t('editions.change.why.name')]}
        labelled={[1]}
        rows={edition.changes.map(({ what, why }) => ({ key: what, cells: [what, why] }))}
      />
    </>
  )
}

/** Of more, the card above says how many replied. */
const fewEnough = 12

function Invited({ ctx, data: { edition, replies, names } }: EditionProps): VNode {
  const { t, language, today } = ctx
  const replied = new Set(replies.map(({ institutionId }) => institutionId))
  const state = (id: string, isOver: boolean) => {
    if (replied.has(id)) return <span class="tag tag-done">{t('editions.invited.replied')}</span>
    return isOver ? (
      <span class="tag tag-muted">{t('editions.invited.silent')}</span>
    ) : (
      <span class="tag tag-soon">{t('editions.invited.waiting')}</span>
    )
  }
  return (
    <details class="invited" open={edition.state === 'in_reply' && edition.invitations.length <= fewEnough}>
      <summary>
        <h2 class="summary-title">
          {t('editions.invited.count', { count: edition.invitations.length, replied: replied.size })}
        </h2>
      </summary>
      <CardTable
        caption={t('editions.invited')}
        head={[t('dissemination.institution'), t('editions.invited.until'), t('editions.state')]}
        labelled={[1]}
        rows={edition.invitations.map(({ institutionId, until }) => ({
          key: institutionId,
          cells: [
            <a key="page" href={href(ctx, `/informes/${edition.id}/instituciones/${institutionId}`)}>
              {names.get(institutionId) ?? institutionId}
            </a>,
            dayText(language, until, 'short'),
            state(institutionId, today > until),
          ],
        }))}
      />
    </details>
  )
}

function Words({ ctx, data }: EditionProps): VNode {
  const { t, language } = ctx
  const { edition, replies, challenges, names } = data
  return (
    <>
      <h2>{t('editions.replies')}</h2>
      {replies.length === 0 ? <p class="soft">{t('editions.replies.none')}</p> : null}
      {replies.map(({ institutionId, text, at }) => (
        <figure key={institutionId} class="card">
          <figcaption>
            <strong>{names.get(institutionId) ?? institutionId}</strong>{' '}
            <span class="soft small">{instantText(language, at)}</span>
          </figcaption>
          <blockquote class="prose words" lang={language === 'es' ? undefined : 'es'}>
            {text}
          </blockquote>
        </figure>
      ))}
      <h2 id="impugnaciones">{t('editions.challenges')}</h2>
      {challenges.length === 0 ? <p class="soft">{t('editions.challenges.none')}</p> : null}
      {challenges.map(challenge => (
        <Challenge key={challenge.id} ctx={ctx} data={data} challenge={challenge} />
      ))}
      {replies.length + challenges.length > 0 ? (
        <p>
          <a href={href(ctx, `/informes/${edition.id}/replicas.csv`)}>{t('editions.words.csv')}</a>
        </p>
      ) : null}
    </>
  )
}

function Challenge({ ctx, data, challenge }: EditionProps & { challenge: ChallengeView }): VNode {
  const { t, language } = ctx
  const { institutionId, figure, claim, at, state, reason } = challenge
  const tone = state === 'abierta' ? 'soon' : 'done'
  const lang = language === 'es' ? undefined : 'es'
  return (
    <article class="card">
      <p>
        <strong>{t(`editions.figure.${figure}`)}</strong> · {data.names.get(institutionId) ?? institutionId}{' '}
        <span class={`tag tag-${tone}`}>{t(`editions.challenge.${state}`)}</span>
      </p>
      <blockquote class="prose words" lang={lang}>
        {claim}
      </blockquote>
      <p class="soft small">{instantText(language, at)}</p>
      {reason === null ? null : (
        <p lang={lang}>
          <strong>{t('editions.decision')}:</strong> {reason}
        </p>
      )}
      {data.mayEdit && state === 'abierta' ? (
        <DecideForm ctx={ctx} data={data} challenge={challenge} />
      ) : null}
    </article>
  )
}
