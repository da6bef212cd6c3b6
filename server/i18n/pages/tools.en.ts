import type { toolsEs } from './tools.es.ts'

export const toolsEn: Record<keyof typeof toolsEs, string> = {
  'tools.title': 'Papers',
  'tools.demo': 'Sample: invented data',
  'tools.review': 'Prepare the review appeal',
  'tools.certificate': 'Certificate of silence (PDF)',
  'review.title': 'Review appeal',
  'review.until': 'You may file it until {day}',
  'review.late': 'It could be filed until {day}',
  'review.late.text':
    'The time has passed. The law does not forbid filing it, but the institution may reject it as late. Seek advice first.',
  'review.check': 'What it must hold (articles 54 to 57)',
  'review.done': 'Done:',
  'review.todo': 'Missing:',
  'review.check.authority': 'It is addressed to the head of {institution}, who decides (article 53).',
  'review.check.ground': 'It has a ground in the law. By what is on record: {ground}.',
  'review.check.case': 'It cites case {number}.',
  'review.check.noCase': 'the case number, if the institution gave you one. It is not required.',
  'review.check.who':
    'your name and where you receive notices (article 57.2). Write them on the letter or below.',
  'review.check.date': 'It says from when the time runs: {day} (article 57.3).',
  'review.check.act': 'It says which act is appealed and what is asked (article 57.4).',
  'review.check.files':
    '{count, plural, =0 {a copy of your request with the stamp, and of the answer if there was one.} =1 {It encloses one document of the request.} other {It encloses # documents of the request.}}',
  'review.check.defects':
    'If anything is missing, the head of the institution must have it put right at once (article 56): it may not be rejected for its form.',
  'review.certificate': 'Add the certificate of silence (PDF, in Spanish)',
  'review.letter': 'The letter',
  'review.letter.lead':
    'A PDF in Spanish with everything that article 57 asks for, ready to sign. What you leave out becomes a line to fill in by hand.',
  'review.text.hint':
    'In your own words, in Spanish. The petition that goes with the ground is already written.',
  'review.name': 'Name of who signs',
  'review.name.hint': 'Only on the letter: Vigía does not keep it.',
  'review.notices': 'Where you receive notices',
  'review.notices.hint': 'An address or an e-mail. Only on the letter: Vigía does not keep it.',
  'review.download': 'Download the letter (PDF)',
  'review.after': 'Once you have filed it',
  'review.after.text':
    'Record the day and add the stamped copy: from then on the head of the institution has five days.',
  'review.record': 'Record that I filed it',
}
