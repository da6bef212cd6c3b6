import type { VNode } from 'preact'
import { disseminationAudiences, disseminationMeans } from '../../../server/domain/register/activity-kinds.ts'
import type { Dissemination } from '../../../server/dissemination/dissemination-register.ts'
import { dayText, instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import type { Fact } from '../../parts/facts-list.tsx'
import { ChoiceField, DateField, SelectField, TextArea, TextField, type Option } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'
import { registerPaths, type RegisterTable } from './register-list-page.tsx'
import type { Names } from './training-parts.tsx'

export function disseminationTable(
  ctx: PageContext,
  items: readonly Dissemination[],
  names: Names,
): RegisterTable {
  const { t } = ctx
  return {
    head: [
      t('dissemination.audience'),
      t('dissemination.report'),
      t('dissemination.means'),
      t('dissemination.day'),
      t('dissemination.acknowledged'),
    ],
    labelled: [1],
    rows: items.map(item => ({
      key: item.id,
      cells: [
        <span key="to">
          <a class="row-title" href={href(ctx, `${registerPaths.dissemination}/${item.id}`)}>
            {receiver(ctx, item, names)}
          </a>{' '}
          {item.annulled ? <span class="tag tag-muted">{t('activities.annulled')}</span> : null}
        </span>,
        periodText(ctx, item),
        t(`dissemination.means.${item.means}`),
        dayText(ctx.language, item.day, 'short'),
        <Receipt key="receipt" ctx={ctx} item={item} />,
      ],
    })),
  }
}

export function receiver({ t }: PageContext, item: Dissemination, names: Names): string {
  const { institutionId } = item
  return institutionId === null
    ? t('dissemination.audience.regulador')
    : (names.get(institutionId) ?? institutionId)
}

export function periodText(
  { t, language }: PageContext,
  { reportFrom, reportTo }: Pick<Dissemination, 'reportFrom' | 'reportTo'>,
): string {
  const [from, to] = [dayText(language, reportFrom, 'short'), dayText(language, reportTo, 'short')]
  return t('dissemination.period', { from, to })
}

function Receipt({ ctx, item }: { ctx: PageContext; item: Dissemination }): VNode {
  const { t, language } = ctx
  const { acknowledgedAt } = item
  if (acknowledgedAt === null) return <span class="tag tag-soon">{t('dissemination.acknowledged.not')}</span>
  return (
    <span class="tag tag-done">
      {t('dissemination.acknowledged.on', { at: instantText(language, acknowledgedAt) })}
    </span>
  )
}

export function disseminationFacts(ctx: PageContext, item: Dissemination, names: Names): readonly Fact[] {
  const { t, language } = ctx
  return [
    { name: t('dissemination.audience'), value: receiver(ctx, item, names) },
    { name: t('dissemination.report'), value: periodText(ctx, item) },
    { name: t('dissemination.sha256'), value: <span class="hash small">{item.reportSha256}</span> },
    { name: t('dissemination.means'), value: t(`dissemination.means.${item.means}`) },
    { name: t('dissemination.day'), value: dayText(language, item.day, 'long') },
    { name: t('dissemination.note'), value: item.note ?? t('activities.none') },
    { name: t('dissemination.acknowledged'), value: <Receipt ctx={ctx} item={item} /> },
  ]
}

interface LinkProps {
  readonly ctx: PageContext
  readonly item: Dissemination
  /** Null for whoever may not hand it out, and of an annulled entry. */
  readonly link: string | null
}

/** The answers, and the link that takes them. */
export function DeliveryPart({ ctx, item, link }: LinkProps): VNode {
  const { t, language } = ctx
  return (
    <>
      <h2>{t('dissemination.answers')}</h2>
      {item.answers.length === 0 ? (
        <p class="soft">{t('dissemination.answers.none')}</p>
      ) : (
        item.answers.map(({ at, text }) => (
          <blockquote key={text} class="card words">
            <p class="prose" lang={language === 'es' ? undefined : 'es'}>
              {text}
            </p>
            <p class="soft small">{instantText(language, at)}</p>
          </blockquote>
        ))
      )}
      {link === null ? null : (
        <>
          <h2>{t('dissemination.link')}</h2>
          <p class="soft">{t('dissemination.link.hint')}</p>
          <p class="hash small">{link}</p>
          <form
            class="form"
            method="post"
            action={href(ctx, `${registerPaths.dissemination}/${item.id}/enviar`)}
          >
            <input type="hidden" name="_csrf" value={ctx.csrf} />
            <Button kind="secondary">{t('dissemination.send')}</Button>
          </form>
        </>
      )}
    </>
  )
}

interface DisseminationFieldsProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly institutions: readonly Option[]
}

export function DisseminationFormFields({ ctx, form, institutions }: DisseminationFieldsProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <ChoiceField
        {...field('audience')}
        kind="radio"
        label={t('dissemination.audience')}
        options={disseminationAudiences.map(value => ({
          value,
          label: t(`dissemination.audience.${value}`),
        }))}
      />
      <SelectField
        {...field('institutionId')}
        label={t('dissemination.institution')}
        hint={t('dissemination.institution.hint')}
        empty={t('form.choose')}
        options={institutions}
      />
      <SelectField
        {...field('means')}
        label={t('dissemination.means')}
        empty={t('form.choose')}
        options={disseminationMeans.map(value => ({ value, label: t(`dissemination.means.${value}`) }))}
      />
      <DateField {...field('day')} label={t('dissemination.day')} hint={t('filters.date.hint')} />
      <TextField
        {...field('reportSha256')}
        label={t('dissemination.sha256')}
        hint={t('dissemination.sha256.hint')}
        maxLength={70}
        autocomplete="off"
      />
      <div class="field-pair">
        <DateField {...field('reportFrom')} label={t('dissemination.from')} />
        <DateField {...field('reportTo')} label={t('dissemination.to')} />
      </div>
      <TextArea {...field('note')} label={t('dissemination.note')} optional rows={2} maxLength={1000} />
    </>
  )
}
