// The people around a client: what they do, what they may know, and when their authority ends.
import { newId } from '../../platform/db.ts'
import { announceClient } from '../../platform/events.ts'
import type { ClientWork } from '../../platform/work.ts'
import {
  addHouseholdMember,
  addSupportMember,
  findSupportMember,
  householdOf,
  saveSupportMember,
  supportMembers,
} from './circle.store.ts'
import { birthOf, clientRow } from './client.store.ts'
import type { HouseholdMember, NewHouseholdMember } from './household.ts'
import { holds } from './period.ts'
import {
  authorityState,
  mayKnow,
  representsClient,
  type KnownSupport,
  type NewSupportMember,
  type SupportMember,
} from './support.ts'

/** Everybody around the client, those still in their role first. */
export async function supportMembersOf({ tx, clientId, today }: ClientWork): Promise<KnownSupport[]> {
  const [row, members] = await Promise.all([clientRow(tx, clientId), supportMembers(tx, clientId)])
  const birth = birthOf(row)
  return members
    .map((member) => ({
      ...member,
      current: holds(member, today),
      authorityState: authorityState(member, birth, today),
      represents: representsClient(member, birth, today),
      mayKnow: mayKnow(member, birth, today),
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

export async function peopleOf(work: ClientWork): Promise<{ support: KnownSupport[]; household: HouseholdMember[] }> {
  const [support, household] = await Promise.all([supportMembersOf(work), householdOf(work.tx, work.clientId)])
  return { support, household }
}

export async function nameSupport(work: ClientWork, member: NewSupportMember): Promise<SupportMember> {
  const kept = await addSupportMember(work.tx, { ...member, id: newId(), clientId: work.clientId })
  await announceClient(work, 'support.named', { entity: 'support-member', id: kept.id, version: 1 }, told(kept), {
    personId: kept.id,
  })
  return kept
}

/** A change of permission or authority is told with what it was before, so that the story shows when somebody might know what. */
export async function changeSupport(work: ClientWork, member: NewSupportMember, id: string): Promise<SupportMember> {
  const before = await findSupportMember(work.tx, work.clientId, id)
  const kept = await saveSupportMember(work.tx, work.clientId, id, work.expectedVersion ?? 0, member)
  const details = { ...told(kept), before: told(before) }
  await announceClient(work, 'support.changed', { entity: 'support-member', id, version: kept.version }, details, {
    personId: id,
  })
  return kept
}

function told({ name, relationship, authority, mayDiscuss, allegedAbuser }: SupportMember) {
  return { name, relationship, authority, mayDiscuss, allegedAbuser }
}

export async function joinHousehold(work: ClientWork, member: NewHouseholdMember): Promise<HouseholdMember> {
  const kept = await addHouseholdMember(work.tx, { ...member, id: newId(), clientId: work.clientId })
  await announceClient(
    work,
    'household.joined',
    { entity: 'household-member', id: kept.id, version: 1 },
    { name: kept.name, role: kept.role },
  )
  return kept
}
