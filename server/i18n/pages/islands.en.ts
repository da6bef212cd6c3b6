import type { islandsEs } from './islands.es.ts'

/** What forms say with scripts: drafts, the outbox, long lists, files. # stands for what the browser knows. */
export const islandsEn: Record<keyof typeof islandsEs, string> = {
  'draft.saved': 'Saved on this device.',
  'draft.failed': 'It could not be saved on this device. Send the form before you close the page.',
  'draft.restored': 'We brought back what you had typed on this device; nothing shows that it was sent.',
  'draft.restored.file':
    'We brought back what you had typed on this device; nothing shows that it was sent. Files are not kept: choose the file again.',
  'draft.discard': 'Discard',
  'draft.queued':
    'No connection. It is saved on this device and will be sent when the connection is back and any page of Vigía is open.',
  'draft.offline':
    'No connection. What you typed is saved on this device; go on when the connection is back.',
  'draft.file':
    'No connection. What you typed is saved on this device, but the file is not. Send it when the connection is back.',
  'outbox.sent': 'The connection is back and what was waiting has been sent.',
  'outbox.see': 'See the result',
  'outbox.refused': 'What was waiting could not be recorded. Your text is still on this device.',
  'outbox.open': 'Open the form and check it',
  'outbox.unsent':
    'There is an unsent form on this device. If you sign out now it is deleted. To sign out all the same, press again.',
  'drafts.title': 'Drafts on this device',
  'drafts.where': 'They are seen only here, and are deleted when you sign out.',
  'drafts.queued': '(will be sent when the connection is back)',
  'combobox.one': '1 option',
  'combobox.many': '# options',
  'combobox.none': 'No option matches',
  'combobox.hint': 'Type part of the name or choose from the list.',
  'upload.sending': 'Sending #…',
  'upload.done': 'We received #.',
  'upload.failed': '# could not be sent. Your file is still chosen.',
  'upload.removed': 'File removed.',
  'upload.remove': 'Remove the file',
  'upload.retry': 'Try again',
  'form.file.lost': 'Choose {name} again: your session had ended, and files are not kept.',
  'invalid.file.kind':
    '{label}: that file is not accepted. Attach a PDF, image, sound, Word, Excel or LibreOffice document, text, e-mail or ZIP, of up to {megabytes} MB',
}
