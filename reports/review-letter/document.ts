import { createHash } from 'node:crypto'
import { canonical } from '../../server/domain/audit/canonical.ts'
import type { Block, ParagraphBlock, ReportDocument } from '../blocks.ts'
import { longDay, plainDay } from '../long-day.ts'
import type { ReviewGround, ReviewLetterFacts } from './facts.ts'

/** To a Guatemalan authority one writes in Spanish, whatever the language of the page it is asked on. */
const language = 'es-GT'

const line = '_'.repeat(44)
const longLine = '_'.repeat(84)

/**
 * A review appeal with everything that article 57 asks for, to be printed and signed. The same facts give
 * the same bytes; what was not given is left as a line.
 */
export function reviewLetter(facts: ReviewLetterFacts, notice?: string): ReportDocument {
  return {
    meta: {
      title: `Recurso de revisión, ${facts.reference}`,
      author: facts.organisation,
      subject: 'Ley de Acceso a la Información Pública, artículos 52 a 60',
      keywords: ['recurso de revisión', 'Decreto 57-2008'],
      lang: language,
      asOf: plainDay(facts.on, language),
      // Noon in Guatemala on the day that it bears.
      createdAt: new Date(`${facts.on}T18:00:00Z`),
      version: '1',
      layout: 'letter',
      digest: createHash('sha256').update(canonical(facts)).digest('hex'),
      ...(notice === undefined ? {} : { notice }),
    },
    blocks: [...opening(facts), ...contents(facts), ...closing(facts)],
    attachments: [],
  }
}

/** Place and day, to whom, and what it is about. */
function opening({ on, institution, reference, caseNumber }: ReviewLetterFacts): Block[] {
  const file = caseNumber === null ? '' : `, expediente ${caseNumber}`
  return [
    { ...paragraph(`Guatemala, ${plainDay(on, language)}`), place: 'end' },
    { ...paragraph('Máxima autoridad'), place: 'together' },
    { ...strong(institution), place: 'together' },
    paragraph('Presente'),
    { kind: 'heading', level: 1, id: 'recurso', text: 'Recurso de revisión' },
    strong('Referencia: ', `solicitud de información ${reference}${file}.`),
    paragraph(
      'De conformidad con los artículos 52 a 60 de la Ley de Acceso a la Información Pública, Decreto 57-2008, interpongo recurso de revisión en la solicitud de la referencia.',
    ),
  ]
}

/** In the order of article 57, so that whoever receives it can tick them off. */
function contents(facts: ReviewLetterFacts): Block[] {
  const { institution, organisation, name, notices, text } = facts
  return [
    heading('57-1', '1. Dependencia ante la que se presentó la solicitud'),
    paragraph(`Unidad de Información Pública. ${institution}.`),
    heading('57-2', '2. Quien recurre y dónde recibe notificaciones'),
    { ...paragraph(`Nombre: ${name || line}`), place: 'together' },
    { ...paragraph(`En nombre de: ${organisation}`), place: 'together' },
    paragraph(`Lugar o medio para recibir notificaciones: ${notices || line}`),
    heading('57-3', '3. Fecha en que se notificó o se tuvo conocimiento del acto'),
    paragraph(dateOfAct(facts)),
    heading('57-4', '4. Acto que se recurre, motivo y petición'),
    paragraph(whatHappened(facts)),
    { ...strong('Motivo: ', groundText[facts.ground]), place: 'together' },
    strong('Petición: ', petition[facts.ground]),
    ...(text === '' ? [longLine, longLine] : text.split(/\n+/)).filter(part => part !== '').map(paragraph),
  ]
}

function closing({ fileBy, enclosures, name }: ReviewLetterFacts): Block[] {
  return [
    heading('57-5', '5. Otros elementos'),
    ...(enclosures.length === 0
      ? [paragraph('Sin documentos adjuntos.')]
      : [
          { ...paragraph('Se acompañan:'), place: 'together' } as const,
          { kind: 'list', ordered: true, items: enclosures.map(each => [each]) } as const,
        ]),
    paragraph(
      'Si algo faltara en este recurso, pido que se subsane de oficio, como manda el artículo 56, y que se resuelva en definitiva dentro de los cinco días siguientes, como manda el artículo 58.',
    ),
    { ...paragraph(line), place: 'sign' },
    paragraph(name || 'Nombre y firma de quien recurre'),
    // A sheet of its own: what is filed bears nothing but the appeal.
    { kind: 'pageBreak' },
    {
      kind: 'callout',
      tone: 'neutral',
      title: 'Hoja para quien presenta este recurso: no se entrega',
      runs: [
        `Preséntelo a más tardar el ${longDay(fileBy, language)} (quince días, artículo 54). Lleve dos copias y pida que le sellen una con fecha y hora.`,
      ],
    },
  ]
}

function dateOfAct({ act }: ReviewLetterFacts): string {
  return act.kind === 'respuesta'
    ? `La resolución se me notificó el ${longDay(act.notifiedOn, language)}.`
    : `El plazo para responder venció el ${longDay(act.dueOn, language)} sin que se me notificara resolución alguna.`
}

function whatHappened({ act, receivedOn, title, caseNumber }: ReviewLetterFacts): string {
  const asked = `El ${longDay(receivedOn, language)} se recibió mi solicitud de información: «${title}»${
    caseNumber === null ? '' : ` (expediente ${caseNumber})`
  }.`
  return act.kind === 'respuesta'
    ? `${asked} Recurro la resolución que la respondió: ${act.outcome}.`
    : `${asked} Recurro la falta de respuesta (artículo 44).`
}

const groundText: Readonly<Record<ReviewGround, string>> = {
  '54': 'se negó la información o se invocó su inexistencia (artículo 54).',
  '55.1':
    'no se entregaron los datos personales solicitados, o en formato incomprensible (artículo 55, numeral 1).',
  '55.2': 'se negó modificar los datos personales (artículo 55, numeral 2).',
  '55.3': 'la información entregada está incompleta o no corresponde a lo pedido (artículo 55, numeral 3).',
  '55.4': 'falta de respuesta (artículo 55, numeral 4).',
  '55.5': 'vencimiento del plazo para la entrega de la información (artículo 55, numeral 5).',
  '55.6': 'otro caso que la ley contempla (artículo 55, numeral 6).',
}

const petition: Readonly<Record<ReviewGround, string>> = {
  '54': 'que se revoque lo resuelto y se ordene entregar la información.',
  '55.1': 'que se ordene entregar los datos completos y en formato comprensible.',
  '55.2': 'que se revoque lo resuelto y se ordene la modificación pedida.',
  '55.3': 'que se ordene completar la entrega con lo que falta o corregirla.',
  '55.4': 'que se ordene entregar la información sin costo alguno (artículo 44).',
  '55.5': 'que se ordene entregar de inmediato la información sin costo alguno (artículo 44).',
  '55.6': 'que se revoque o modifique lo resuelto conforme a la ley.',
}

function heading(id: string, text: string): Block {
  return { kind: 'heading', level: 2, id: `art-${id}`, text }
}

function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', runs: [text] }
}

function strong(text: string, rest = ''): ParagraphBlock {
  return { kind: 'paragraph', runs: [{ kind: 'strong', text }, rest] }
}
