import { channels } from '../../client/charts/palette.ts'
import type { PageContent } from './page-content.ts'
import { num, raw } from './syntax.ts'
import type { TextStyle } from './theme.ts'
import type { Typesetter } from './typesetter.ts'

/** A text that is placed now and known later, such as a page number in the contents. */
export type LateText = {
  /** Draws it with its start, or its end, at `x` on the baseline `y` of the current page. */
  place(x: number, y: number): void
  fill(text: string): void
}

/**
 * Each is a form XObject, written when its text is known: no page has to wait for it and no second pass is
 * needed. A text that is never filled would keep the document from ending.
 */
export function createLateText(
  document: PDFKit.PDFDocument,
  content: PageContent,
  typesetter: Typesetter,
  style: TextStyle,
  anchor: 'start' | 'end',
): LateText {
  const font = typesetter.embedded(style.face)
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: anchor === 'end' ? [-reach, -reach, 0, reach] : [0, -reach, reach, reach],
    Resources: { Font: raw(() => `<</${font.id} ${String(font.ref())}>>`) },
    Length: 0,
  })
  const name = `N${form.id}`

  return {
    place: (x, y) => {
      document.page.xobjects[name] = form
      content.write(`q 1 0 0 -1 ${num(x)} ${num(y)} cm /${name} Do Q`)
    },
    fill: text => {
      const { tj, width } = typesetter.shape(style.face, text)
      const x = anchor === 'end' ? (-width * style.size) / 1000 : 0
      const color = channels(style.color).map(num).join(' ')
      form.end(`${color} rg BT /${font.id} ${num(style.size)} Tf ${num(x)} 0 Td [${tj}]TJ ET`)
    },
  }
}

/** Points around the anchor that the text may take. */
const reach = 60
