import type { VNode } from 'preact'
import type { EditionView } from '../../../server/editions/edition-view.ts'
import { instantText } from '../../dates.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { chaptersOf, coverOf, openingChapter, placesOf, type Chapter } from '../../report/chapters.ts'
import type { KeptHeading, KeptReport } from '../../report/kept-report.ts'
import { CoverPicture, ReportBlocks } from '../../report/report-blocks.tsx'
import { BackToEditions } from './editions-page.tsx'
import { PrintedFile, Standing, type PublicEdition } from './public-parts.tsx'

export interface PublicEditionData extends PublicEdition {
  readonly report: KeptReport
}

interface PublicEditionProps {
  readonly ctx: PageContext
  readonly data: PublicEditionData
}

/** The first page of a published report: what it is, its summary, its contents and its files. */
export function PublicEditionPage({ ctx, data }: PublicEditionProps): VNode {
  const { t } = ctx
  const { edition, report } = data
  const { code } = edition
  const chapters = chaptersOf(report.blocks)
  const reader = { ctx, code, places: placesOf(chapters) }
  const opening = chapters.find(({ heading }) => heading.id === openingChapter)
  return (
    <Layout ctx={ctx} title={`${report.title} · ${code}`} description={t('twin.description')}>
      <BackToEditions ctx={ctx} />
      <Standing ctx={ctx} data={data} />
      <Cover ctx={ctx} data={data} />
      {opening ? <ReportBlocks reader={reader} blocks={opening.blocks} shift={1} /> : null}
      <p>
        <a href={href(ctx, `/informes/${code}/resumen`)}>{t('twin.summary')}</a>
      </p>
      <Contents ctx={ctx} code={code} chapters={chapters} />
      <Seal ctx={ctx} data={data} />
    </Layout>
  )
}

function Cover({ ctx, data }: PublicEditionProps): VNode {
  const { t, language } = ctx
  const { edition, corrects, report } = data
  const cover = coverOf(report.blocks)
  if (cover === null) return <h1>{report.title}</h1>
  const at = edition.publishedAt ? instantText(language, edition.publishedAt) : '–'
  return (
    <>
      <p class="soft">{cover.kicker}</p>
      <h1>
        {cover.title} {cover.accent}
      </h1>
      <p class="lead">{cover.subtitle}</p>
      <ul class="plain">
        {cover.facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
        <li>{t('twin.published', { at })}</li>
        {corrects === null ? null : (
          <li>
            <a href={href(ctx, `/informes/${corrects}`)}>{t('twin.corrects', { code: corrects })}</a>
          </li>
        )}
      </ul>
      <PrintedFile ctx={ctx} data={data} of="pdf" />
      <CoverPicture cover={cover} />
      <p class="soft small">{t('twin.opens')}</p>
    </>
  )
}

interface ContentsProps {
  readonly ctx: PageContext
  readonly code: string
  readonly chapters: readonly Chapter[]
}

/** Every chapter, with its sections where they share its page. */
function Contents({ ctx, code, chapters }: ContentsProps): VNode {
  return (
    <nav aria-labelledby="contenido-del-informe">
      <h2 id="contenido-del-informe">{ctx.t('twin.contents')}</h2>
      <ol class="contents-list">
        {chapters
          .filter(({ heading }) => heading.id !== openingChapter)
          .map(({ heading, blocks }) => (
            <li key={heading.id} class={heading.level === 1 ? undefined : 'contents-section'}>
              <a href={href(ctx, `/informes/${code}/${heading.id}`)}>{headingText(heading)}</a>
              <Sections
                ctx={ctx}
                path={`/informes/${code}/${heading.id}`}
                headings={sectionsOf(heading, blocks)}
              />
            </li>
          ))}
      </ol>
    </nav>
  )
}

function sectionsOf({ id }: KeptHeading, blocks: Chapter['blocks']): readonly KeptHeading[] {
  return blocks.flatMap(block =>
    block.kind === 'heading' && block.level === 2 && block.id !== id ? [block] : [],
  )
}

interface SectionsProps {
  readonly ctx: PageContext
  readonly path: string
  readonly headings: readonly KeptHeading[]
}

function Sections({ ctx, path, headings }: SectionsProps): VNode | null {
  if (headings.length === 0) return null
  return (
    <ol>
      {headings.map(heading => (
        <li key={heading.id}>
          <a href={href(ctx, `${path}#${heading.id}`)}>{headingText(heading)}</a>
        </li>
      ))}
    </ol>
  )
}

export function headingText({ number, text }: KeptHeading): string {
  return number === '' ? text : `${number} ${text}`
}

function Seal({ ctx, data: { edition, report } }: PublicEditionProps): VNode {
  const { t } = ctx
  return (
    <section aria-labelledby="sello">
      <h2 id="sello">{t('twin.seal')}</h2>
      <p>{t('twin.seal.lead')}</p>
      <ul class="plain">
        {edition.files.map(file => (
          <FileLine key={file.kind} ctx={ctx} id={edition.id} file={file} />
        ))}
      </ul>
      <p class="soft small">
        {t('twin.digest')}: <span class="hash">{report.digest}</span>
      </p>
      <p>
        <a href={href(ctx, '/informe/verificar')}>{t('twin.verify')}</a>
      </p>
      <p>
        <a href={href(ctx, `/informes/${edition.id}`)}>{t('twin.record')}</a>
      </p>
    </section>
  )
}

interface FileLineProps {
  readonly ctx: PageContext
  readonly id: string
  readonly file: EditionView['files'][number]
}

function FileLine({ ctx, id, file: { kind, sha256, size } }: FileLineProps): VNode {
  const { t } = ctx
  return (
    <li class="notice">
      <a href={href(ctx, `/informes/${id}/archivos/${sha256}`)}>{t(`editions.file.${kind}`)}</a>{' '}
      <span class="soft">{t('editions.size', { kilobytes: Math.ceil(size / 1024) })}</span>
      <p class="soft small">
        {t('editions.sha256')}: <span class="hash">{sha256}</span>
      </p>
    </li>
  )
}
