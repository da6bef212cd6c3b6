import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'
import { FactsList, type Fact } from '../parts/facts-list.tsx'
import { FileField, HiddenFields } from '../parts/fields.tsx'
import { Button } from '../parts/form.tsx'

export interface SendAgainData {
  /** With its language and query, as it was sent. */
  readonly action: string
  readonly form: FormState
  /** Its words, to be read through once more. */
  readonly shown: readonly Fact[]
  readonly multipart: boolean
  readonly maxMegabytes: number
}

/** The form of a session that is over: one press sends it again. */
export function SendAgainPage({ ctx, data }: { ctx: PageContext; data: SendAgainData }): VNode {
  const { t } = ctx
  const { action, form, shown, multipart, maxMegabytes } = data
  const file = { ctx, form, name: 'file', label: t('act.file'), maxMegabytes }
  const names = Object.keys(form.values).filter(name => name !== '_csrf' && name !== 'fileLost')
  return (
    <Layout ctx={ctx} title={t('sendAgain.title')} problem>
      <h1>{t('sendAgain.title')}</h1>
      <p class="lead">{t('sendAgain.lead')}</p>
      <FactsList
        facts={shown.map(({ name, value }) => ({
          name,
          value: (
            <span class="prose" lang={ctx.language === 'es' ? undefined : 'es'}>
              {value}
            </span>
          ),
        }))}
      />
      <form
        class="form"
        method="post"
        action={action}
        enctype={multipart ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="_csrf" value={ctx.csrf} />
        <HiddenFields form={form} names={names} />
        {form.values.fileLost === undefined ? null : <FileField {...file} />}
        <Button>{t('sendAgain.submit')}</Button>
      </form>
    </Layout>
  )
}
