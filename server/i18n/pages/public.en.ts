import type { publicEs } from './public.es.ts'

export const publicEn: Record<keyof typeof publicEs, string> = {
  'nav.data': 'Open data',
  'nav.help': 'Law and help',
  'institutions.public.lead':
    'The institutions that the law obliges to inform, with what is on record of how they answer. By name, not by rank.',
  'institutions.public.description':
    'Which institutions of Guatemala answer information requests on time, and on how many cases.',
  'institutions.search': 'Find an institution',
  'institutions.search.hint': 'Name or acronym',
  'institutions.search.submit': 'Search',
  'institutions.count': '{count, plural, =0 {No institution} =1 {1 institution} other {# institutions}}',
  'institutions.none': 'No institution matches that search.',
  'institutions.all': 'See all institutions',
  'institutions.due': 'Due',
  'institutions.onTime': 'On time',
  'institutions.onTime.of': 'of {n}',
  'institutions.unanswered': 'Unanswered',
  'institutions.median': 'Median',
  'institution.description': 'How {name} answers information requests: time limits, outcomes and years.',
  'institution.inactive': 'This institution is no longer on the register. What is on record of it is kept.',
  'institution.twelve': 'Last twelve months',
  'institution.none': 'No data: no published request to this institution in the last twelve months.',
  'institution.contact': 'Information unit',
  'institution.contact.none':
    'Its address is not on record. The law obliges every institution to publish it (article 10).',
  'institution.sector': 'Sector',
  'institution.address': 'Address',
  'institution.phone': 'Telephone',
  'institution.email': 'E-mail',
  'institution.website': 'Web site',
  'institution.hours': 'Office hours',
  'institution.counting': 'How its time limits are counted',
  'institution.capital.yes': 'In Guatemala City: 15 August does not count.',
  'institution.capital.no': 'Outside Guatemala City: 15 August counts.',
  'institution.cutoff': 'What it gets after {time} counts as of the next working day.',
  'institution.calculate': 'Work out a due date with this institution',
  'institution.edit': 'Edit this page',
  'institution.grounds': 'Why it did not disclose',
  'institution.grounds.lead':
    'Grounds cited in {n, plural, =1 {the only answer that did not disclose} other {the # answers that did not disclose}} everything. One answer may cite several.',
  'institution.grounds.none': 'In the period no answer refused or withheld anything.',
  'institution.ground': 'Ground',
  'institution.ground.none': 'None: it did not say why',
  'institution.ground.count': 'Answers',
  'institution.years': 'Year by year',
  'institution.years.few': 'Below 10 cases the count is given and not the percentage.',
  'institution.year': 'Year',
  'institution.requests': 'Its requests',
  'institution.requests.none': 'No published request to this institution is on record.',
  'institution.requests.all': 'See all its requests',
  'institution.charts': 'See its charts on the dashboard',
  'home.lead':
    'Vigía follows the information requests that organisations in Guatemala send to public institutions: it says when each time limit ends and how it was counted. What was not answered on time is there for everyone to see.',
  'home.search': 'Find a request',
  'home.search.hint': 'Words of its title, or its number',
  'home.search.submit': 'Search',
  'home.figures': 'How the last twelve months went',
  'home.figures.more': 'See the whole dashboard',
  'home.latest': 'Decided lately',
  'home.latest.none': 'No decided request is on record yet.',
  'home.latest.more': 'See all requests',
  'home.ask': 'How to ask for information',
  'home.ask.1':
    'Say which institution you ask, who you are and clearly what information you want. You need give no reasons (article 41).',
  'home.ask.2':
    'Hand it in to the Public Information Unit in writing, online or by word of mouth, and keep proof of the day (article 38).',
  'home.ask.3':
    'Count ten working days: by then they must give you a written decision (article 42). The calculator tells the day.',
  'home.ask.4':
    'Without an answer they must give it to you free of charge within ten more days (article 44), and you may ask for a review (articles 52 to 55).',
  'home.ask.more': 'Read the law and the help',
  'home.calculate': 'Work out a due date',
  'data.title': 'Open data',
  'data.description':
    "Vigía's requests, breaches, institutions, figures and non-working days as CSV and JSON, with their dictionary.",
  'data.lead':
    'All that Vigía publishes can be downloaded, used and published again, for profit too, if its source is named.',
  'data.licence': 'Licence',
  'data.licence.text':
    'Creative Commons Attribution 4.0 International (CC BY 4.0). Cite it as “Vigía, data as of {day}”, with a link to this page.',
  'data.licence.link': 'Text of the licence',
  'data.never': 'What is never in them',
  'data.never.text':
    'Neither text, title, files nor case number of a request, nor the name of who made it or answered it: any of them may hold personal data (article 31). Nor the requests that an organisation chose not to publish, not even in the counts.',
  'data.sets': 'Datasets',
  'data.count': '{count, plural, =0 {No rows yet} =1 {1 row} other {# rows}}. Data as of {day}.',
  'data.csv': 'CSV',
  'data.json': 'JSON',
  'data.sample': 'Sample of 20 rows (CSV)',
  'data.columns': 'What each column says',
  'data.column': 'Column',
  'data.meaning': 'What it says',
  'data.set.solicitudes': 'Requests',
  'data.set.solicitudes.text':
    'A row for each published request: institution, state, outcome and the day of each step.',
  'data.set.incumplimientos': 'Breaches',
  'data.set.incumplimientos.text':
    'A row for each legal time limit that was broken: which article, when it ended, how many days late.',
  'data.set.instituciones': 'Institutions',
  'data.set.instituciones.text':
    'The register of obliged bodies: kind, office hours and how their time limits are counted.',
  'data.set.cifras': 'Figures',
  'data.set.cifras.text':
    'The indicators of the last twelve months, of all and of each institution, with n and interval.',
  'data.set.dias-inhabiles': 'Non-working days',
  'data.set.dias-inhabiles.text':
    'The days that the administration was closed by decree, with their source. Statutory days off follow by rule.',
  'data.dictionary': 'Download the whole dictionary (CSV)',
  'data.format': 'How to read the files',
  'data.format.text':
    'CSV in UTF-8 with commas, as a spreadsheet opens it. Dates stand as 2026-11-23; yes and no as 1 and 0; what is not on record is empty. Several values in a cell are parted by semicolons. A cell that would start like a formula has an apostrophe before it.',
  'data.api': 'Programming interface',
  'data.api.text':
    'It asks for no key. The first address lists the datasets with their columns; the others give one as CSV or JSON. With ?limit=20 only the first rows come.',
  'data.feed': 'News as Atom',
  'data.feed.text': 'The requests decided and the time limits broken last, for a news reader.',
  'feed.title': 'Vigía: news',
  'feed.resolved': '{reference}: {outcome}, {institution}',
  'feed.resolved.text': '{institution} decided on {day}: {outcome}.',
  'feed.broken': '{reference}: {breach}, {institution}',
  'feed.broken.text': '{institution}: the time limit ended on {day} (article {article}).',
}
