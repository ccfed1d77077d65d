// Saving what the composer holds: a new note goes out whole, a draft the server has is changed first and then signed; where somebody saved before, both are kept.
import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId, Problem, readApi, writeApi } from '../../../web/api.ts'
import { sayDone } from '../../../web/design/undo.tsx'
import type { Draft } from '../../../web/draft.ts'
import { renewScreens, useWrite } from '../../../web/reads.ts'
import type { Contact } from '../contact.ts'
import { fromDraft, toContact, type ComposerFor, type Composing } from './composing.ts'

/** What was saved before us, and whether we were about to sign. */
interface Conflict { problem: Problem; theirs: Contact; signing: boolean }

const isSavedBefore = (error: Problem | null): error is Problem => error?.status === 409 && error.code !== 'busy'

interface Asking { over: number | null; signing: boolean; onRefused: (problem: Problem) => void }

/** The requests of one save, in order; answers what was saved, or nothing where it was refused. */
function useSending(of: ComposerFor, draft: Draft<Composing>, path: string, renews: string[]) {
  const now = draft.value
  const record = useWrite<object, Contact>('POST', path, { renews })
  const edit = useWrite<object, Contact>('PATCH', `${path}/${now.id}`, { renews })
  const sign = useWrite<object, Contact>('POST', `${path}/${now.id}/signature`, { renews })
  const send = async (at: string, { over, signing, onRefused }: Asking): Promise<Contact | undefined> => {
    const { lateReason, id, ...content } = toContact(draft.now(), of, at)
    if (over === null) return record.save({ ...content, id, lateReason, sign: signing }, { onRefused })
    const changed = await edit.save(content, { ifMatch: over, onRefused })
    if (!changed || !signing) return changed
    const signed = await sign.save({ lateReason }, { onRefused })
    // Changed but not signed: what is written here builds on the draft as it is now.
    if (!signed) draft.change((before) => ({ ...before, version: changed.version }))
    return signed
  }
  const all = [record, edit, sign]
  return {
    send, reset: () => all.forEach((each) => each.problem && each.reset()), problem: record.problem ?? edit.problem ?? sign.problem,
    saving: all.some((each) => each.saving), waitingForNetwork: all.some((each) => each.waitingForNetwork),
  }
}

export function useSaving(of: ComposerFor, draft: Draft<Composing>, onDone: () => void) {
  const queries = useQueryClient()
  const renews = [of.caseId, of.clientId]
  const path = `/cases/${of.caseId}/contacts`
  const { send, reset, problem, ...sending } = useSending(of, draft, path, renews)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const last = useRef<{ of: Composing; signing: boolean; at: string } | null>(null)

  /** A 409 tells what is there now; where it does not (the note was signed elsewhere, or an answer was lost) we look. */
  const savedBefore = async (error: Problem, signing: boolean) => {
    const theirs = await readApi<Contact>(`${path}/${draft.value.id}`).catch(() => null)
    if (theirs) setConflict({ problem: error, theirs, signing })
  }
  const save = async (signing: boolean, over: number | null = draft.value.version) => {
    // Tried again unchanged it is the same save, with the same time and so the same key.
    const now = draft.now()
    if (last.current?.of !== now || last.current.signing !== signing) last.current = { of: now, signing, at: new Date().toISOString() }
    const saved = await send(last.current.at, { over, signing, onRefused: (error) => { if (isSavedBefore(error)) void savedBefore(error, signing) } })
    if (!saved) return
    await draft.drop()
    onDone()
    const discard = () => void writeApi('POST', `${path}/${saved.id}/discard`, {}).then(() => renewScreens(queries, renews))
    if (saved.status === 'signed') sayDone(<Trans>Signed and saved.</Trans>)
    else sayDone(<Trans>The draft is kept. Sign it within two business days.</Trans>, discard)
  }
  const leaveOpen = () => {
    setConflict(null)
    reset()
  }
  const keepMine = () => {
    leaveOpen()
    if (conflict?.theirs.status === 'draft') void save(conflict.signing, conflict.theirs.version)
    else draft.change((before) => ({ ...before, id: newId(), version: null }))
  }
  const takeTheirs = () => {
    leaveOpen()
    renewScreens(queries, renews)
    if (conflict?.theirs.status === 'draft') draft.change(fromDraft(conflict.theirs))
    else void draft.drop()
  }
  return {
    ...sending, save, again: () => void save(last.current?.signing ?? false), reset, conflict, keepMine, takeTheirs, leaveOpen,
    problem: conflict ? null : problem,
  }
}
