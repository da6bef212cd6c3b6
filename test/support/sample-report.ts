import { createHash } from 'node:crypto'
import { sampleCharts } from './sample-charts.ts'
import type { Block, ReportDocument, TableRow } from '../../reports/blocks.ts'

/** A report of invented institutions and figures, with every kind of block. */
export function sampleReport(changes: Partial<ReportDocument> = {}): ReportDocument {
  const cases = new TextEncoder().encode(
    'caso,institucion,dias\r\nM-05315,Municipalidad de San Telmo,105\r\n',
  )
  const figures = new TextEncoder().encode('{"recibidas":12480}\n')
  return {
    meta: {
      title: 'Informe de monitoreo 2025 · Actividad 4',
      author: 'Órgano Garante de Acceso a la Información (ficticio)',
      subject: 'Plazos & resultados <solicitudes> de acceso a la información',
      keywords: ['acceso a la información', 'plazos', 'LAIP'],
      lang: 'es-GT',
      asOf: '2026-01-30',
      createdAt: new Date('2026-01-30T12:00:00Z'),
      version: '1.0',
      digest: createHash('sha256').update(cases).digest('hex'),
      notice: 'Muestra: datos inventados',
    },
    blocks: sampleBlocks(),
    attachments: [
      {
        name: 'incumplimientos-2025.csv',
        mediaType: 'text/csv',
        bytes: cases,
        description: 'Una fila por solicitud fuera de plazo',
        relationship: 'Data',
      },
      {
        name: 'resumen-2025.json',
        mediaType: 'application/json',
        bytes: figures,
        description: 'Indicadores del informe & su método',
        relationship: 'Supplement',
      },
    ],
    ...changes,
  }
}

function sampleBlocks(): Block[] {
  return [
    {
      kind: 'cover',
      kicker: 'Órgano Garante de Acceso a la Información',
      title: 'Informe de monitoreo 2025',
      subtitle:
        'Solicitudes de acceso a la información pública: plazos, resultados e incumplimientos de 24 instituciones',
      facts: ['Actividad 4 · enero a diciembre de 2025', 'Datos al 30 de enero de 2026'],
      notice:
        'Muestra. Todas las instituciones, cifras y expedientes de este documento son inventados. Sirve para probar el diseño, la accesibilidad y los datos adjuntos.',
      date: '30 de enero de 2026',
    },
    { kind: 'contents', title: 'Contenido' },
    ...summary(),
    { kind: 'heading', level: 1, id: 'solicitudes', number: '2', text: 'Solicitudes y plazos' },
    {
      kind: 'paragraph',
      runs: [
        'La ley fija diez días hábiles para responder y permite una prórroga de otros diez. Este capítulo cuenta los días hábiles entre la recepción y la respuesta.',
      ],
    },
    ...sampleCharts,
    ...institutions(),
    ...breaches(),
    ...method(),
  ]
}

function summary(): Block[] {
  return [
    { kind: 'heading', level: 1, id: 'resumen', number: '1', text: 'Resumen' },
    {
      kind: 'lead',
      runs: [
        'En 2025 se recibieron 12,480 solicitudes de acceso a la información. Ocho de cada diez se respondieron dentro de los diez días hábiles que fija la ley; 384 superaron incluso la prórroga.',
      ],
    },
    {
      kind: 'keyFigures',
      figures: [
        {
          value: '12,480',
          label: 'solicitudes recibidas',
          note: '1,040 al mes en promedio',
          tone: 'neutral',
        },
        {
          value: '81.0\u00a0%',
          label: 'respondidas en plazo',
          note: 'hasta 10 días hábiles; IC 80.3 a 81.7',
          tone: 'neutral',
        },
        {
          value: '7 días',
          label: 'mediana de respuesta',
          note: 'el 90\u00a0% en 16 días o menos',
          tone: 'neutral',
        },
        { value: '384', label: 'incumplimientos', note: '3.1\u00a0% de las solicitudes', tone: 'breach' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        [
          { kind: 'strong', text: 'Los atrasos se concentran.' },
          ' 6 de 24 instituciones suman la mitad de los incumplimientos; la tasa más alta, 9.7\u00a0%, la tiene Registro de Faros.',
        ],
        [
          { kind: 'strong', text: 'Dos caen con fuerza.' },
          ' Puertos pasó de responder en plazo 78.5\u00a0% de sus solicitudes a 47.8\u00a0%; Registro de Faros, de 84.6\u00a0% a 57.1\u00a0%.',
        ],
        [
          { kind: 'strong', text: 'El silencio pesa.' },
          ' Cuatro de cada diez solicitudes fuera de plazo nunca recibieron respuesta.',
        ],
      ],
    },
    {
      kind: 'table',
      number: '1',
      caption: 'Indicadores por tipo de institución',
      columns: [
        { key: 'type', label: 'Tipo', align: 'start', width: 4 },
        { key: 'bodies', label: 'Instituciones', align: 'end', width: 1.6 },
        { key: 'requests', label: 'Solicitudes', align: 'end', width: 1.6 },
        { key: 'inTime', label: 'En plazo', align: 'end', width: 1.3 },
        { key: 'median', label: 'Mediana, días', align: 'end', width: 1.7 },
        { key: 'late', label: 'Fuera de plazo', align: 'end', width: 1.8 },
      ],
      groups: [
        {
          rows: [
            {
              type: 'Ministerios',
              bodies: '8',
              requests: '7,006',
              inTime: '84.1\u00a0%',
              median: '7',
              late: '168',
            },
            {
              type: 'Institutos y registros',
              bodies: '9',
              requests: '3,255',
              inTime: '79.7\u00a0%',
              median: '7',
              late: '115',
            },
            {
              type: 'Municipalidades',
              bodies: '4',
              requests: '1,200',
              inTime: '67.5\u00a0%',
              median: '9',
              late: { text: '70', tone: 'breach' },
            },
            {
              type: 'Otros sujetos obligados',
              bodies: '3',
              requests: '1,019',
              inTime: '80.1\u00a0%',
              median: '7',
              late: '31',
            },
          ],
        },
      ],
      foot: {
        type: 'Total',
        bodies: '24',
        requests: '12,480',
        inTime: '81.0\u00a0%',
        median: '7',
        late: '384',
      },
      empty: 'Sin datos',
    },
  ]
}

function institutions(): Block[] {
  return [
    { kind: 'heading', level: 1, id: 'instituciones', number: '3', text: 'Instituciones' },
    {
      kind: 'paragraph',
      runs: [
        'La tabla lista cada institución. El método está en la ',
        { kind: 'link', text: 'sección 5', href: '#metodo' },
        '; la ley, en ',
        { kind: 'link', text: 'el portal del Congreso', href: 'https://www.congreso.gob.gt/' },
        '.',
      ],
    },
    {
      kind: 'table',
      number: '2',
      caption: 'Cumplimiento de plazos por institución',
      note: 'Días hábiles. «En plazo» es hasta diez días. «Fuera de plazo» en rojo si supera el 5\u00a0% de las solicitudes.',
      columns: [
        { key: 'name', label: 'Institución', align: 'start', width: 4 },
        { key: 'requests', label: 'Solicitudes', align: 'end', width: 1.4 },
        { key: 'inTime', label: 'En plazo', align: 'end', width: 2.4 },
        { key: 'median', label: 'Mediana', align: 'end', width: 1.2 },
        { key: 'late', label: 'Fuera de plazo', align: 'end', width: 1.2 },
      ],
      groups: ['Ministerios', 'Institutos y registros', 'Municipalidades'].map((subhead, group) => ({
        subhead,
        rows: Array.from({ length: 12 }, (_, at) => institutionRow(group, at)),
      })),
      foot: { name: 'Total', requests: '12,480', inTime: '81.0\u00a0%', median: '7', late: '384' },
      empty: 'Sin datos',
    },
  ]
}

const names = [
  'Caminos y Puentes',
  'Escuelas',
  'Bosques y Aguas',
  'Hospitales',
  'Puertos',
  'Cosechas',
  'Archivos',
  'Hacienda Común',
  'Semillas',
  'Vientos y Mareas',
  'Faros',
  'Kʼicheʼ, Qʼeqchiʼ y Tzʼutujil para la Conservación de Lenguas, Bibliotecas, Caminos Antiguos y Mercados',
]

function institutionRow(group: number, at: number): TableRow {
  const kind = ['Ministerio de', 'Registro de', 'Municipalidad de'][group] ?? ''
  const share = 0.55 + ((at * 7 + group * 3) % 40) / 100
  const late = (at * 11 + group * 5) % 40
  return {
    name: `${kind} ${names[at] ?? ''}`,
    requests: String(200 + ((at * 131 + group * 57) % 900)),
    inTime: { text: `${(share * 100).toFixed(1)}\u00a0%`, bar: share },
    median: String(4 + (at % 6)),
    late: late > 25 ? { text: String(late), tone: 'breach' } : String(late),
  }
}

function breaches(): Block[] {
  return [
    { kind: 'heading', level: 1, id: 'incumplimientos', number: '4', text: 'Incumplimientos de plazo' },
    {
      kind: 'paragraph',
      runs: [
        'La tabla lista las solicitudes con mayor atraso. La lista completa está en el archivo adjunto ',
        { kind: 'strong', text: 'incumplimientos-2025.csv' },
        '.',
      ],
    },
    {
      kind: 'table',
      number: '3',
      caption: 'Solicitudes con mayor atraso',
      columns: [
        { key: 'id', label: 'Expediente', align: 'start', width: 1.5, format: 'code' },
        { key: 'name', label: 'Institución', align: 'start', width: 3.4 },
        { key: 'received', label: 'Recibida', align: 'start', width: 1.4 },
        { key: 'due', label: 'Vencía', align: 'start', width: 1.4 },
        { key: 'answered', label: 'Respondida', align: 'start', width: 1.6 },
        { key: 'days', label: 'Días de atraso', align: 'end', width: 1.8 },
      ],
      groups: [{ rows: Array.from({ length: 30 }, (_, at) => breachRow(at)) }],
      empty: 'Sin casos en el periodo',
    },
  ]
}

function breachRow(at: number): TableRow {
  const silent = at % 3 === 1
  return {
    id: `M-${String(5315 + at * 617).padStart(5, '0')}`,
    name: `Registro de ${names[at % 11] ?? ''}`,
    received: '02/05/2025',
    due: '16/05/2025',
    answered: silent ? { text: 'Sin respuesta', tone: 'breach' } : '21/10/2025',
    days: { text: String(105 - at * 3), bar: (105 - at * 3) / 105 },
  }
}

function method(): Block[] {
  return [
    { kind: 'heading', level: 1, id: 'metodo', number: '5', text: 'Método' },
    { kind: 'heading', level: 2, id: 'plazo', text: 'Cómo se cuenta un plazo' },
    {
      kind: 'paragraph',
      runs: [
        'Se cuentan días hábiles desde el día siguiente a la recepción, sin sábados, domingos ni asuetos oficiales. Una solicitud está ',
        { kind: 'emphasis', text: 'en plazo' },
        ' si la respuesta llega a más tardar el décimo día; está ',
        { kind: 'emphasis', text: 'en prórroga' },
        ' entre el undécimo y el vigésimo; después es un incumplimiento.',
      ],
    },
    { kind: 'heading', level: 3, id: 'limites', text: 'Límites' },
    {
      kind: 'paragraph',
      runs: [
        'Los datos los registra cada institución. Los nombres de comunidades e idiomas conservan su ortografía: Kʼicheʼ, Qʼeqchiʼ, Kaqchikel, Tzʼutujil, Achí, ẍulä. También signos: a < b & c > d, «comillas», ≤ 5\u00a0%.',
      ],
    },
    {
      kind: 'callout',
      tone: 'breach',
      title: 'Datos en disputa',
      runs: [
        'En 12 solicitudes la organización y la institución declaran fechas distintas. Este informe usa la que tiene constancia.',
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        ['La mediana se calcula sobre las solicitudes respondidas.'],
        ['El intervalo es de Wilson, con confianza del 95\u00a0%.'],
      ],
    },
    {
      kind: 'paragraph',
      runs: [
        'Huella de los datos: ',
        { kind: 'code', text: '354653dfc272c514ffdb5c5b045a29c9b417d0725163fcfa27d25d6908e5e729' },
        '.',
      ],
    },
  ]
}
