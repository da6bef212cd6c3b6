import type { CohortId } from '../../server/domain/statistics/cohorts.ts'
import type { IndicatorCode } from '../../server/domain/statistics/indicator-codes.ts'
import type { IndicatorText } from './indicator-texts.es.ts'

export const indicatorsEn: Record<IndicatorCode, IndicatorText> = {
  V1: { name: 'Requests received', formula: 'Requests received in the period (R)' },
  V2: { name: 'Institutions asked', formula: 'Distinct institutions in R ÷ institutions registered' },
  V3: {
    name: 'Pending at the cut-off',
    formula: 'Unanswered at the cut-off ÷ received up to it, in any period',
  },
  'V3-late': { name: 'Pending past the due day', formula: 'Pending with a due day before the cut-off' },
  X1: { name: 'Withdrawn within the term', formula: 'Withdrawn by the due day; not in D' },
  X2: {
    name: 'Referred within the term',
    formula: 'Sent on to another institution (art. 38) by the due day; not in D',
  },
  X3: { name: 'Not yet due', formula: 'Due day in the period, not passed at the cut-off; not in D' },
  T1: { name: 'Answered on time', formula: 'Answered by the due day (with extension) ÷ D' },
  'T1-calendar': {
    name: 'On time, if days were calendar days',
    formula: 'Answered by calendar day 10 (plus the extension) ÷ D',
  },
  T2: { name: 'On time without the extension', formula: 'Answered by the original due day ÷ D' },
  T3: { name: 'Answered late', formula: 'Answered after the due day, up to the cut-off ÷ D' },
  'T3-open': { name: 'Unanswered at the cut-off', formula: 'Past due and unanswered at the cut-off ÷ D' },
  T4: { name: 'Complete silence at the due day', formula: 'No act of the institution by the due day ÷ D' },
  'T4-ficta': {
    name: 'Unanswered at the due day (silence)',
    formula: 'No resolution or delivery by the due day, with or without another act ÷ D',
  },
  T5: {
    name: 'Persistent silence (art. 44)',
    formula: 'No answer or delivery in the 10 working days after the due day ÷ D with those 10 days over',
  },
  'T5-running': {
    name: 'With the 10 days to deliver still running',
    formula: 'Silences whose term to deliver (K4) had not ended at the cut-off',
  },
  'T5-open': {
    name: 'Nothing by the cut-off',
    formula: 'No answer or delivery by the cut-off ÷ silences with the 10 days over',
  },
  T6: {
    name: 'Free delivery after silence (art. 44)',
    formula: 'Delivered with no charge on record in those 10 days ÷ silences with those 10 days over',
  },
  'T6-other': {
    name: 'Another answer within the 10 days',
    formula: 'Answered or delivered in the 10 days other than free of charge ÷ silences with them over',
  },
  'T6-late': {
    name: 'Answered or delivered after the 10 days',
    formula: 'Answered or delivered after the 10 days, by the cut-off ÷ silences with them over',
  },
  'T6-outcome': {
    name: 'Sense of what came within the 10 days',
    formula: 'By sense ÷ silences answered within the 10 days',
  },
  T7: { name: 'Answered at the cut-off', formula: 'Answered up to the cut-off, on time or late ÷ D' },
  T8: {
    name: 'Only acknowledged at the due day',
    formula: 'Some act, but not the answer, by the due day ÷ D',
  },
  T9: { name: 'Working days to the answer', formula: 'Median, mean, p90, minimum and maximum over C' },
  'T9-calendar': {
    name: 'Calendar days to the answer',
    formula: 'Median, mean, p90, minimum and maximum over C',
  },
  T10: {
    name: 'Median with pending requests, working days',
    formula: 'Kaplan–Meier over R; pending ones count as not answered yet',
  },
  'T10-calendar': { name: 'Median with pending requests, calendar days', formula: 'Kaplan–Meier over R' },
  T11: {
    name: 'Net working days',
    formula: 'Working days less those that the requester took to clarify, over C',
  },
  T12: { name: 'Bands of working days', formula: 'Answers in the band ÷ C with known days' },
  'T12-calendar': { name: 'Bands of calendar days', formula: 'Answers in the band ÷ C with known days' },
  T13: { name: 'Working days late', formula: 'Over breaches of the term to answer (K1) due in the period' },
  'T13-answered': {
    name: 'Working days of silence, answered',
    formula: 'From the due day to the answer, over silences answered by the cut-off',
  },
  'T13-open': {
    name: 'Working days of silence, unanswered',
    formula: 'From the due day to the cut-off, over silences unanswered; the wait goes on',
  },
  T14: { name: 'Ten oldest pending', formula: 'Pending at the cut-off by day of receipt' },
  I1: {
    name: 'Requests with a breach',
    formula: 'With at least one legal term broken that was due in the period',
  },
  I2: { name: 'With a breach not cured', formula: 'Of these, with a breach that went on at the cut-off' },
  E1: { name: 'Extended', formula: 'D with an extension ÷ D' },
  E2: {
    name: 'Extensions with faults (art. 43)',
    formula: 'Extensions with at least one fault ÷ D with an extension',
  },
  E3: { name: 'Extensions kept', formula: 'Answered by the extended due day ÷ D with an extension' },
  E4: { name: 'Mass extensions', formula: 'Five extensions or more of one institution on one day' },
  P1: { name: 'Asked to clarify', formula: 'R with at least one request to clarify ÷ R' },
  'P1-days': {
    name: 'Working days to clarify',
    formula: 'From the request to clarify to the reply, over R that clarified',
  },
  O1: { name: 'Full disclosure', formula: 'Full disclosure ÷ C' },
  O2: { name: 'Partial disclosure', formula: 'Partial disclosure ÷ C' },
  O3: { name: 'Refused as reserved or confidential', formula: 'Refusals ÷ C' },
  O4: { name: 'Not held', formula: 'Not held ÷ C' },
  O5: { name: 'Referred to another institution', formula: 'R referred ÷ R' },
  O6: { name: 'Dismissed or withdrawn', formula: 'Dismissed for want of a clarification, or withdrawn ÷ R' },
  O7: {
    name: 'Full disclosure of what could be disclosed',
    formula: 'Full disclosure ÷ C less not held and dismissed',
  },
  G1: {
    name: 'Ground cited',
    formula: 'Citing the ground ÷ C without full disclosure',
  },
  G2: {
    name: 'No ground or no article',
    formula: 'Without a ground or an article ÷ C without full disclosure',
  },
  G3: {
    name: 'Reserved without a classification (art. 25)',
    formula: 'Classification not cited ÷ answers citing reserve',
  },
  Q1: {
    name: 'Completeness',
    formula: 'Sum of marks (0 to 4 for each item asked) ÷ highest sum, over C rated',
  },
  'Q1-rated': { name: 'Answers rated', formula: 'C rated by those who asked ÷ C' },
  Q2: { name: 'Format of what was delivered', formula: 'By class ÷ deliveries rated' },
  Q3: {
    name: 'Asked format kept to',
    formula: 'In the format asked for ÷ deliveries rated in which one was asked for',
  },
  Q4: {
    name: 'Deliveries charged for',
    formula: 'Cost over zero ÷ C delivered in full or in part whose cost is on record',
  },
  'Q4-unknown': {
    name: 'Deliveries with no cost on record',
    formula: 'Cost not on record, which is not a cost of zero ÷ C delivered in full or in part',
  },
  'Q4-cost': { name: 'Quetzales charged', formula: 'Median over C charged for' },
  Q5: {
    name: 'Two raters agree: marks',
    formula: 'Cohen’s kappa over the marks of each item asked, C rated twice',
  },
  'Q5-format': {
    name: 'Two raters agree: format',
    formula: 'Cohen’s kappa over the class of format, C rated twice',
  },
  A1: {
    name: 'With a review filed',
    formula: 'With a review ÷ C without full disclosure or D silent at the due day',
  },
  'A1-ficta': { name: 'Silences with a review filed', formula: 'Silences with a review ÷ silences' },
  A2: {
    name: 'Reviews decided in 5 days (art. 58)',
    formula: 'Decided by their due day ÷ decisions due in the period',
  },
  'A2-ficta': {
    name: 'Reviews after silence, decided',
    formula: 'Decided by the cut-off ÷ silences with a review',
  },
  A3: {
    name: 'Reviews upheld in whole or part',
    formula: 'Revoked or varied ÷ reviews decided in the period',
  },
  'A3-ficta': {
    name: 'Reviews after silence, upheld',
    formula: 'Revoked or varied ÷ reviews after silence decided',
  },
  A4: { name: 'Amparos', formula: 'Requests with an amparo in the period' },
  'A4-ficta': {
    name: 'Silences with an amparo',
    formula: 'Silences with an amparo by the cut-off ÷ silences',
  },
  A5: { name: 'Complied after the review (art. 60)', formula: 'Complied by the cut-off ÷ reviews upheld' },
  'A5-ficta': {
    name: 'Complied after that review (art. 60)',
    formula: 'Complied by the cut-off ÷ reviews after silence upheld',
  },
  B1: {
    name: 'Attempts that met a barrier',
    formula: 'With at least one barrier, by class ÷ R and the attempts that never became a request',
  },
  S1: {
    name: 'Disputed',
    formula: 'Organisation and institution contradict each other on a day or status ÷ R',
  },
  S2: { name: 'Backed by evidence', formula: 'Receipt and answer with a stamp, message or file ÷ R' },
  S3: {
    name: 'Calendar days to the entry',
    formula: 'From the day of receipt to its entry in Vigía, over R',
  },
  D1: {
    name: 'By group',
    formula:
      'T1, T3, O1 to O4 and G2 by institution, kind, organisation, channel and kind of request; T1 by month',
  },
  D2: {
    name: 'By what requesters say of themselves',
    formula: 'T1, T4 and O1 by gender, age, language and people. No data: Vigía does not ask',
  },
  D3: {
    name: 'Paired test',
    formula: 'Same text, another requester: exact McNemar. No data: it rests on D2',
  },
  Y1: {
    name: 'Change from the period before',
    formula: 'T1 of the period less T1 of as many days before; Newcombe interval',
  },
  Y2: {
    name: 'Repeated breach',
    formula: 'In breach in 3 or 4 of the last four quarters ÷ institutions with D of 5 or more in them',
  },
  Y3: {
    name: 'Recommendations of the last report',
    formula: 'Done, done in part or not done ÷ recommendations',
  },
}

export const cohortsEn: Record<CohortId, string> = {
  known: 'received up to the cut-off',
  register: 'institutions registered',
  received: 'R: received in the period',
  due: 'D: due in the period',
  dueFictaOver: 'D with the 10 days after the due day over',
  silentFictaOver: 'unanswered at the due day, with the 10 days over',
  silent: 'silences: D unanswered at the due day',
  fictaAnswered: 'silences answered within the 10 days',
  silentReviewed: 'silences with a review',
  silentDecided: 'reviews after silence, decided',
  silentUpheld: 'reviews after silence, upheld',
  extended: 'D with an extension',
  closed: 'C: answered in the period',
  resolvable: 'C less not held and dismissed',
  denied: 'C without full disclosure',
  reserved: 'answers citing reserve',
  breaches: 'breaches due in the period',
  appealable: 'C without full disclosure or D silent',
  reviewsDue: 'decisions due in the period',
  reviewsDecided: 'reviews decided in the period',
  reviewsUpheld: 'reviews upheld',
  rated: 'C rated',
  doubleRated: 'C rated twice',
  delivered: 'C delivered in full or in part',
  costKnown: 'C delivered, cost on record',
  ratedDelivered: 'deliveries rated',
  formatAsked: 'deliveries rated in which a format was asked for',
  attempts: 'R and the attempts that never became a request',
  bodiesDue: 'institutions with D of 5 or more in four quarters',
}
