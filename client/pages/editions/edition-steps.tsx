import type { ComponentChildren, VNode } from 'preact'
import { decidePublication } from '../../../server/domain/editions/edition.ts'
import type { ChallengeView } from '../../../server/editions/edition-view.ts'
import { dayText } from '../../dates.ts'
import { errorOf, valueOf, type FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import { TextArea, TextField } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { SwitchHere } from '../../parts/switch-here.tsx'
import type { EditionProps } from './edition-page.tsx'

/** How many changes the form takes; the API takes more. */
export const changeRows = [1, 2, 3, 4, 5] as const

/** What those who make editions do next, and what it waits for. */
export function NextEditionStep({ ctx, data }: EditionProps): VNode | null {
  const { edition } = data
  switch (edition.state) {
    case 'draft':
      return <OpenReply ctx={ctx} data={data} />
    case 'in_reply':
      return <Publish ctx={ctx} data={data} />
    case 'published':
      return (
        <StepCard title={ctx.t('next.title')}>
          <p>{ctx.t('editions.correct.lead')}</p>
          <a
            class="button button-secondary next-button"
            href={href(ctx, `/informes/nueva?corrige=${edition.id}`)}
          >
            {ctx.t('editions.correct')}
          </a>
        </StepCard>
      )
    case 'superseded':
      return null
  }
}

function StepCard({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <section class="card" aria-labelledby="paso">
      <h2 id="paso">{title}</h2>
      {children}
    </section>
  )
}

function OpenReply({ ctx, data: { edition, form } }: EditionProps): VNode {
  const { t } = ctx
  return (
    <StepCard title={t('editions.open.title')}>
      <p>{t('editions.open.lead')}</p>
      <Form ctx={ctx} action={`/informes/${edition.id}/abrir`} form={form}>
        <input type="hidden" name="version" value={edition.version} />
        <TextField
          {...{ ctx, form, name: 'days' }}
          label={t('editions.open.days')}
          width="short"
          inputMode="numeric"
        />
        <div class="buttons">
          <Button>{t('editions.open.submit')}</Button>
          <a href={href(ctx, `/informes/${edition.id}/editar`)}>{t('editions.edit')}</a>
        </div>
      </Form>
    </StepCard>
  )
}

/** A correction says what it changes, which may be written while others still reply. */
function Publish({ ctx, data }: EditionProps): VNode {
  const { t } = ctx
  const { edition, form } = data
  const waits = awaited(ctx, data)
  const isOffered = waits.length === 0 || edition.supersedes !== null
  return (
    <StepCard title={t(waits.length > 0 ? 'editions.wait.title' : 'editions.publish.title')}>
      {waits}
      {isOffered ? (
        <>
          <p class="soft">{t('editions.publish.lead')}</p>
          <Form ctx={ctx} action={`/informes/${edition.id}/publicar`} form={form}>
            <input type="hidden" name="version" value={edition.version} />
            {edition.supersedes === null ? null : <Changes ctx={ctx} form={form} />}
            <Button kind={waits.length > 0 ? 'secondary' : 'primary'}>{t('editions.publish.submit')}</Button>
          </Form>
        </>
      ) : null}
    </StepCard>
  )
}

/** What must happen before it is published: challenges decided, and everyone heard. */
function awaited({ t, language, today }: PageContext, data: EditionProps['data']): readonly VNode[] {
  const { edition, replies, challenges } = data
  const open = challenges.filter(({ state }) => state === 'abierta').length
  const repliedIds = replies.map(({ institutionId }) => institutionId)
  const heard = decidePublication({ ...edition, repliedIds, challenges: [], supersedes: null }, today)
  const until = heard.ok ? undefined : heard.until
  return [
    ...(open === 0
      ? []
      : [
          <p key="open">
            <a href="#impugnaciones">{t('editions.wait.challenges', { count: open })}</a>
          </p>,
        ]),
    ...(until === undefined
      ? []
      : [
          <p key="until">
            {t('editions.wait.replies', {
              ...{ day: dayText(language, until, 'long'), replied: replies.length },
              count: edition.invitations.length,
            })}
          </p>,
        ]),
  ]
}

/** One change is always asked for; the others wait folded until somebody needs them. */
function Changes({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  const [first, ...others] = changeRows
  const isUsed = others.some(number =>
    [`what${number}`, `why${number}`].some(name => valueOf(form, name) !== '' || errorOf(form, name)),
  )
  return (
    <>
      <p>{t('editions.changes.hint')}</p>
      <ChangeFields ctx={ctx} form={form} number={first} />
      <details class="more" open={isUsed}>
        <summary>{t('editions.changes.more')}</summary>
        {others.map(number => (
          <ChangeFields key={number} ctx={ctx} form={form} number={number} />
        ))}
      </details>
    </>
  )
}

interface ChangeProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly number: number
}

function ChangeFields({ ctx, form, number }: ChangeProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name: `${name}${number}`, rows: 3, maxLength: 1000 })
  return (
    <div class="change">
      <TextArea {...field('what')} label={t('editions.change.what', { number })} />
      <TextArea {...field('why')} label={t('editions.change.why', { number })} />
    </div>
  )
}

/** Each challenge has its own fields: their names bear its id, which keeps their labels apart. */
export function DecideForm({ ctx, data, challenge }: EditionProps & { challenge: ChallengeView }): VNode {
  const { t } = ctx
  const { edition, form } = data
  const { id, version } = challenge
  const name = `reason-${id}`
  return (
    <details open={errorOf(form, name) !== null || valueOf(form, name) !== ''}>
      <summary>{t('editions.decide')}</summary>
      <Form ctx={ctx} action={`/informes/${edition.id}/impugnaciones/${id}`} form={form}>
        <input type="hidden" name="version" value={version} />
        <TextArea
          {...{ ctx, form, name }}
          label={t('editions.decision.reason')}
          hint={t('editions.decision.hint')}
          rows={3}
          maxLength={4000}
        />
        <div class="buttons">
          <Button name="state" value="admitida">
            {t('editions.decide.admitida')}
          </Button>
          <Button kind="secondary" name="state" value="rechazada">
            {t('editions.decide.rechazada')}
          </Button>
        </div>
        <SwitchHere ctx={ctx} />
      </Form>
    </details>
  )
}
