import type { VNode } from 'preact'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { chaptersOf, placesOf, type Chapter } from '../../report/chapters.ts'
import { ReportBlocks } from '../../report/report-blocks.tsx'
import { casesHref } from '../../report/report-reader.ts'
import { headingText, type PublicEditionData } from './public-edition-page.tsx'
import { BackToContents, PrintedFile, Standing } from './public-parts.tsx'

export interface PublicChapterData extends PublicEditionData {
  readonly chapter: Chapter
}

interface PublicChapterProps {
  readonly ctx: PageContext
  readonly data: PublicChapterData
}

/** The annex that lists cases by their code, one card a case on a phone. */
const casesChapter = 'cases'

/** A chapter of a published report, or a section of a long one. */
export function PublicChapterPage({ ctx, data }: PublicChapterProps): VNode {
  const { edition, report, chapter } = data
  const chapters = chaptersOf(report.blocks)
  const { code } = edition
  const [heading, ...blocks] = chapter.blocks
  const reader = { ctx, code, places: placesOf(chapters) }
  const shift = 1 - chapter.heading.level
  const title = `${headingText(chapter.heading)} · ${code}`
  return (
    <Layout ctx={ctx} title={title} description={`${chapter.heading.text}. ${report.title}`}>
      <BackToContents ctx={ctx} data={data} />
      <Standing ctx={ctx} data={data} />
      <ReportBlocks reader={reader} blocks={heading ? [heading] : []} shift={shift} />
      {chapter.heading.id === casesChapter ? (
        <p>
          <a href={casesHref(reader, [])}>{ctx.t('cases.searchAll')}</a>
        </p>
      ) : null}
      <ReportBlocks reader={reader} blocks={blocks} shift={shift} />
      <ItsSections ctx={ctx} code={code} chapters={chapters} at={chapter.heading.id} />
      <Turn ctx={ctx} code={code} chapters={chapters} at={chapter.heading.id} />
    </Layout>
  )
}

interface TurnProps {
  readonly ctx: PageContext
  readonly code: string
  readonly chapters: readonly Chapter[]
  readonly at: string
}

/** Of a chapter whose sections are pages: without them some would be a title and nothing else. */
function ItsSections({ ctx, code, chapters, at }: TurnProps): VNode | null {
  const here = chapters.findIndex(({ heading }) => heading.id === at)
  if (chapters[here]?.heading.level !== 1) return null
  const after = chapters.slice(here + 1)
  const next = after.findIndex(({ heading }) => heading.level === 1)
  const sections = next === -1 ? after : after.slice(0, next)
  if (sections.length === 0) return null
  return (
    <nav aria-label={ctx.t('twin.contents')}>
      <ol class="contents-list">
        {sections.map(({ heading }) => (
          <li key={heading.id}>
            <a href={href(ctx, `/informes/${code}/${heading.id}`)}>{headingText(heading)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** To the chapter before and the one after. */
function Turn({ ctx, code, chapters, at }: TurnProps): VNode {
  const { t } = ctx
  const here = chapters.findIndex(({ heading }) => heading.id === at)
  const link = (chapter: Chapter | undefined, word: string) =>
    chapter ? (
      <a href={href(ctx, `/informes/${code}/${chapter.heading.id}`)}>
        {word}: {headingText(chapter.heading)}
      </a>
    ) : null
  return (
    <nav class="turn" aria-label={t('twin.turn')}>
      {link(here > 0 ? chapters[here - 1] : undefined, t('twin.previous'))}
      {link(chapters[here + 1], t('twin.next'))}
    </nav>
  )
}

export type PlainSummaryData = PublicEditionData

/** The report in plain words, on one page. */
export function PlainSummaryPage({ ctx, data }: { ctx: PageContext; data: PlainSummaryData }): VNode {
  const { edition, report } = data
  const { code } = edition
  const reader = { ctx, code, places: new Map<string, string>() }
  const title = report.summary.find(block => block.kind === 'heading')?.text ?? report.title
  return (
    <Layout ctx={ctx} title={`${title} · ${code}`} description={ctx.t('twin.summary')}>
      <BackToContents ctx={ctx} data={data} />
      <Standing ctx={ctx} data={data} />
      <ReportBlocks reader={reader} blocks={report.summary} shift={0} />
      <PrintedFile ctx={ctx} data={data} of="summary" />
    </Layout>
  )
}
