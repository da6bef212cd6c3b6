import type { VNode } from 'preact'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Role } from '../../server/domain/request/events.ts'
import type { UserView } from '../../server/users/user-view.ts'
import { dayText } from '../dates.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { SelectField, TextField, type Option } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'

export interface UsersData {
  /** Of one side, or of the whole site. */
  readonly path: '/equipo' | '/usuarios'
  readonly users: readonly UserLine[]
  readonly nextCursor: string | null
  readonly form: FormState
  readonly roles: readonly Role[]
  /** Those an account may belong to; empty where the actor can only add to their own. */
  readonly organisations: readonly Option[]
  readonly institutions: readonly Option[]
}

export type UserLine = Pick<UserView, 'id' | 'name' | 'email' | 'role' | 'active' | 'mustChangePassword'> & {
  readonly side: string | null
  /** The day of the last sign-in that is on record; null where there is none. */
  readonly lastSignInOn: CalendarDate | null
}

interface UsersProps {
  readonly ctx: PageContext
  readonly data: UsersData
}

export function UsersPage({ ctx, data }: UsersProps): VNode {
  const { t } = ctx
  const isTeam = data.path === '/equipo'
  const title = t(isTeam ? 'team.title' : 'users.title')
  return (
    <Layout ctx={ctx} title={title} problem={data.form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={data.form} />
      <h1>{title}</h1>
      <p class="lead">{t(isTeam ? 'team.lead' : 'users.lead')}</p>
      <UserTable ctx={ctx} data={data} title={title} />
      <Pager ctx={ctx} path={data.path} query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
      <h2>{t('users.add')}</h2>
      <AddForm ctx={ctx} data={data} />
    </Layout>
  )
}

function UserTable({ ctx, data, title }: UsersProps & { title: string }): VNode {
  const { t, language } = ctx
  const isTeam = data.path === '/equipo'
  const side = isTeam ? [] : [t('users.side')]
  return (
    <CardTable
      caption={title}
      head={[t('users.name'), t('users.role'), ...side, t('team.lastSignIn'), t('users.state')]}
      labelled={isTeam ? [2] : [2, 3]}
      rows={data.users.map(user => ({
        key: user.id,
        cells: [
          <>
            <a class="row-title" href={href(ctx, `${data.path}/${user.id}`)}>
              {user.name}
            </a>
            <span class="row-under">{user.email}</span>
          </>,
          t(`role.${user.role}`),
          ...(isTeam ? [] : [user.side ?? t('users.none')]),
          user.lastSignInOn ? dayText(language, user.lastSignInOn, 'short') : t('team.never'),
          <UserState key="state" ctx={ctx} user={user} />,
        ],
      }))}
    />
  )
}

export function UserState({
  ctx,
  user,
}: {
  ctx: PageContext
  user: Pick<UserLine, 'active' | 'mustChangePassword'>
}): VNode {
  if (!user.active) return <span class="tag tag-muted">{ctx.t('users.inactive')}</span>
  return (
    <span class={user.mustChangePassword ? 'tag tag-soon' : 'tag tag-done'}>
      {ctx.t(user.mustChangePassword ? 'users.firstSignIn' : 'users.active')}
    </span>
  )
}

function AddForm({ ctx, data }: UsersProps): VNode {
  const { t } = ctx
  const { form, roles } = data
  const field = (name: string) => ({ ctx, form, name })
  return (
    <Form ctx={ctx} action={data.path} form={form} keepsNothing>
      <TextField {...field('name')} label={t('users.name')} maxLength={120} autocomplete="off" />
      <TextField
        {...field('email')}
        label={t('users.email')}
        type="email"
        maxLength={254}
        autocomplete="off"
      />
      <SelectField
        {...field('role')}
        label={t('users.role')}
        empty={t('form.choose')}
        options={roles.map(role => ({ value: role, label: t(`role.${role}`) }))}
      />
      <SideFields ctx={ctx} data={data} />
      <SelectField
        {...field('language')}
        label={t('users.language')}
        options={[
          { value: 'es', label: t('users.language.es') },
          { value: 'en', label: t('users.language.en') },
        ]}
      />
      <Button>{t('users.submit')}</Button>
    </Form>
  )
}

function SideFields({ ctx, data }: UsersProps): VNode {
  const { t } = ctx
  const { form, organisations, institutions } = data
  const field = (name: string) => ({ ctx, form, name })
  return (
    <>
      {organisations.length > 0 ? (
        <SelectField
          {...field('organisationId')}
          label={t('users.organisation')}
          empty={t('users.none')}
          options={organisations}
        />
      ) : null}
      {institutions.length > 0 ? (
        <SelectField
          {...field('institutionId')}
          label={t('users.institution')}
          empty={t('users.none')}
          options={institutions}
        />
      ) : null}
    </>
  )
}

export interface OneTimePasswordData {
  readonly path: UsersData['path']
  readonly email: string
  readonly password: string
  /** Of an account that was there before. */
  readonly isReset: boolean
}

/** The one time that the password is on a screen. */
export function OneTimePasswordPage({ ctx, data }: { ctx: PageContext; data: OneTimePasswordData }): VNode {
  const { t } = ctx
  const title = t(data.isReset ? 'team.reset.done' : 'users.created.title')
  return (
    <Layout ctx={ctx} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t('users.created.lead', { email: data.email })}</p>
      <p class="preview">
        {t('users.created.password')}: <strong class="secret">{data.password}</strong>
      </p>
      <p>
        <a href={href(ctx, data.path)}>{t(data.path === '/equipo' ? 'team.back' : 'users.back')}</a>
      </p>
    </Layout>
  )
}
