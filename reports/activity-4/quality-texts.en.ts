import type { QualityTexts } from './quality-texts.es.ts'

export const qualityEn: QualityTexts = {
  title: 'Quality and format of what was delivered',
  said: (share, mean, n, rated, interval) =>
    `Marks of what was asked that came with the answer (Q1): ${share} (95 % interval: ${interval}); a mean of ${mean} of 4, in ${n}. Answers rated: ${rated}.`,
  few: (answers, rated) =>
    `Completeness (Q1): ${answers}; with fewer than 10 it is not given. Answers rated: ${rated}.`,
  none: 'Completeness and format (Q1 to Q3 and Q5): no data; no answer of the period was rated.',
  elsewhere: 'The ratings of answers (Q1 to Q3 and Q5) are not part of this report.',
  limits:
    'Each organisation rates the answers it receives, and chooses which: this is no random sample and not the institution’s word. The rating of the first person counts; the second, who does not see the first, measures agreement.',
  caption: 'Rating, format and charge',
  formatsCaption: 'Format of what was delivered',
  format: 'Format',
  formats: {
    abierto: 'Open and machine-readable',
    digital_no_reutilizable: 'Digital, not reusable',
    papel_o_imagen: 'Paper or image',
  },
  agreementCaption: 'Agreement between two raters (Q5)',
  answers: 'Answers',
  pairs: 'Pairs',
  agreed: 'Alike',
  kappa: 'Kappa',
  kappaNote:
    'Cohen’s kappa, unweighted: 1 is full agreement, 0 that of chance. Below 10 answers it is not given.',
  barriersTitle: 'Barriers to asking',
  barriersSaid: figure => `Attempts to ask that met a barrier (B1): ${figure}.`,
  barriersElsewhere: 'The barriers that organisations record (B1) are not in a report on a part.',
  barriersLimits:
    'Only what organisations recorded; who could not ask and did not say so is not in these figures.',
  barriersCaption: 'Barriers by class',
  barrier: 'Barrier',
  barriersNote:
    'One attempt may have met several barriers. Attempts are no rows of the list of cases: they are in the attached figures (barriers).',
  barriers: {
    no_la_recibieron: 'Would not receive the request (art. 38)',
    exigieron_identidad: 'Demanded identity or interest (art. 41)',
    exigieron_motivo: 'Demanded the reason (art. 41)',
    exigieron_formulario: 'Demanded a form (art. 38)',
    exigieron_pago: 'Demanded a payment (art. 18)',
    portal_caido: 'The portal was down (art. 39)',
    oficina_cerrada: 'The office was closed (art. 19)',
    negativa_verbal: 'Refused by word of mouth (art. 45)',
    otra: 'Other',
  },
  comparisonTitle: 'Compared with the period before',
  changesCaption: 'Change from the period before (Y1)',
  changesNote: (from, to) =>
    `Y1. The indicator of the period less that of the one before (${from} to ${to}), in points, with its 95 % Newcombe interval; not given where either n is below 10.`,
  before: 'Before',
  beforeN: 'n before',
  after: 'Now',
  afterN: 'n now',
  difference: 'Points',
  none95: 'no change beyond chance',
  simpsonNone:
    'Simpson check (rule 8): in no breakdown by institution, kind, organisation, channel or kind of request do all parts move against the total.',
  simpsonNothing: 'Simpson check (rule 8): no data in both periods to compare the parts with the total.',
  simpson: (by, isUp, parts) =>
    `Take care: the on-time rate goes ${isUp ? 'up' : 'down'} overall and ${isUp ? 'down' : 'up'} in each of the ${parts} parts by ${by} (Simpson’s paradox). The change overall comes from the changed weight of the parts.`,
  partings: {
    institution: 'institution',
    institutionKind: 'kind of institution',
    organisation: 'organisation',
    channel: 'channel',
    requestKind: 'kind of request',
  },
  repeatSaid: (count, n, from, to) =>
    `Repeated breach (Y2): ${count} of ${n} institutions with five or more past due between ${from} and ${to}.`,
  repeatCaption: 'Institutions in repeated breach (Y2)',
  repeatNote: 'Requests with a breach by the quarter of its due day. In alphabetical order.',
  requesterTitle: 'By what requesters say of themselves',
  requester:
    'D2 and D3: no data. The requester is an organisation, and Vigía does not ask for gender, age, language or people of its persons. The paired test needs them to say what is compared.',
  outcomesByKind: 'Outcome by kind of institution',
  outcomesByInstitution: 'Outcome by institution',
  outcomesByInstitutionNote:
    'Answers of the period (C): full + partial + refused + not held + dismissed = C. Unreasoned (G2): of those that did not hand over everything.',
  unreasoned: 'Unreasoned',
  answersColumn: 'C (n)',
  full: 'Full',
  partial: 'Partial',
  refused: 'Refused',
  notHeld: 'Not held',
  dismissed: 'Dismissed',
  funnel: {
    title: (outside, rate) => `Outside the 95 % limits: ${outside}. Overall figure: ${rate}`,
    subtitle:
      'Share on time (T1) by number past due (D); a dot for each institution with n of 10 or more. By chance alone one in twenty falls outside 95 %, and one in five hundred outside 99.8 %',
    axis: 'Past due (D), on a square root scale',
    limits: { 'outside-95': '95 % limit', 'outside-998': '99.8 % limit' },
    overall: rate => `overall ${rate}`,
    outside: { 'outside-95': 'outside 95 %', 'outside-998': 'outside 99.8 %' },
    inside: 'within',
    standing: 'Against the limits',
    within: n => `Within the limits: ${n}.`,
  },
  noteMethod: version => `Method ${version}.`,
  noteExcluded: (withdrawn, referred, running) =>
    `Left out of D: withdrawn in term ${withdrawn}, referred in term ${referred}, still running ${running}.`,
}
