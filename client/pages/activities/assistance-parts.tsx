import type { VNode } from 'preact'
import { assistanceMeans } from '../../../server/domain/register/activity-kinds.ts'
import { caseResultKinds } from '../../../server/domain/register/case-results.ts'
import type { Assistance } from '../../../server/assistance/assistance-register.ts'
import type { WhatCameOf } from '../../../server/assistance/what-came-of.ts'
import { dayText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import type { Fact } from '../../parts/facts-list.tsx'
import { DateField, SelectField, TextArea, TextField, type Option } from '../../parts/fields.tsx'
import { registerPaths, type RegisterTable } from './register-list-page.tsx'
import type { Names } from './training-parts.tsx'

export function assistanceTable(ctx: PageContext, items: readonly Assistance[], names: Names): RegisterTable {
  const { t } = ctx
  return {
    head: [
      t('assistance.subject'),
      t('assistance.day'),
      t('assistance.means'),
      t('assistance.minutes'),
      t('assistance.cases'),
    ],
    labelled: [4],
    rows: items.map(item => ({
      key: item.id,
      cells: [
        <span key="subject">
          <a class="row-title" href={href(ctx, `${registerPaths.assistance}/${item.id}`)}>
            {item.subject}
          </a>{' '}
          {item.annulled ? <span class="tag tag-muted">{t('activities.annulled')}</span> : null}
          <span class="row-under">{names.get(item.organisationId) ?? item.organisationId}</span>
        </span>,
        dayText(ctx.language, item.day, 'short'),
        t(`assistance.means.${item.means}`),
        t('assistance.minutes.text', { minutes: item.minutes }),
        item.requestIds.length,
      ],
    })),
  }
}

export function assistanceFacts(ctx: PageContext, item: Assistance, names: Names): readonly Fact[] {
  const { t, language } = ctx
  return [
    { name: t('assistance.organisation'), value: names.get(item.organisationId) ?? item.organisationId },
    { name: t('assistance.day'), value: dayText(language, item.day, 'long') },
    { name: t('assistance.means'), value: t(`assistance.means.${item.means}`) },
    { name: t('assistance.minutes'), value: String(item.minutes) },
  ]
}

/** Computed from the cases' own histories. */
export function CaseResultsPart({ ctx, came }: { ctx: PageContext; came: WhatCameOf }): VNode {
  const { t } = ctx
  const { results, helped } = came
  return (
    <section aria-labelledby="resultados">
      <h2 id="resultados">{t('assistance.results')}</h2>
      {helped.length === 0 ? (
        <p class="soft">{t('assistance.results.none')}</p>
      ) : (
        <>
          <ul class="figures">
            {caseResultKinds.map(kind => (
              <li key={kind} class="figure">
                <span class="figure-label">{t(`assistance.result.${kind}`)}</span>
                <span class="figure-value">{results[kind]}</span>
                <span class="figure-n">{t('report.n', { n: results.cases })}</span>
              </li>
            ))}
          </ul>
          <CardTable
            caption={t('assistance.cases')}
            head={[t('column.request'), t('assistance.result')]}
            rows={helped.map(({ id, reference, result }) => ({
              key: id,
              cells: [
                <a key="case" href={href(ctx, `/solicitudes/${id}`)}>
                  {reference}
                </a>,
                t(`assistance.result.${result}`),
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

interface AssistanceFieldsProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly organisations: readonly Option[]
}

export function AssistanceFormFields({ ctx, form, organisations }: AssistanceFieldsProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      <SelectField
        {...field('organisationId')}
        label={t('assistance.organisation')}
        empty={t('form.choose')}
        options={organisations}
      />
      <DateField {...field('day')} label={t('assistance.day')} hint={t('filters.date.hint')} />
      <TextField {...field('minutes')} label={t('assistance.minutes')} width="short" inputMode="numeric" />
      <SelectField
        {...field('means')}
        label={t('assistance.means')}
        empty={t('form.choose')}
        options={assistanceMeans.map(value => ({ value, label: t(`assistance.means.${value}`) }))}
      />
      <TextArea {...field('subject')} label={t('assistance.subject')} rows={3} maxLength={1000} />
      <TextArea
        {...field('requestIds')}
        label={t('assistance.cases')}
        hint={t('assistance.cases.hint')}
        optional
        rows={3}
      />
    </>
  )
}
