import type { Context } from './context.ts'
import type {
  EditionPrinter,
  EditionWords,
  InstitutionPage,
  PrintedFile,
} from './editions/edition-printer.ts'
import { editionPrinter } from './print-edition.ts'
import { makeParts, type OnProgress } from './reports/make-parts.ts'
import type { ReportWork, SharedPress } from './reports/press.ts'
import type { Edition } from './store/edition-store.ts'

/** What the worker makes besides reports. */
export type EditionWork =
  | { readonly kind: 'edition-pages'; readonly edition: Pick<Edition, 'from' | 'to' | 'asOf'> }
  | { readonly kind: 'edition'; readonly edition: Edition; readonly words: EditionWords }

/** In the worker. @throws AppError as `makeParts` and `EditionPrinter` */
export function doPressWork(
  context: Context,
  work: EditionWork | ReportWork,
  onProgress: OnProgress,
): Promise<readonly object[]> {
  switch (work.kind) {
    case 'report':
      return makeParts(context, work.task, onProgress)
    case 'edition-pages':
      return editionPrinter(context).pagesOf(work.edition)
    case 'edition':
      return editionPrinter(context).print(work.edition, work.words)
  }
}

/**
 * Prints editions in the worker, before the reports that wait: the same bytes as `editionPrinter`, the same refusals
 * and those of the press.
 */
export function pressedEditions({ run }: SharedPress<EditionWork>): EditionPrinter {
  return {
    pagesOf: ({ from, to, asOf }) =>
      run<readonly InstitutionPage[]>(
        { kind: 'edition-pages', edition: { from, to, asOf } },
        { isFirst: true },
      ),
    print: (edition, words) =>
      run<readonly PrintedFile[]>({ kind: 'edition', edition, words }, { isFirst: true }),
  }
}
