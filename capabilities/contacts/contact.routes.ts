// HTTP for contacts and their notes.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { amendNote, changeDraft, contactsOf, discardDraft, myDraftsOf, readNote, recordContact, signNote, timeSpentOn } from './contact.actions.ts'
import { listRestrictedNotes, openRestrictedNote, writeRestrictedNote } from './restrictedNote.actions.ts'
import { NewRestrictedNote, Opening } from './restrictedNote.ts'
import { ContactContent, NewAmendment, NewContact, Signing } from './contact.ts'

const contacts = '/cases/:caseId/contacts'
const contact = `${contacts}/:contactId` as const
const restricted = '/cases/:caseId/restricted-notes'

const Page = z.object({ after: z.string().max(120).regex(/^[^_]+_[0-9a-f-]{36}$/, 'Start again from the top of the list.').optional() })

function placeOf(after: string | undefined): { occurredAt: string; id: string } | null {
  const [occurredAt = '', id = ''] = (after ?? '').split('_')
  return id && !Number.isNaN(Date.parse(occurredAt)) ? { occurredAt, id } : null
}

export const contactRoutes: Route[] = [
  read(contacts, 'read-contacts', (work, { after }) => contactsOf(work, placeOf(after)), { query: Page, summary: 'Contacts of a case, newest first' }),
  read(`${contacts}/drafts`, 'read-contacts', myDraftsOf, { summary: 'My unsigned notes on a case' }),
  read(`${contacts}/totals`, 'read-contacts', timeSpentOn, { summary: 'Contacts, minutes and miles so far' }),
  read(contact, 'read-contacts', (work, _, { contactId }) => readNote(work, contactId)),
  write(contacts, 'write-contacts', NewContact, recordContact, { summary: 'Record a contact with everything that came of it' }),
  change(contact, 'write-contacts', ContactContent, (work, content, { contactId }) => changeDraft(work, contactId, content)),
  write(`${contact}/signature`, 'write-contacts', Signing, (work, { lateReason }, { contactId }) => signNote(work, contactId, lateReason)),
  write(`${contact}/discard`, 'write-contacts', z.object({}), (work, _, { contactId }) => discardDraft(work, contactId)),
  read(restricted, 'read-contacts', listRestrictedNotes, { summary: 'Restricted notes of a case, without their words' }),
  write(restricted, 'write-contacts', NewRestrictedNote, writeRestrictedNote, { secret: 'body', summary: 'Keep a note apart from the general record' }),
  write(`${restricted}/:noteId/opening`, 'read-contacts', Opening, (work, opening, { noteId }) => openRestrictedNote(work, opening, noteId), { secret: 'done again' }),
  write(`${contact}/amendments`, 'write-contacts', NewAmendment, (work, amendment, { contactId }) => amendNote(work, contactId, amendment)),
]
