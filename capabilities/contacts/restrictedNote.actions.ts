// Writing and opening restricted notes. They are in the audit but not in the story, which more people read than the team.
import { newId } from '../../platform/db.ts'
import { writeAudit } from '../../platform/events.ts'
import type { CaseWork } from '../../platform/work.ts'
import { currentTeam } from '../cases/membership.actions.ts'
import { mustBeOnTeam, type NewRestrictedNote, type Opening, type RestrictedNote } from './restrictedNote.ts'
import { addRestrictedNote, restrictedNotesOf, restrictedWords } from './restrictedNote.store.ts'

const onTeam = async (work: CaseWork): Promise<boolean> => (await currentTeam(work)).some(({ staffId, role }) => staffId === work.staff.id && role !== 'opener')

/** Refuses `restricted-note.team-only`. */
export async function writeRestrictedNote(work: CaseWork, { kind, text }: NewRestrictedNote): Promise<{ id: string }> {
  mustBeOnTeam(await onTeam(work))
  const id = newId()
  await addRestrictedNote(work, id, kind, text)
  await writeAudit(work, 'restricted-note.written', { entity: 'restricted-note', id }, work.clientId, { kind })
  return { id }
}

/** Lines without words; none for whoever is not on the team, as if there were none. */
export const listRestrictedNotes = (work: CaseWork): Promise<RestrictedNote[]> => restrictedNotesOf(work)

/** Shows the words to a member of the team who says why; the audit keeps who, when and the reason. */
export async function openRestrictedNote(work: CaseWork, { reason }: Opening, id: string): Promise<{ text: string }> {
  const text = await restrictedWords(work, id)
  await writeAudit(work, 'restricted-note.opened', { entity: 'restricted-note', id }, work.clientId, { reason })
  return { text }
}
