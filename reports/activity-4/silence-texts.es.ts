/** Silence and the afirmativa ficta, in Spanish. */
export const silenceEs = {
  title: 'Silencio y afirmativa ficta',
  law: 'Si el plazo vence sin respuesta, el artículo 44 obliga a entregar lo pedido en diez días, sin costo y sin nueva solicitud (plazo K4), y el artículo 55 abre la revisión. «Silencio» es aquí toda solicitud sin respuesta al vencimiento, haya o no otro acto antes.',
  none: (n: string) =>
    `Sin silencios: las ${n} solicitudes con plazo vencido (D) tuvieron respuesta a tiempo.`,
  nothingDue: 'Ningún plazo venció en el período: sin datos.',
  said: (silent: string, noAct: string, someAct: string) =>
    `Sin respuesta al vencimiento: ${silent}. Sin ningún acto hasta ese día, ${noAct}; solo con otro acto, ${someAct}.`,
  reconcile: (free: string, other: string, later: string, never: string, over: string, running: string) =>
    `Con los diez días del artículo 44 cumplidos: entrega gratuita ${free} + otra respuesta ${other} + después ${later} + nada hasta el corte ${never} = ${over}. Con esos días en curso: ${running}.`,
  chart: (value: string) => `Entrega gratuita en los diez días: ${value}`,
  chartSubtitle: 'Silencios con los diez días del artículo 44 cumplidos, por lo que siguió, cohorte D',
  stages: ['Entrega gratuita', 'Otra respuesta', 'Después', 'Nada al corte'],
  silences: 'Silencios',
  caption: 'Silencio y entrega tras el silencio',
  outcomesCaption: 'Sentido de lo que llegó en los diez días',
  outcome: 'Sentido',
  lastingCaption: 'Cuánto duró el silencio',
  bandsCaption: 'Silencios por días hábiles desde el vencimiento',
  bandsNote: 'La primera franja son los diez días de la entrega.',
  band: 'Días hábiles',
  answered: 'Con respuesta al corte',
  open: 'Sin respuesta al corte',
  whereCaption: 'Silencio por institución',
  whereNote:
    'Silencios = gratuita + otra + después + nada + en curso. Por tipo y nombre. Con D menor de 10 no se da porcentaje.',
  whereColumns: {
    silent: 'Silencios',
    free: 'Gratuita',
    other: 'Otra',
    later: 'Después',
    never: 'Nada',
    running: 'En curso',
    reviewed: 'Recurso',
  },
  reviewsCaption: 'Revisión y amparo tras el silencio',
  reviewsNote: 'Recursos de las mismas solicitudes, presentados cualquier día hasta el corte.',
}

export type SilenceTexts = typeof silenceEs
