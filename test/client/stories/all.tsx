import type { FormState } from '../../../client/form-state.ts'
import type { PageContext } from '../../../client/page-context.ts'
import { RequestPage } from '../../../client/pages/request-page.tsx'
import { RequestsPage, type RequestsPageData } from '../../../client/pages/requests-page.tsx'
import { SignInPage } from '../../../client/pages/sign-in-page.tsx'
import { renderPage } from '../../../client/render.tsx'
import { languages, type Language } from '../../../server/i18n/translate.ts'
import { formState, pageContext } from './contexts.ts'
import { coordinatorScenes } from './scenes-coordinator.tsx'
import { actScenes } from './scenes-acts.tsx'
import { publicScenes } from './scenes-public.tsx'
import { publishedScenes } from './scenes-published.tsx'
import { workScenes } from './scenes-offices.tsx'
import { oversightScenes } from './scenes-oversight.tsx'
import { personalScenes } from './scenes-personal.tsx'
import { adminScenes } from './scenes-admin.tsx'
import { annualScenes } from './scenes-annual.tsx'
import { ratingScenes } from './scenes-ratings.tsx'
import { recommendationScenes } from './scenes-recommendations.tsx'
import { reportScenes } from './scenes-reports.tsx'
import { staffScenes } from './scenes-staff.tsx'
import { organisationScenes } from './scenes-organisation.tsx'
import type { Scene } from './scene.ts'
import {
  closedRequest,
  extendedRequest,
  requestView,
  silentRequest,
  summary,
  waitingRequest,
} from './requests.ts'

export interface Story {
  readonly name: string
  readonly language: Language
  readonly html: string
}

const wrong: FormState['errors'] = [
  { field: 'email', key: 'signIn.wrong', values: {} },
  { field: 'password', key: 'invalid.required', values: { label: 'Contraseña' } },
]

const listData: RequestsPageData = {
  view: 'todas',
  counts: { todas: 240, vencidas: 28, pronto: 1, adelante: 17, en_curso: 46 },
  mostCounted: 1000,
  order: 'desc',
  form: formState({ estado: 'en_tramite' }),
  chips: [],
  institutions: [
    { id: 'mem', name: 'Ministerio de Energía y Minas' },
    { id: 'minfin', name: 'Ministerio de Finanzas Públicas' },
  ],
  rows: [
    { ...silentRequest(), id: 'r1' },
    { ...extendedRequest(), id: 'r2' },
    { ...waitingRequest(), id: 'r3' },
    summary({ id: 'r4' }),
    { ...closedRequest(), id: 'r5' },
  ],
  nextCursor: 'abc',
}

const chipsIn = ({ t }: PageContext): RequestsPageData['chips'] => [
  { name: 'estado', value: 'en_tramite', label: t('state.en_tramite') },
]

const scenes: readonly Scene[] = [
  ['sign-in', null, '/entrar', ctx => <SignInPage ctx={ctx} data={{ form: formState(), resuming: false }} />],
  [
    'sign-in-wrong',
    null,
    '/entrar',
    ctx => (
      <SignInPage
        ctx={ctx}
        data={{ form: formState({ email: 'a@ejemplo.gt', draft: 'd' }, wrong), resuming: true }}
      />
    ),
  ],
  [
    'requests',
    'organisation_member',
    '/solicitudes',
    ctx => <RequestsPage ctx={ctx} data={{ ...listData, chips: chipsIn(ctx) }} />,
    '?estado=en_tramite',
  ],
  [
    'requests-empty',
    'regulator',
    '/solicitudes',
    ctx => <RequestsPage ctx={ctx} data={{ ...listData, rows: [], nextCursor: null, form: formState() }} />,
  ],
  ['request', 'uip_officer', '/solicitudes/r4', ctx => <RequestPage ctx={ctx} request={requestView()} />],
  [
    'request-extended',
    'uip_officer',
    '/solicitudes/r2',
    ctx => <RequestPage ctx={ctx} request={extendedRequest()} />,
  ],
  [
    'request-silent',
    'organisation_member',
    '/solicitudes/r1',
    ctx => <RequestPage ctx={ctx} request={silentRequest()} />,
  ],
  [
    'request-waiting',
    'organisation_admin',
    '/solicitudes/r3',
    ctx => <RequestPage ctx={ctx} request={waitingRequest()} />,
  ],
  [
    'request-closed',
    'regulator',
    '/solicitudes/r5',
    ctx => <RequestPage ctx={ctx} request={closedRequest()} />,
  ],
]

/** Every page in every language, rendered. */
export function allStories(): readonly Story[] {
  return languages.flatMap(language =>
    [
      ...scenes,
      ...workScenes,
      ...staffScenes,
      ...annualScenes,
      ...adminScenes,
      ...personalScenes,
      ...oversightScenes,
      ...coordinatorScenes,
      ...ratingScenes,
      ...recommendationScenes,
      ...reportScenes,
      ...actScenes,
      ...organisationScenes,
      ...publicScenes,
      ...publishedScenes,
    ].map(([name, role, path, page, query]) => ({
      name: `${name}-${language}`,
      language,
      html: renderPage(page(pageContext(language, role, path, query))),
    })),
  )
}
