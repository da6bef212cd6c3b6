import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { assetUrl } from './assets.ts'
import { carriedForm, type CarriedForm } from './parts/carried-form.ts'
import { OutboxBands } from './parts/draft-states.tsx'
import { FlashBand } from './parts/flash-band.tsx'
import { BrandMark } from './parts/icon.tsx'
import { Navigation } from './parts/navigation.tsx'
import { switchAddress } from './parts/switch-here.tsx'
import { href, otherLanguage, type PageContext } from './page-context.ts'

interface LayoutProps {
  readonly ctx: PageContext
  readonly title: string
  readonly description?: string
  /** The form on the page was refused: the title says so first, which is what screen readers read first. */
  readonly problem?: boolean
  readonly children: ComponentChildren
}

export function Layout({ ctx, title, description, problem = false, children }: LayoutProps): VNode {
  const name = ctx.t('site.name')
  const start = problem ? `${ctx.t('form.problem')}: ` : ''
  // First, since the header's language switch sends the form that stands in it. Its texts are escaped here.
  const __html = renderToString(<Main ctx={ctx}>{children}</Main>)
  return (
    <html lang={ctx.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${start}${title} · ${name}`}</title>
        <meta name="description" content={description ?? ctx.t('site.description')} />
        <meta name="theme-color" content="#0b3954" />
        <link rel="stylesheet" href={assetUrl('site.css')} />
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        {ctx.actor === null ? <NewsLink ctx={ctx} /> : null}
        <script src={assetUrl('enhance.js')} defer />
      </head>
      <body data-owner={ctx.actor?.owner}>
        <a class="skip" href="#contenido">
          {ctx.t('site.skip')}
        </a>
        <Header ctx={ctx} carries={carriedForm(__html)} />
        {ctx.demo ? <DemoBand ctx={ctx} /> : null}
        <main class="page" id="contenido" tabIndex={-1} dangerouslySetInnerHTML={{ __html }} />
        <Footer ctx={ctx} />
      </body>
    </html>
  )
}

function Main({ ctx, children }: { ctx: PageContext; children: ComponentChildren }): VNode {
  return (
    <>
      <FlashBand ctx={ctx} />
      {ctx.actor ? <OutboxBands ctx={ctx} /> : null}
      {children}
    </>
  )
}

/** Feed readers find what is new from any page that the public reads. */
function NewsLink({ ctx }: { ctx: PageContext }): VNode {
  const feed = href(ctx, '/novedades.atom')
  return <link rel="alternate" type="application/atom+xml" title={ctx.t('data.feed')} href={feed} />
}

interface HeaderProps {
  readonly ctx: PageContext
  readonly carries: CarriedForm | null
}

function Header({ ctx, carries }: HeaderProps): VNode {
  return (
    <header class="header">
      <div class="header-bar">
        <div class="header-inner">
          <a class="header-brand" href={href(ctx, '')}>
            <BrandMark />
            <span>{ctx.t('site.name')}</span>
          </a>
          <div class="header-side">
            {carries ? <CarryingSwitch ctx={ctx} carries={carries} /> : <LanguageSwitch ctx={ctx} />}
            <div class="header-account">
              <Account ctx={ctx} />
            </div>
          </div>
        </div>
      </div>
      <Navigation ctx={ctx} account={<Account ctx={ctx} />} />
    </header>
  )
}

/** Keeps the page and its query: the address is the whole state. */
function LanguageSwitch({ ctx }: { ctx: PageContext }): VNode {
  const other = otherLanguage[ctx.language]
  return (
    <a class="header-link" href={`/${other}${ctx.path}${ctx.query}`} hreflang={other} lang={other}>
      {ctx.t('site.otherLanguage')}
    </a>
  )
}

/** Sends the form itself, so that its text goes along. Enter in a field must not press it: the first one does. */
function CarryingSwitch({ ctx, carries }: { ctx: PageContext; carries: CarriedForm }): VNode {
  const { id, first } = carries
  const other = otherLanguage[ctx.language]
  return (
    <>
      <button type="submit" form={id} {...first} tabIndex={-1} aria-hidden="true" hidden />
      <button
        class="header-link header-button"
        type="submit"
        form={id}
        formaction={carriedTo(ctx, carries)}
        name="step"
        value="language"
        lang={other}
      >
        {ctx.t('site.otherLanguage')}
      </button>
    </>
  )
}

/** For those with an account their session takes it to the page; for others its own address draws it again. */
function carriedTo(ctx: PageContext, { action, isPost }: CarriedForm): string {
  if (ctx.actor !== null && isPost) return switchAddress(ctx)
  return action.replace(/^\/(es|en)(?=\/)/, `/${otherLanguage[ctx.language]}`)
}

function Account({ ctx }: { ctx: PageContext }): VNode {
  const { actor } = ctx
  if (actor === null) {
    return (
      <a class="header-link" href={href(ctx, '/entrar')}>
        {ctx.t('nav.signIn')}
      </a>
    )
  }
  return (
    <>
      <a class="header-link" href={href(ctx, '/cuenta')}>
        <span class="hidden">{ctx.t('nav.account')}: </span>
        {actor.side ?? ctx.t(`role.${actor.role}`)}
      </a>
      <form class="header-form" method="post" action={href(ctx, '/salir')} data-sign-out="">
        <input type="hidden" name="_csrf" value={ctx.csrf} />
        <button class="header-link header-button" type="submit">
          {ctx.t('nav.signOut')}
        </button>
      </form>
    </>
  )
}

function DemoBand({ ctx }: { ctx: PageContext }): VNode {
  return (
    <aside class="demo" aria-label={ctx.t('site.demo.label')}>
      <p class="demo-inner">{ctx.t('site.demo')}</p>
    </aside>
  )
}

function Footer({ ctx }: { ctx: PageContext }): VNode {
  return (
    <footer class="footer">
      <div class="footer-inner">
        <p class="footer-note">{ctx.t('site.footer')}</p>
        <ul class="footer-links">
          <li>
            <a href={href(ctx, '/tablero')}>{ctx.t('nav.dashboard')}</a>
          </li>
          <li>
            <a href={href(ctx, '/datos')}>{ctx.t('nav.data')}</a>
          </li>
          <li>
            <a href={href(ctx, '/informes/ultimo')}>{ctx.t('twin.newest')}</a>
          </li>
          <li>
            <a href={href(ctx, '/plazos')}>{ctx.t('nav.calculator')}</a>
          </li>
          <li>
            <a href={href(ctx, '/ayuda')}>{ctx.t('nav.help')}</a>
          </li>
          <li>
            <a href={href(ctx, '/accesibilidad')}>{ctx.t('nav.accessibility')}</a>
          </li>
          <li>
            <a href={href(ctx, '/privacidad')}>{ctx.t('nav.privacy')}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
