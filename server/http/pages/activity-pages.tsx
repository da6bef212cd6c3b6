import { Router } from 'express'
import {
  AssistanceFormFields,
  assistanceFacts,
  assistanceTable,
  CaseResultsPart,
} from '../../../client/pages/activities/assistance-parts.tsx'
import {
  DeliveryPart,
  disseminationFacts,
  DisseminationFormFields,
  disseminationTable,
  receiver,
} from '../../../client/pages/activities/dissemination-parts.tsx'
import { registerPaths } from '../../../client/pages/activities/register-list-page.tsx'
import {
  trainingFacts,
  TrainingFormFields,
  trainingTable,
  type Names,
} from '../../../client/pages/activities/training-parts.tsx'
import {
  assistanceRegister,
  type Assistance,
  type AssistanceFields,
} from '../../assistance/assistance-register.ts'
import { caseIn, referencesOf } from '../../assistance/columns.ts'
import { whatCameOf } from '../../assistance/what-came-of.ts'
import {
  disseminationRegister,
  type Dissemination,
  type DisseminationFields,
} from '../../dissemination/dissemination-register.ts'
import { linkTokenOf } from '../../dissemination/link.ts'
import { sendLetters } from '../../dissemination/send-letters.ts'
import { trainingRegister, type Training, type TrainingFields } from '../../trainings/training-register.ts'
import { AppError } from '../../errors.ts'
import { languageOf } from '../language.ts'
import { numberIn } from '../register/csv-cells.ts'
import { institutionOptions, organisationOptions } from './choices.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import type { Site } from './page-of.ts'
import { setFlash } from './page-session.ts'
import { recommendationScreens } from './recommendation-screens.tsx'
import { keeper, registerPages, type RegisterScreens } from './register-pages.tsx'
import { typedDay } from './typed-day.ts'

/** What the coordination did (results 2 to 4) and recommended. */
export function activityPages(site: Site): Router {
  const router = Router()
  router.get('/actividades', (req, res) => {
    res.redirect(302, `/${languageOf(req)}${registerPaths.trainings}`)
  })
  router.use(registerPages(site, trainingScreens(site)))
  router.use(registerPages(site, assistanceScreens(site)))
  router.use(registerPages(site, disseminationScreens(site)))
  router.use(registerPages(site, recommendationScreens(site)))
  return router.use(letterPages(site))
}

function letterPages(site: Site): Router {
  const router = Router()
  router.post(`${registerPaths.dissemination}/:id/enviar`, async (req, res) => {
    const { values } = await readForm(site.context, req)
    const id = String(req.params.id)
    const actor = keeper(req, values)
    const count = await sendLetters(site.context, actor, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'no-recipient') return null
      throw error
    })
    setFlash(
      req,
      count === null
        ? { tone: 'warning', key: 'error.no-recipient.detail', values: {} }
        : { tone: 'done', key: 'dissemination.sent', values: { count } },
    )
    res.redirect(303, `/${languageOf(req)}${registerPaths.dissemination}/${id}`)
  })
  return router
}

function trainingScreens(site: Site): RegisterScreens<Training, TrainingFields> {
  const { context } = site
  return {
    name: 'trainings',
    register: trainingRegister(context),
    labels: {
      ...{ audience: 'training.audience', kind: 'training.kind', subject: 'training.subject' },
      ...{ days: 'training.days', hours: 'training.hours', mode: 'training.mode', place: 'training.place' },
      ...{ trainer: 'training.trainer', materials: 'training.materials', women: 'training.women' },
      ...{ participants: 'training.participants', men: 'training.men', answers: 'training.answers' },
      ...{ otherGender: 'training.otherGender', meanBefore: 'training.meanBefore' },
      ...{ meanAfter: 'training.meanAfter', organisationIds: 'training.organisations' },
      institutionIds: 'training.institutions',
    },
    async bodyOf(values) {
      const numbers = [
        'hours',
        'participants',
        'women',
        'men',
        'otherGender',
        'answers',
        'meanBefore',
        'meanAfter',
      ]
      const texts = ['audience', 'kind', 'subject', 'mode', 'place', 'trainer', 'materials']
      return {
        ...Object.fromEntries(texts.map(name => [name, textOf(values, name)])),
        ...Object.fromEntries(numbers.map(name => [name, numberIn(textOf(values, name))])),
        days: linesOf(values, 'days').map(day => dayOf(site, day)),
        organisationIds: listOf(values, 'organisationIds'),
        institutionIds: listOf(values, 'institutionIds'),
      }
    },
    async valuesOf(item) {
      const { days, organisationIds, institutionIds } = item
      return {
        ...plainValues(trainingRegister(context).fieldsOf(item)),
        days: days.map(shown).join('\n'),
        organisationIds,
        institutionIds,
      }
    },
    titleOf: (_ctx, { subject }) => Promise.resolve(subject),
    table: (ctx, items) => Promise.resolve(trainingTable(ctx, items)),
    async facts(ctx, item) {
      return trainingFacts(ctx, item, await namesOf(site, item.organisationIds, item.institutionIds))
    },
    below: () => Promise.resolve(null),
    async fields(ctx, form) {
      const [organisations, institutions] = [
        await organisationOptions(context),
        await institutionOptions(context),
      ]
      return (
        <TrainingFormFields ctx={ctx} form={form} organisations={organisations} institutions={institutions} />
      )
    },
  }
}

function assistanceScreens(site: Site): RegisterScreens<Assistance, AssistanceFields> {
  const { context } = site
  return {
    name: 'assistance',
    register: assistanceRegister(context),
    labels: {
      ...{ organisationId: 'assistance.organisation', day: 'assistance.day', minutes: 'assistance.minutes' },
      ...{ means: 'assistance.means', subject: 'assistance.subject', requestIds: 'assistance.cases' },
    },
    async bodyOf(values) {
      return {
        organisationId: textOf(values, 'organisationId'),
        day: dayOf(site, textOf(values, 'day')),
        minutes: numberIn(textOf(values, 'minutes')),
        means: textOf(values, 'means'),
        subject: textOf(values, 'subject'),
        requestIds: await Promise.all(linesOf(values, 'requestIds').map(text => caseIn(context, text))),
      }
    },
    async valuesOf(item) {
      const requestIds = (await referencesOf(context, item.requestIds)).join('\n')
      return { ...plainValues(assistanceRegister(context).fieldsOf(item)), day: shown(item.day), requestIds }
    },
    titleOf: (_ctx, { subject }) => Promise.resolve(subject),
    async table(ctx, items) {
      return assistanceTable(
        ctx,
        items,
        await namesOf(
          site,
          items.map(each => each.organisationId),
          [],
        ),
      )
    },
    async facts(ctx, item) {
      return assistanceFacts(ctx, item, await namesOf(site, [item.organisationId], []))
    },
    async below(ctx, { requestIds }) {
      return <CaseResultsPart ctx={ctx} came={await whatCameOf(context, requestIds)} />
    },
    async fields(ctx, form) {
      return <AssistanceFormFields ctx={ctx} form={form} organisations={await organisationOptions(context)} />
    },
  }
}

function disseminationScreens(site: Site): RegisterScreens<Dissemination, DisseminationFields> {
  const { context } = site
  const institutionNames = (items: readonly Dissemination[]) =>
    namesOf(
      site,
      [],
      items.flatMap(({ institutionId }) => institutionId ?? []),
    )
  return {
    name: 'dissemination',
    register: disseminationRegister(context),
    labels: {
      ...{ audience: 'dissemination.audience', institutionId: 'dissemination.institution' },
      ...{ means: 'dissemination.means', day: 'dissemination.day', reportSha256: 'dissemination.sha256' },
      ...{ reportFrom: 'dissemination.from', reportTo: 'dissemination.to', note: 'dissemination.note' },
    },
    async bodyOf(values) {
      const days = ['day', 'reportFrom', 'reportTo']
      const texts = ['audience', 'institutionId', 'means', 'note']
      return {
        ...Object.fromEntries(texts.map(name => [name, textOf(values, name)])),
        ...Object.fromEntries(days.map(name => [name, dayOf(site, textOf(values, name))])),
        reportSha256: textOf(values, 'reportSha256').replaceAll(/\s/g, ''),
      }
    },
    async valuesOf(item) {
      const { day, reportFrom, reportTo } = item
      const days = { day: shown(day), reportFrom: shown(reportFrom), reportTo: shown(reportTo) }
      return { ...plainValues(disseminationRegister(context).fieldsOf(item)), ...days }
    },
    async titleOf(ctx, item) {
      return receiver(ctx, item, await institutionNames([item]))
    },
    async table(ctx, items) {
      return disseminationTable(ctx, items, await institutionNames(items))
    },
    async facts(ctx, item) {
      return disseminationFacts(ctx, item, await institutionNames([item]))
    },
    async below(ctx, item, mayKeep) {
      const token = mayKeep && !item.annulled ? await linkTokenOf(context, item) : null
      const link = token === null ? null : `${context.config.publicUrl}/es/acuse/${token}`
      return <DeliveryPart ctx={ctx} item={item} link={link} />
    },
    async fields(ctx, form) {
      return (
        <DisseminationFormFields ctx={ctx} form={form} institutions={await institutionOptions(context)} />
      )
    },
  }
}

/** What stands in one-line fields. */
function plainValues(fields: object): SentValues {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
}

/** 2026-11-20 as people here write it. */
function shown(day: string): string {
  return day.split('-').toReversed().join('/')
}

/** What is no day stays as typed, for the schema to refuse. */
function dayOf({ context }: Site, text: string): string {
  return typedDay(text, context.clock.today()) ?? text
}

function linesOf(values: SentValues, name: string): string[] {
  return textOf(values, name)
    .split(/[\n,;]+/)
    .map(line => line.trim())
    .filter(line => line !== '')
}

function listOf(values: SentValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

async function namesOf(
  { context: { stores } }: Site,
  organisationIds: readonly string[],
  institutionIds: readonly string[],
): Promise<Names> {
  const organisations = await stores.organisations.findMany(organisationIds)
  const institutions = await stores.institutions.findMany(institutionIds)
  return new Map([...organisations, ...institutions].map(({ id, name }) => [id, name]))
}
