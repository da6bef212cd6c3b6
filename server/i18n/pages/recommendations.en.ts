import type { recommendationsEs } from './recommendations.es.ts'

/** What reports recommend and what became of it. */
export const recommendationsEn = {
  'nav.recommendations': 'Recommendations',
  'activities.recommendations': 'Recommendations',
  'recommendation.title': 'Recommendations',
  'recommendation.lead':
    'What each report recommends and what became of it. The next report prints how those of the last one stand.',
  'recommendation.empty': 'No recommendations yet. Record the first one or bring yours in a CSV.',
  'recommendation.add': 'Record a recommendation',
  'recommendation.correct': 'Correct the recommendation or its state',
  'recommendation.edition': 'Report',
  'recommendation.edition.hint': 'The one that makes it, by its code.',
  'recommendation.addressee': 'Addressed to',
  'recommendation.addressee.hint': 'Leave it unchanged if it is for all institutions.',
  'recommendation.all': 'All institutions',
  'recommendation.text': 'Recommendation',
  'recommendation.state': 'State',
  'recommendation.state.hint': 'What the coordination could verify, not what the institution says.',
  'recommendation.state.hecha': 'Done',
  'recommendation.state.en_parte': 'Done in part',
  'recommendation.state.no': 'Not done',
  'recommendation.state.sin_respuesta': 'No answer',
  'recommendation.stateDay': 'Date of that state',
  'recommendation.stateDay.hint': 'Since when it has been so. Leave it empty if there is no answer.',
  'recommendation.stateNote': 'How this is known',
  'recommendation.stateNote.hint': 'Printed in the report. Leave it empty if there is no answer.',
  'recommendation.words': 'What the institution says',
  'recommendation.words.none': 'Nothing said.',
  'recommendation.words.said': '{name} says: {state}',
  'recommendation.words.count': 'Statements',
  'recommendation.one': 'Recommendation of report {edition}',
  'recommendation.mine.title': 'Recommendations to your institution',
  'recommendation.mine.lead':
    'What reports ask of your institution, how the coordination sees it and what you say about it.',
  'recommendation.mine.empty': 'No report recommends anything to your institution yet.',
  'recommendation.speak': 'Say what your institution did',
  'recommendation.speak.submit': 'Save the statement',
  'recommendation.claim': 'Your institution considers it',
  'recommendation.word': 'What it did',
  'recommendation.word.hint':
    'Kept and printed as you write it, as your institution’s word. It does not change the state.',
  'recommendation.said': 'Statement saved. It will be printed in the next report.',
  'field.recommendation.unanswered':
    'While there is no answer it has neither day nor note. Choose another state or leave them empty.',
  'field.recommendation.many':
    'There are twenty statements of your institution already. Write to the coordination.',
} as const satisfies Record<keyof typeof recommendationsEs, string>
