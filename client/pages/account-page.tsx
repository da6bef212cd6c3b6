import type { VNode } from 'preact'
import { noticeChannels, noticeGroups, type NoticeChoice } from '../../server/domain/notice-preferences.ts'
import { instantText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList } from '../parts/facts-list.tsx'
import { JumpLinks } from '../parts/jump-links.tsx'
import { SelectField, TextField } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { CodeField } from './second-factor-pages.tsx'

export interface AccountData {
  readonly email: string
  readonly mustChange: boolean
  readonly form: FormState
  /** Of letters; a page's own is in its address. */
  readonly language: 'es' | 'en'
  readonly declined: readonly NoticeChoice[]
  readonly sessions: readonly SessionLine[]
  readonly secondFactor: boolean
  /** Without a mail server no letter leaves, whatever is chosen. */
  readonly mail: boolean
}

export interface SessionLine {
  readonly id: string
  /** '' where nothing is known. */
  readonly device: string
  readonly since: Date | null
  readonly current: boolean
}

interface AccountProps {
  readonly ctx: PageContext
  readonly data: AccountData
}

export function AccountPage({ ctx, data }: AccountProps): VNode {
  const { t, actor } = ctx
  const { form } = data
  return (
    <Layout ctx={ctx} title={t('account.title')} problem={form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('account.title')}</h1>
      {data.mustChange ? <Password ctx={ctx} data={data} /> : <Contents ctx={ctx} />}
      <div class="form">
        <FactsList
          facts={[
            { name: t('account.email'), value: data.email },
            { name: t('account.role'), value: t(`role.${actor?.role ?? 'public'}`) },
          ]}
        />
      </div>
      {data.mustChange ? null : (
        <>
          <LanguageForm ctx={ctx} data={data} />
          <Notices ctx={ctx} data={data} />
          <Password ctx={ctx} data={data} />
          <SecondFactor ctx={ctx} data={data} />
          <Sessions ctx={ctx} data={data} />
        </>
      )}
    </Layout>
  )
}

function Contents({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  const jumps = [
    { to: 'idioma', name: t('account.language.short') },
    { to: 'avisos', name: t('account.notices') },
    { to: 'contrasena', name: t('account.password') },
    { to: 'segundo', name: t('factor.title') },
    { to: 'sesiones', name: t('account.sessions') },
  ]
  return <JumpLinks ctx={ctx} jumps={jumps} />
}

function LanguageForm({ ctx, data }: AccountProps): VNode {
  const { t } = ctx
  const form = { ...data.form, values: { language: data.language } }
  return (
    <>
      <h2 id="idioma">{t('account.language.short')}</h2>
      <Form ctx={ctx} action="/cuenta/idioma" form={form}>
        <SelectField
          ctx={ctx}
          form={form}
          name="language"
          label={t('account.language')}
          options={[
            { value: 'es', label: t('users.language.es') },
            { value: 'en', label: t('users.language.en') },
          ]}
        />
        <Button kind="secondary">{t('account.language.submit')}</Button>
      </Form>
    </>
  )
}

function Notices({ ctx, data }: AccountProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2 id="avisos">{t('account.notices')}</h2>
      <p>{t(data.mail ? 'account.notices.lead' : 'account.notices.noMail')}</p>
      <Form ctx={ctx} action="/cuenta/avisos" form={data.form}>
        <NoticeChoices ctx={ctx} declined={data.declined} />
        <Button kind="secondary">{t('account.notices.submit')}</Button>
      </Form>
    </>
  )
}

/** A row a kind, a box a channel: what is ticked is told. */
function NoticeChoices({ ctx, declined }: { ctx: PageContext; declined: readonly NoticeChoice[] }): VNode {
  const { t } = ctx
  return (
    <table class="ticks">
      <caption class="hidden">{t('account.notices')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('account.notices.about')}</th>
          {noticeChannels.map(channel => (
            <th key={channel} scope="col" class="tick">
              {t(`notice-channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {noticeGroups.map(group => (
          <tr key={group}>
            <th scope="row">{t(`notice-group.${group}`)}</th>
            {noticeChannels.map(channel => (
              <td key={channel} class="tick">
                <label for={`f-${group}-${channel}`}>
                  <input
                    id={`f-${group}-${channel}`}
                    type="checkbox"
                    name="told"
                    value={`${group}:${channel}`}
                    checked={!declined.includes(`${group}:${channel}`)}
                  />
                  <span class="hidden">
                    {t('account.notices.box', {
                      group: t(`notice-group.${group}`),
                      channel: t(`notice-channel.${channel}`),
                    })}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Password({ ctx, data }: AccountProps): VNode {
  const { t } = ctx
  const password = (name: string) =>
    ({ ctx, form: data.form, name, type: 'password', width: 'medium' }) as const
  return (
    <>
      <h2 id="contrasena">{t('account.password')}</h2>
      {data.mustChange ? <p class="free">{t('account.mustChange')}</p> : null}
      <Form ctx={ctx} action="/cuenta" form={data.form}>
        <TextField {...password('current')} label={t('account.current')} autocomplete="current-password" />
        <TextField
          {...password('next')}
          label={t('account.next')}
          hint={t('account.next.hint')}
          autocomplete="new-password"
        />
        <Button>{t('account.submit')}</Button>
      </Form>
    </>
  )
}

function SecondFactor({ ctx, data }: AccountProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2 id="segundo">{t('factor.title')}</h2>
      <p class="prose">{t(data.secondFactor ? 'factor.on' : 'factor.off')}</p>
      {data.secondFactor ? (
        <Form ctx={ctx} action="/cuenta/segundo-paso/quitar" form={data.form}>
          <p>{t('factor.turnOff.lead')}</p>
          <CodeField ctx={ctx} form={data.form} />
          <Button kind="secondary">{t('factor.turnOff')}</Button>
        </Form>
      ) : (
        <p>
          <a class="button button-secondary" href={href(ctx, '/cuenta/segundo-paso')}>
            {t('factor.turnOn')}
          </a>
        </p>
      )}
    </>
  )
}

function Sessions({ ctx, data }: AccountProps): VNode {
  const { t, language } = ctx
  const others = data.sessions.filter(({ current }) => !current)
  return (
    <>
      <h2 id="sesiones">{t('account.sessions')}</h2>
      <p>{t('account.sessions.lead')}</p>
      <ul class="plain form">
        {data.sessions.map(({ id, device, since, current }) => (
          <li class="notice" key={id}>
            <p>
              <strong>{device === '' ? t('account.sessions.unknown') : device}</strong>{' '}
              {current ? <span class="tag tag-done">{t('account.sessions.current')}</span> : null}
            </p>
            <p class="soft small">
              {since === null
                ? t('account.sessions.sinceUnknown')
                : t('account.sessions.since', { at: instantText(language, since) })}
            </p>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p>{t('account.sessions.only')}</p>
      ) : (
        <form class="sessions-close" method="post" action={href(ctx, '/cuenta/sesiones')}>
          <input type="hidden" name="_csrf" value={ctx.csrf} />
          <Button kind="secondary">{t('account.sessions.close', { count: others.length })}</Button>
        </form>
      )}
    </>
  )
}
