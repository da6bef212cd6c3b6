import type { VNode } from 'preact'
import { dayText } from '../../dates.ts'
import { valueOf } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { FactsList, type Fact } from '../../parts/facts-list.tsx'
import { HiddenFields } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import type { ActProps } from './act-form.ts'
import { ActHead, actPath } from './act-page.tsx'
import { RequestVersion } from './request-version.tsx'

/** What will stand in the history, before it does; going back loses nothing. */
export function ActCheckPage({ ctx, data, facts }: ActProps & { facts: readonly Fact[] }): VNode {
  const { t } = ctx
  const title = t('act.check.title')
  const carried = Object.keys(data.form.values).filter(name => !ours.has(name))
  return (
    <Layout ctx={ctx} title={`${title} (${data.request.reference})`}>
      <ActHead ctx={ctx} data={data} title={title} />
      <Form ctx={ctx} action={actPath(data)} form={data.form}>
        <RequestVersion request={data.request} form={data.form} />
        <HiddenFields form={data.form} names={carried} />
        <p>{t('act.check.lead')}</p>
        <Effect ctx={ctx} data={data} />
        <FactsList facts={[{ name: t('act.check.act'), value: t(`act.${data.type}`) }, ...facts]} />
        <div class="buttons">
          <Button kind={data.type === 'withdrawn' ? 'danger' : 'primary'} name="step" value="confirmar">
            {t('act.check.submit')}
          </Button>
          <Button kind="secondary" name="step" value="editar">
            {t('act.check.change')}
          </Button>
        </div>
      </Form>
    </Layout>
  )
}

const ours: ReadonlySet<string> = new Set(['version', 'idempotencyKey', 'step', 'from', '_csrf'])

/** Where an extension leads, and whether its notice is in time (article 43). */
function Effect({ ctx, data }: ActProps): VNode | null {
  const { t, language, today } = ctx
  if (data.newDue === null) return null
  const window = data.request.extensionNotice
  const isOutside = window !== null && (today < window.from || today > window.by)
  return (
    <div class="preview">
      <p class="deadline-title">
        {t('act.extend.newDue', {
          days: data.newDue.days,
          day: dayText(language, data.newDue.dueOn, 'long'),
        })}
      </p>
      {window ? (
        <p>
          {t('act.extend.window', {
            from: dayText(language, window.from, 'long'),
            by: dayText(language, window.by, 'long'),
          })}{' '}
          {isOutside ? <strong>{t('act.extend.outside')}</strong> : null}
        </p>
      ) : null}
      {valueOf(data.form, 'motive') === '' ? null : <p class="soft">{t('act.extend.notice')}</p>}
    </div>
  )
}
