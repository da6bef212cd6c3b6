import type { VNode } from 'preact'
import { otherLanguage, type PageContext } from '../page-context.ts'

/**
 * The switch to the other language of a page's further form: a browser gives a button to one form, and the
 * header's belongs to the first. With scripts the text of every form is kept on the device, and it is not shown.
 */
export function SwitchHere({ ctx }: { ctx: PageContext }): VNode {
  const other = otherLanguage[ctx.language]
  return (
    <p class="switch-here">
      <button
        class="link-button"
        type="submit"
        formaction={switchAddress(ctx)}
        name="step"
        value="language"
        lang={other}
      >
        {ctx.t('site.goOnInOther')}
      </button>
    </p>
  )
}

/** Where a form is sent that is to stand, with what was typed, on the same page in the other language. */
export function switchAddress({ language, path, query }: PageContext): string {
  return `/${otherLanguage[language]}/idioma?pagina=${encodeURIComponent(`${path}${query}`)}`
}
