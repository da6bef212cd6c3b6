import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import {
  InstitutionCheckPage,
  InstitutionFormPage,
  institutionFields,
} from '../../../client/pages/administration/institution-form-page.tsx'
import type { Fact } from '../../../client/parts/facts-list.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import { addInstitution } from '../../institutions/add-institution.ts'
import { changeInstitution, previewInstitution } from '../../institutions/change-institution.ts'
import { institutionPatch, newInstitution } from '../../institutions/schemas.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { institutionKinds, type Institution } from '../../store/institution-store.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { fault, invalidInput, parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith, labelOf } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { typedTime } from './typed-day.ts'

const mostMovesShown = 100

/** The register's own forms: what changes the count of days is shown with what it moves, before it is kept. */
export function officeFormPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/instituciones/nueva', async (req, res) => {
    keeper(req)
    const values = takeDraft(req) ?? { inCapital: 'si' }
    await showForm(site, req, res, { institution: null, values, errors: [], theirs: null })
  })

  router.post('/instituciones/nueva', async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = keeper(req)
    try {
      const input = parse(newInstitution, { ...bodyOf(values), aliases: [] })
      const { id, name } = await addInstitution(context, actor, input)
      setFlash(req, { tone: 'done', key: 'office.added', values: { name } })
      res.redirect(303, `/${languageOf(req)}/instituciones/${id}`)
    } catch (error) {
      const errors = formErrors(error, languageOf(req), 'name')
      if (!errors) throw error
      await showForm(site, req, res, { institution: null, values, errors, theirs: null })
    }
  })

  router.get('/instituciones/:institutionId/editar', async (req, res) => {
    keeper(req)
    const institution = await find(site, req.params.institutionId)
    const values = takeDraft(req) ?? valuesOf(institution)
    await showForm(site, req, res, { institution, values, errors: [], theirs: null })
  })

  router.post('/instituciones/:institutionId/editar', async (req, res) => {
    const { values } = await readForm(context, req)
    keeper(req)
    const institution = await find(site, req.params.institutionId)
    if (textOf(values, 'step') === 'editar')
      return showForm(site, req, res, { institution, values, errors: [], theirs: null })
    if (textOf(values, 'version') !== String(institution.version))
      return showStale(site, req, res, { institution, values })
    try {
      await checkOrChange(site, req, res, { institution, values })
    } catch (error) {
      if (error instanceof AppError && error.code === 'stale')
        return showStale(site, req, res, { institution: await find(site, institution.id), values })
      const errors = formErrors(error, languageOf(req), 'name')
      if (!errors) throw error
      await showForm(site, req, res, { institution, values, errors, theirs: null })
    }
  })

  return router
}

function keeper(req: Request) {
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'manageInstitutions')) throw new AppError('forbidden')
  return actor
}

async function find({ context }: Site, id: string): Promise<Institution> {
  const institution = await context.stores.institutions.find(id)
  if (!institution) throw new AppError('not-found')
  return institution
}

interface Sent {
  readonly institution: Institution
  readonly values: SentValues
}

async function checkOrChange(site: Site, req: Request, res: Response, { institution, values }: Sent) {
  const { context } = site
  const { id: institutionId, version } = institution
  const actor = keeper(req)
  const patch = parse(institutionPatch, { ...bodyOf(values), active: textOf(values, 'active') !== 'no' })
  if (textOf(values, 'step') !== 'confirmar') {
    const { requests, moves } = await previewInstitution(context, actor, { institutionId, patch })
    const facts = changedFacts(languageOf(req), valuesOf(institution), values)
    const data = {
      ...{ institutionId, facts, count: requests, moves: moves.slice(0, mostMovesShown) },
      form: formWith(values, [], randomUUID),
    }
    return sendPage(res, <InstitutionCheckPage ctx={await pageContext(site, req)} data={data} />)
  }
  const { recount } = await changeInstitution(context, actor, { institutionId, version, patch })
  setFlash(req, { tone: 'done', key: 'office.changed', values: { count: recount?.requests ?? 0 } })
  return res.redirect(303, `/${languageOf(req)}/instituciones/${institutionId}`)
}

/** What stands in the form as it is sent to the register. @throws AppError 'invalid-input' for an hour that is none */
function bodyOf(values: SentValues) {
  const text = (name: string) => textOf(values, name)
  const contact = { address: text('address'), phone: text('phone'), email: text('email') }
  return {
    ...{ name: text('name'), acronym: text('acronym'), kind: text('kind') },
    inCapital: text('inCapital') === 'si',
    cutoffMinutes: minutesOf(text('cutoff')),
    hours: text('hours') || null,
    contact: { ...contact, website: text('website') },
  }
}

/** Minutes after midnight; null for nothing typed. @throws AppError 'invalid-input' for an hour that is none */
function minutesOf(typed: string): number | null {
  if (typed === '') return null
  const time = typedTime(typed)
  if (time === null) throw invalidInput([fault('cutoff', 'time.invalid')])
  const [hours = '0', minutes = '0'] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

function valuesOf(institution: Institution): SentValues {
  const { name, acronym, kind, inCapital, hours, contact, active, version } = institution
  return {
    ...{ name, acronym, kind, version: String(version) },
    inCapital: inCapital ? 'si' : 'no',
    active: active ? 'si' : 'no',
    hours: hours ?? '',
    cutoff: timeOf(institution.cutoffMinutes),
    ...contactValues(contact),
  }
}

function contactValues(contact: Institution['contact']): SentValues {
  const { address, phone, email, website } = contact ?? noContact
  return { address: address ?? '', phone: phone ?? '', email: email ?? '', website: website ?? '' }
}

const noContact = { address: null, phone: null, email: null, website: null }

function timeOf(minutes: number | null): string {
  if (minutes === null) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The fields that are not as they were, in words. */
function changedFacts(language: Language, before: SentValues, after: SentValues): Fact[] {
  return institutionFields
    .filter(name => textOf(before, name) !== textOf(after, name))
    .map(name => ({ name: labelOf(language, name), value: inWords(language, name, textOf(after, name)) }))
}

function inWords(language: Language, name: string, value: string): string {
  const t = translator(language)
  if (value === 'si' || value === 'no') return t(value === 'si' ? 'office.yes' : 'office.no')
  const kind = name === 'kind' ? institutionKinds.find(each => each === value) : undefined
  if (kind) return t(`sectors.${kind}`)
  return value === '' ? t('act.check.none') : value
}

/** Two people at once: what the register says now, and the form with all that was typed, on the new version. */
async function showStale(site: Site, req: Request, res: Response, { institution, values }: Sent) {
  const now = valuesOf(institution)
  const theirs = changedFacts(languageOf(req), values, now)
  const typed = { ...values, version: String(institution.version) }
  await showForm(site, req, res, { institution, values: typed, errors: [], theirs, status: 409 })
}

interface Shown {
  readonly institution: Institution | null
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly theirs: readonly Fact[] | null
  readonly status?: number
}

async function showForm(
  site: Site,
  req: Request,
  res: Response,
  { institution, values, errors, theirs, status }: Shown,
): Promise<void> {
  const ctx = await pageContext(site, req)
  const data = {
    institutionId: institution?.id ?? null,
    form: formWith(values, errors, randomUUID),
    kinds: institutionKinds.map(value => ({ value, label: ctx.t(`sectors.${value}`) })),
    theirs,
  }
  const page = <InstitutionFormPage ctx={ctx} data={data} />
  sendPage(res, page, status ?? (errors.length > 0 ? 422 : 200))
}
