// How people keep the directory right: add and change an entry and what hangs on it, take it off and put it back, and read who changed what.
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { bodyOf, editable, mayHangOn, type Detail, type Editable, type Values } from './edit.ts'
import { aroundOf, type Around } from './around.store.ts'
import { addEntryRow, changeEntryRow, detailsOf, findEntryRow, historyOf, placeService, putDetail, removeDetail, setGone, type Change } from './edit.store.ts'
import type { Row } from './thing.ts'

export interface EntryToEdit { entry: Row; details: { id: string; kind: string; body: Record<string, unknown>; version: number }[]; around: Around; version: number }

/** The entry with what hangs on it, as it is edited. */
export async function entryToEdit({ tx }: Work, entry: Editable, id: string): Promise<EntryToEdit> {
  const row = await findEntryRow(tx, entry, id)
  const [details, around] = await Promise.all([detailsOf(tx, entry, id), aroundOf(tx, entry, row)])
  return { entry: row, details: details.map((each) => ({ id: each.id, kind: String(each.kind), body: each.body ?? {}, version: Number(each.version) })), around, version: Number(row.version) }
}

export async function addEntry(work: Work, entry: Editable, values: Values): Promise<{ id: string }> {
  const id = newId()
  await knownOwner(work, values)
  await addEntryRow(work.tx, entry, id, editable[entry].parse(values))
  await announceAgency(work, 'directory.added', { entity: `directory-${entry}`, id })
  return { id }
}

/** @throws directory-entry.changed */
export async function changeEntry(work: Work, entry: Editable, id: string, values: Values): Promise<EntryToEdit> {
  await findEntryRow(work.tx, entry, id)
  await knownOwner(work, values)
  const row = await changeEntryRow(work.tx, entry, id, work.expectedVersion ?? 0, editable[entry].parse(values))
  await announceAgency(work, 'directory.changed', { entity: `directory-${entry}`, id, version: Number(row.version) })
  return entryToEdit(work, entry, id)
}

async function knownOwner({ tx }: Work, { organization_id }: Values): Promise<void> {
  if (typeof organization_id === 'string') await findEntryRow(tx, 'organization', organization_id)
}

/** Nothing is deleted: an entry taken off can be put back. */
export async function takeOff(work: Work, entry: Editable, id: string, gone: boolean): Promise<EntryToEdit> {
  const { version } = await entryToEdit(work, entry, id)
  await setGone(work.tx, entry, id, version, gone)
  await announceAgency(work, gone ? 'directory.taken-off' : 'directory.put-back', { entity: `directory-${entry}`, id, version: version + 1 })
  return entryToEdit(work, entry, id)
}

/** @throws directory-detail.not-of-this-kind · directory-detail.fields-not-known · directory-detail.no-number · directory-detail.elsewhere */
export async function saveDetail(work: Work, entry: Editable, id: string, detail: Detail): Promise<EntryToEdit> {
  await findEntryRow(work.tx, entry, id)
  const { body, unknown, noNumbers } = bodyOf(detail)
  if (!mayHangOn(detail.kind, entry)) refuse('directory-detail.not-of-this-kind', `A ${entry.replaceAll('_', ' ')} has no ${detail.kind.replaceAll('_', ' ')} of its own.`)
  if (unknown.length > 0) refuse('directory-detail.fields-not-known', `These are no fields of it: ${unknown.join(', ')}.`, { issues: unknown.map((path) => ({ path, message: 'HSDS has no such field.' })) })
  if (noNumbers.length > 0) refuse('directory-detail.no-number', 'Write a number there.', { issues: noNumbers.map((path) => ({ path, message: 'Write a number.' })) })
  if (Object.keys(body).length === 0 || (detail.kind === 'phone' && !body.number)) refuse('directory-detail.says-nothing', 'Say something of it, or remove it.')
  if (!(await putDetail(work.tx, entry, id, { ...detail, body }))) refuse('directory-detail.elsewhere', 'That belongs to another entry.', { status: 409 })
  await announceAgency(work, 'directory.changed', { entity: `directory-${entry}`, id })
  return entryToEdit(work, entry, id)
}
export async function dropDetail(work: Work, entry: Editable, id: string, detailId: string): Promise<EntryToEdit> {
  if (!(await removeDetail(work.tx, entry, id, detailId))) notFound('directory-detail')
  await announceAgency(work, 'directory.changed', { entity: `directory-${entry}`, id })
  return entryToEdit(work, entry, id)
}

export async function placeAt(work: Work, serviceId: string, locationId: string): Promise<{ id: string }> {
  await findEntryRow(work.tx, 'service', serviceId)
  await findEntryRow(work.tx, 'location', locationId)
  const id = newId()
  await placeService(work.tx, id, serviceId, locationId)
  await announceAgency(work, 'directory.changed', { entity: 'directory-service', id: serviceId })
  return { id }
}

/** Newest first: what was, what it became, when, by whom (a colleague, an import, or whoever a package names). */
export async function changesOf(work: Work, entry: Editable, id: string): Promise<Change[]> {
  await findEntryRow(work.tx, entry, id)
  return historyOf(work.tx, id)
}
