import { expect } from 'chai'
import { allStories } from './stories/all.tsx'

/** Empty, and where its reader can go from there. */
const leadingOn: readonly (readonly [story: string, to: string])[] = [
  ['disputes-empty', '/solicitudes?vista=vencidas'],
  ['reviews-empty', '/solicitudes?vista=vencidas'],
  ['requests-empty', '/ayuda'],
  ['recommendations-none', '/informes'],
  ['notices-empty', '/cuenta#avisos'],
  ['annual-empty', '/solicitudes/nueva'],
  ['log-empty', '/bitacora'],
]

describe('a list with nothing in it', () => {
  const pages = new Map(allStories().map(({ name, html }) => [name, html]))

  for (const [story, to] of leadingOn) {
    for (const language of ['es', 'en']) {
      it(`leads on from ${story}-${language}`, () => {
        const empty = /<div class="empty">.*?<\/div>/.exec(pages.get(`${story}-${language}`) ?? '')?.[0]
        expect(empty).to.include(`href="/${language}${to}"`)
      })
    }
  }
})
