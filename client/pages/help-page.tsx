import type { VNode } from 'preact'
import { laip, type Term } from '../../server/domain/law/laip.ts'
import type { MessageKey } from '../../server/i18n/es.ts'
import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'

interface Section {
  readonly id: string
  readonly title: MessageKey
  readonly paragraphs: readonly MessageKey[]
}

const before: readonly Section[] = [
  { id: 'derecho', title: 'help.derecho', paragraphs: ['help.derecho.1', 'help.derecho.2'] },
  {
    id: 'pedir',
    title: 'help.pedir',
    paragraphs: ['help.pedir.1', 'help.pedir.2', 'help.pedir.3', 'help.pedir.4'],
  },
]

const terms: Section = { id: 'plazos', title: 'help.plazos', paragraphs: ['help.plazos.1'] }

const after: readonly Section[] = [
  {
    id: 'contar',
    title: 'help.contar',
    paragraphs: ['help.contar.1', 'help.contar.2', 'help.contar.3'],
  },
  {
    id: 'silencio',
    title: 'help.silencio',
    paragraphs: ['help.silencio.1', 'help.silencio.2', 'help.silencio.3', 'help.silencio.4'],
  },
  {
    id: 'negada',
    title: 'help.negada',
    paragraphs: ['help.negada.1', 'help.negada.2', 'help.negada.3', 'help.negada.4'],
  },
  { id: 'costo', title: 'help.costo', paragraphs: ['help.costo.1'] },
  { id: 'datos', title: 'help.datos', paragraphs: ['help.datos.1'] },
  {
    id: 'dudas',
    title: 'help.dudas',
    paragraphs: ['help.dudas.1', 'help.dudas.2', 'help.dudas.3', 'help.dudas.4'],
  },
]

const glossary: Section = { id: 'glosario', title: 'help.glosario', paragraphs: [] }
const sources: Section = { id: 'fuentes', title: 'help.fuentes', paragraphs: ['help.fuentes.1'] }

/** How the right works, in plain words, each rule with its article. */
export function HelpPage({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <Layout ctx={ctx} title={t('help.title')} description={t('help.description')}>
      <h1>{t('help.title')}</h1>
      <p class="lead">{t('help.lead')}</p>
      <nav class="contents" aria-label={t('help.contents')}>
        <ul class="plain">
          {[...before, terms, ...after, glossary, sources].map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="text">
        {before.map(section => (
          <Words key={section.id} ctx={ctx} section={section} />
        ))}
        <Words ctx={ctx} section={terms} />
        <Terms ctx={ctx} />
        {after.map(section => (
          <Words key={section.id} ctx={ctx} section={section} />
        ))}
        <Words ctx={ctx} section={glossary} />
        <Glossary ctx={ctx} />
        <Words ctx={ctx} section={sources} />
      </div>
    </Layout>
  )
}

function Words({ ctx, section }: { ctx: PageContext; section: Section }): VNode {
  return (
    <>
      <h2 id={section.id}>{ctx.t(section.title)}</h2>
      {section.paragraphs.map(key => (
        <p key={key}>{ctx.t(key)}</p>
      ))}
    </>
  )
}

/** From the very table by which terms are counted: the page cannot say another number. */
const lines: readonly (readonly [MessageKey, Term])[] = [
  ['help.term.response', laip.response],
  ['help.term.extension', laip.extension],
  ['help.term.delivery', laip.deliveryAfterSilence],
  ['help.term.filing', laip.reviewFiling],
  ['help.term.decision', laip.reviewDecision],
  ['help.term.compliance', laip.compliance],
  ['help.term.own', laip.accessToOwnData],
  ['help.term.change', laip.changeOfOwnData],
]

function Terms({ ctx }: { ctx: PageContext }): VNode {
  const { t } = ctx
  return (
    <CardTable
      caption={t('help.plazos')}
      head={[t('help.term'), t('help.term.days'), t('help.term.article')]}
      labelled={[1, 2]}
      numbers={[1, 2]}
      rows={lines.map(([key, term]) => ({ key, cells: [t(key), term.days, term.article] }))}
    />
  )
}

const words: readonly (readonly [MessageKey, MessageKey])[] = [
  ['help.g.uip', 'help.g.uip.text'],
  ['help.g.obligado', 'help.g.obligado.text'],
  ['help.g.constancia', 'help.g.constancia.text'],
  ['help.g.prevencion', 'help.g.prevencion.text'],
  ['help.g.prorroga', 'help.g.prorroga.text'],
  ['help.g.ficta', 'help.g.ficta.text'],
  ['help.g.reservada', 'help.g.reservada.text'],
  ['help.g.confidencial', 'help.g.confidencial.text'],
  ['help.g.inexistencia', 'help.g.inexistencia.text'],
  ['help.g.desechada', 'help.g.desechada.text'],
  ['help.g.revision', 'help.g.revision.text'],
  ['help.g.conducente', 'help.g.conducente.text'],
  ['help.g.amparo', 'help.g.amparo.text'],
]

/** The law's own words stay Spanish: they are what people will read in a decision. */
function Glossary({ ctx }: { ctx: PageContext }): VNode {
  return (
    <dl class="dictionary">
      {words.map(([word, meaning]) => (
        <div key={word}>
          <dt lang={ctx.language === 'es' ? undefined : 'es'}>{ctx.t(word)}</dt>
          <dd>{ctx.t(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}
