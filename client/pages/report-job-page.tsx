import type { VNode } from 'preact'
import type { JobView } from '../../server/reports/report-jobs.ts'
import { dayText } from '../dates.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { Button } from '../parts/form.tsx'
import { AskForReport } from './ask-for-report.tsx'

export interface ReportJobData {
  readonly job: JobView
  /** Why there is no report. */
  readonly problem: { readonly title: string; readonly detail: string } | null
}

interface JobProps {
  readonly ctx: PageContext
  readonly data: ReportJobData
}

/** A report that was asked for: how far it has got, its files, or why there are none. */
export function ReportJobPage({ ctx, data }: JobProps): VNode {
  const { t, language } = ctx
  const { job, problem } = data
  const day = (date: JobView['from']) => dayText(language, date, 'plain')
  const period = { from: day(job.from), to: day(job.to), asOf: day(job.asOf) }
  const title = t(`reportJob.title.${job.state}`)
  return (
    <Layout ctx={ctx} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t('report.period', period)}</p>
      {job.state === 'waiting' || job.state === 'running' ? <UnderWay ctx={ctx} job={job} /> : null}
      {job.state === 'done' ? <Files ctx={ctx} job={job} /> : null}
      {problem ? (
        <>
          <p>
            {problem.title === title ? null : <strong>{problem.title}. </strong>}
            {problem.detail}
          </p>
          <AskForReport ctx={ctx} asked={job} paper={job.size} label={t('reportJob.again')} />
        </>
      ) : null}
      <p>
        <a href={href(ctx, `/informe?desde=${job.from}&hasta=${job.to}&al=${job.asOf}&papel=${job.size}`)}>
          {t('reportJob.back')}
        </a>
      </p>
    </Layout>
  )
}

function UnderWay({ ctx, job }: { ctx: PageContext; job: JobView }): VNode {
  const { t } = ctx
  const path = `/informe/trabajos/${job.id}`
  const isStill = new URLSearchParams(ctx.query).get('actualizar') === 'no'
  return (
    <>
      <p role="status">{stageIn(ctx, job)}</p>
      <p class="soft">
        {isStill ? t('reportJob.still') : t('reportJob.refreshes')}{' '}
        <a href={href(ctx, path)}>{t('reportJob.refresh')}</a>
        {isStill ? null : (
          <>
            {' · '}
            <a href={href(ctx, `${path}?actualizar=no`)}>{t('reportJob.stop')}</a>
          </>
        )}
      </p>
      <form method="post" action={href(ctx, `${path}/cancelar`)}>
        <input type="hidden" name="_csrf" value={ctx.csrf} />
        <p class="buttons">
          <Button kind="secondary">{t('reportJob.cancel')}</Button>
        </p>
      </form>
    </>
  )
}

function stageIn({ t }: PageContext, { progress, ahead }: JobView): string {
  if (progress === null) return ahead ? t('reportJob.ahead', { ahead }) : t('reportJob.begins')
  const { stage, done, total } = progress
  if (stage === 'cases') return t('reportJob.cases', { done, total: total ?? done })
  return stage === 'figures' ? t('reportJob.figures') : t('reportJob.pages', { done })
}

const shown = ['pdf', 'xlsx', 'cases', 'figures'] as const

function Files({ ctx, job }: { ctx: PageContext; job: JobView }): VNode {
  const { t } = ctx
  const pdf = job.files.find(({ kind }) => kind === 'pdf')
  const kinds = shown.filter(each => job.files.some(({ kind }) => kind === each))
  return (
    <>
      <p class="buttons">
        {kinds.map((kind, at) => (
          <a
            key={kind}
            class={at === 0 ? 'button' : 'button button-secondary'}
            href={href(ctx, `/informe/trabajos/${job.id}/${kind}`)}
          >
            {t(`reportJob.file.${kind}`)}
          </a>
        ))}
      </p>
      <p class="soft">
        {pdf && job.pages !== null
          ? `${t('reportJob.length', { pages: job.pages, kilobytes: Math.ceil(pdf.size / 1024) })} `
          : null}
        {t('reportJob.kept')}
      </p>
    </>
  )
}
