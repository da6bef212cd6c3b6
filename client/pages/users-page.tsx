import type { VNode } from 'preact'
import type { Role } from '../../server/domain/request/events.ts'
import type { UserView } from '../../server/users/user-view.ts'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { SelectField, TextField, type Option } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'

export interface UsersData {
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
}

interface UsersProps {
  readonly ctx: PageContext
  readonly data: UsersData
}

export function UsersPage({ ctx, data }: UsersProps): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('users.title')} problem={data.form.errors.length > 0}>
      <ErrorSummary ctx={ctx} form={data.form} />
      <h1>{t('users.title')}</h1>
      <p class="lead">{t('users.lead')}</p>
      <CardTable
        caption={t('users.title')}
        head={[t('users.name'), t('users.email'), t('users.role'), t('users.side'), t('users.state')]}
        labelled={[1, 3]}
        rows={data.users.map(user => ({
          key: user.id,
          cells: [
            <strong key="name">{user.name}</strong>,
            user.email,
            t(`role.${user.role}`),
            user.side ?? t('users.none'),
            <UserState key="state" ctx={ctx} user={user} />,
          ],
        }))}
      />
      <Pager ctx={ctx} path="/usuarios" query={new URLSearchParams(ctx.query)} nextCursor={data.nextCursor} />
      <h2>{t('users.add')}</h2>
      <AddForm ctx={ctx} data={data} />
    </Layout>
  )
}

function UserState({ ctx, user }: { ctx: PageContext; user: UserLine }): VNode {
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
    <Form ctx={ctx} action="/usuarios" form={form}>
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

/** The one time that the password is on a screen. */
export function UserCreatedPage({
  ctx,
  data,
}: {
  ctx: PageContext
  data: { email: string; password: string }
}): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('users.created.title')}>
      <h1>{t('users.created.title')}</h1>
      <p class="lead">{t('users.created.lead', { email: data.email })}</p>
      <p class="preview">
        {t('users.created.password')}: <strong class="secret">{data.password}</strong>
      </p>
      <p>
        <a href={href(ctx, '/usuarios')}>{t('users.back')}</a>
      </p>
    </Layout>
  )
}
