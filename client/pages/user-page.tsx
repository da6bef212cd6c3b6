import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Role } from '../../server/domain/request/events.ts'
import type { UserView } from '../../server/users/user-view.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FactsList } from '../parts/facts-list.tsx'
import { HiddenFields, SelectField, TextField, type Option } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { UserState, type UsersData } from './users-page.tsx'

export interface UserPageData {
  readonly path: UsersData['path']
  readonly user: UserView
  readonly side: string | null
  readonly form: FormState
  readonly roles: readonly Role[]
  /** Those that it may be moved to; empty where the actor manages one side alone. */
  readonly organisations: readonly Option[]
  readonly institutions: readonly Option[]
  /** Nobody changes their own rights or takes away their own way in. */
  readonly isOwn: boolean
  /** Days on which it signed in, the latest first. */
  readonly signIns: readonly CalendarDate[]
}

interface UserProps {
  readonly ctx: PageContext
  readonly data: UserPageData
}

/** One account, for those who manage it. */
export function UserPage({ ctx, data }: UserProps): VNode {
  const { t } = ctx
  const { user, form, path } = data
  return (
    <Layout ctx={ctx} title={user.name} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, path)}>
        ← {t(path === '/equipo' ? 'team.title' : 'users.title')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{user.name}</h1>
      <p class="request-under">
        <UserState ctx={ctx} user={user} />
        <span class="long">{user.email}</span>
      </p>
      <div class="columns">
        <div>
          <h2>{t('team.edit')}</h2>
          <EditForm ctx={ctx} data={data} />
          {data.isOwn ? <p class="soft">{t('team.own')}</p> : <WayIn ctx={ctx} data={data} />}
        </div>
        <Activity ctx={ctx} data={data} />
      </div>
    </Layout>
  )
}

function EditForm({ ctx, data }: UserProps): VNode {
  const { t } = ctx
  const { form, roles, user } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  return (
    <Form ctx={ctx} action={`${data.path}/${user.id}`} form={form} keepsNothing>
      <HiddenFields form={form} names={['version']} />
      <TextField {...field('name', t('users.name'))} maxLength={120} autocomplete="off" />
      {data.isOwn ? null : (
        <SelectField
          {...field('role', t('users.role'))}
          options={roles.map(role => ({ value: role, label: t(`role.${role}`) }))}
        />
      )}
      {data.organisations.length > 0 && !data.isOwn ? <Side ctx={ctx} data={data} /> : null}
      <SelectField
        {...field('language', t('users.language'))}
        options={[
          { value: 'es', label: t('users.language.es') },
          { value: 'en', label: t('users.language.en') },
        ]}
      />
      <Button>{t('team.save')}</Button>
    </Form>
  )
}

function Side({ ctx, data }: UserProps): VNode {
  const { t } = ctx
  const field = (name: string, label: string) => ({ ctx, form: data.form, name, label })
  return (
    <>
      <SelectField
        {...field('organisationId', t('users.organisation'))}
        empty={t('users.none')}
        options={data.organisations}
      />
      <SelectField
        {...field('institutionId', t('users.institution'))}
        empty={t('users.none')}
        options={data.institutions}
      />
    </>
  )
}

function WayIn({ ctx, data }: UserProps): VNode {
  const { t } = ctx
  const { user } = data
  const active = user.active
  return (
    <>
      <h2>{t('team.reset')}</h2>
      <p>{t('team.reset.lead')}</p>
      <Act ctx={ctx} data={data} to="clave" kind="secondary" label={t('team.reset.submit')} />
      <h2>{t(active ? 'team.deactivate' : 'team.activate')}</h2>
      <p>{t(active ? 'team.deactivate.lead' : 'team.activate.lead')}</p>
      <Act
        ctx={ctx}
        data={data}
        to={active ? 'desactivar' : 'activar'}
        kind={active ? 'danger' : 'secondary'}
        label={t(active ? 'team.deactivate.submit' : 'team.activate.submit')}
      />
    </>
  )
}

interface ActProps extends UserProps {
  readonly to: 'clave' | 'desactivar' | 'activar'
  readonly kind: 'secondary' | 'danger'
  readonly label: string
}

function Act({ ctx, data: { path, user }, to, kind, label }: ActProps): VNode {
  return (
    <form method="post" action={href(ctx, `${path}/${user.id}/${to}`)}>
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <input type="hidden" name="version" value={String(user.version)} />
      <Button kind={kind}>{label}</Button>
    </form>
  )
}

function Activity({ ctx, data }: UserProps): VNode {
  const { t, language } = ctx
  const { user, side, signIns } = data
  const [last] = signIns
  return (
    <div>
      <h2>{t('team.activity')}</h2>
      <FactsList
        facts={[
          { name: t('users.side'), value: side ?? t('users.none') },
          { name: t('users.role'), value: t(`role.${user.role}`) },
          { name: t('team.lastSignIn'), value: last ? dayText(language, last, 'plain') : t('team.never') },
        ]}
      />
      {signIns.length === 0 ? null : (
        <details>
          <summary>{t('team.days', { count: signIns.length })}</summary>
          <ul>
            {signIns.map(day => (
              <li key={day}>{dayText(language, day, 'long')}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
