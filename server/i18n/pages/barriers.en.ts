import type { barriersEs } from './barriers.es.ts'

export const barriersEn: Record<keyof typeof barriersEs, string> = {
  'nav.barriers': 'Barriers',
  'barriers.title': 'Barriers',
  'barriers.lead':
    'What prevented or hindered the filing of a request: they would not receive it, asked for what the law does not ask, the portal was down.',
  'barriers.add': 'Record a barrier',
  'barriers.addHere': 'Record a barrier in this request',
  'barriers.empty':
    'No barriers recorded. Record here what kept you from filing a request, even if you never got to file it.',
  'barriers.form.lead':
    'Tell what happened as it happened. Your organisation and those who oversee see it; the institution does not.',
  'barriers.what': 'What happened',
  'barriers.when': 'Day',
  'barriers.detail': 'Where and how',
  'barriers.kind': 'What happened?',
  'barriers.choose': 'Choose what happened',
  'barriers.place': 'Where',
  'barriers.place.hint': 'The office, the counter or the address of the portal.',
  'barriers.note': 'What they told you',
  'barriers.note.hint': 'In your words and theirs. Do not write names of persons.',
  'barriers.file.hint': 'A photo, a screenshot or a recording.',
  'barriers.final':
    'What is recorded is not deleted. If something is wrong, record another that clears it up.',
  'barriers.submit': 'Save the barrier',
  'barriers.done': 'Barrier recorded.',
  'barrier.no_la_recibieron': 'They would not receive it',
  'barrier.no_la_recibieron.law':
    'Whoever receives it may not plead lack of competence or authorisation (article 38).',
  'barrier.exigieron_identidad': 'They demanded a copy of an identity document',
  'barrier.exigieron_identidad.law':
    'It is enough to say who you are; no other formality is asked (article 41).',
  'barrier.exigieron_motivo': 'They demanded a reason or interest',
  'barrier.exigieron_motivo.law': 'No reason or interest may be demanded (article 41).',
  'barrier.exigieron_formulario': 'They demanded their form or an appointment',
  'barrier.exigieron_formulario.law':
    'The form helps but is not required; even the spoken word will do (article 38).',
  'barrier.exigieron_pago': 'They charged for filing or for consulting',
  'barrier.exigieron_pago.law': 'Consulting is free; only reproduction may be charged (articles 16 to 18).',
  'barrier.portal_caido': 'The portal or e-mail did not work',
  'barrier.portal_caido.law': 'Electronic access is part of the service (article 39).',
  'barrier.oficina_cerrada': 'There was nobody to attend',
  'barrier.oficina_cerrada.law': 'Every institution must have its information unit (article 19).',
  'barrier.negativa_verbal': 'They refused by word of mouth',
  'barrier.negativa_verbal.law': 'Every request is owed a decision in writing (article 45).',
  'barrier.otra': 'Something else',
  'barrier.otra.law': 'Tell it below.',
}
