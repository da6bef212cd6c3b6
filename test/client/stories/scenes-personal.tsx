import { AccountPage, type AccountData } from '../../../client/pages/account-page.tsx'
import { ErrorPage } from '../../../client/pages/error-page.tsx'
import { NewPasswordPage, RecoveryPage, RecoverySentPage } from '../../../client/pages/recovery-pages.tsx'
import { SendAgainPage } from '../../../client/pages/send-again-page.tsx'
import { CodePage, FactorSetupPage, SpareCodesPage } from '../../../client/pages/second-factor-pages.tsx'
import { isMessageKey } from '../../../server/i18n/translate.ts'
import { formState } from './contexts.ts'
import type { Scene } from './scene.ts'

const account: AccountData = {
  email: 'una@ejemplo.gt',
  mustChange: false,
  form: formState(),
  language: 'es',
  declined: ['respuestas:mail'],
  sessions: [
    { id: 's1', device: 'Chrome, Android', since: new Date('2026-11-23T14:00:00Z'), current: true },
    { id: 's2', device: '', since: null, current: false },
  ],
  mail: true,
  secondFactor: false,
}

/** Each kind of failure in the words of one of its codes; `error-409` and others are in scenes-offices. */
const failures = [
  ['link-expired', 410],
  ['invalid-document', 422],
] as const

export const personalScenes: readonly Scene[] = [
  [
    'send-again',
    'organisation_member',
    '/solicitudes/nueva',
    ctx => (
      <SendAgainPage
        ctx={ctx}
        data={{
          action: '/es/solicitudes/nueva',
          form: formState({ title: 'Contratos', institutionIds: ['mem', 'mspas'], fileLost: 'acuse.pdf' }),
          shown: [
            { name: 'Título', value: 'Contratos de mantenimiento de carreteras, 2025' },
            { name: 'Texto', value: 'Copia de los contratos.\nY de sus anexos.' },
          ],
          multipart: true,
          maxMegabytes: 20,
        }}
      />
    ),
  ],
  ['account-whole', 'uip_officer', '/cuenta', ctx => <AccountPage ctx={ctx} data={account} />],
  [
    'account-alone',
    'organisation_member',
    '/cuenta',
    ctx => (
      <AccountPage
        ctx={ctx}
        data={{
          ...account,
          mail: false,
          secondFactor: true,
          declined: [],
          sessions: account.sessions.slice(0, 1),
        }}
      />
    ),
  ],
  [
    'account-first',
    'uip_officer',
    '/cuenta',
    ctx => (
      <AccountPage
        ctx={ctx}
        data={{
          ...account,
          mustChange: true,
          form: formState({}, [{ field: 'next', key: 'field.password.short', values: {} }]),
        }}
      />
    ),
  ],
  ['code', null, '/entrar/codigo', ctx => <CodePage ctx={ctx} form={formState()} />],
  [
    'code-wrong',
    null,
    '/entrar/codigo',
    ctx => (
      <CodePage
        ctx={ctx}
        form={formState({}, [
          { field: 'code', key: 'factor.wrong', values: { label: ctx.t('factor.code') } },
        ])}
      />
    ),
  ],
  [
    'factor-setup',
    'uip_head',
    '/cuenta/segundo-paso',
    ctx => (
      <FactorSetupPage
        ctx={ctx}
        form={formState()}
        setup={{ secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/x' }}
      />
    ),
  ],
  [
    'factor-spare',
    'uip_head',
    '/cuenta/segundo-paso',
    ctx => <SpareCodesPage ctx={ctx} codes={['abcde-fghjk', 'mnpqr-stuvw']} />,
  ],
  ['recovery', null, '/recuperar', ctx => <RecoveryPage ctx={ctx} form={formState()} mail />],
  ['recovery-no-mail', null, '/recuperar', ctx => <RecoveryPage ctx={ctx} form={formState()} mail={false} />],
  [
    'recovery-wrong',
    null,
    '/recuperar',
    ctx => (
      <RecoveryPage
        ctx={ctx}
        mail
        form={formState({ email: 'una' }, [
          { field: 'email', key: 'recovery.email', values: { label: ctx.t('signIn.email') } },
        ])}
      />
    ),
  ],
  ['recovery-sent', null, '/recuperar', ctx => <RecoverySentPage ctx={ctx} minutes={60} />],
  [
    'recovery-new',
    null,
    '/recuperar',
    ctx => (
      <NewPasswordPage
        ctx={ctx}
        form={formState({ enlace: 'x' }, [{ field: 'next', key: 'field.password.short', values: {} }])}
      />
    ),
  ],
  ...failures.map(([code, status]): Scene => [
    `error-${status}`,
    status === 410 ? null : 'uip_officer',
    '/nada',
    ctx => {
      const [title, detail] = [`error.${code}.title`, `error.${code}.detail`]
      if (!isMessageKey(title) || !isMessageKey(detail)) throw new Error(`No words for ${code}`)
      return <ErrorPage ctx={ctx} data={{ status, title: ctx.t(title), detail: ctx.t(detail) }} />
    },
  ]),
]
