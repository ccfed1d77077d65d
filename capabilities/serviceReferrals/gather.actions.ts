// What the record offers for a package, as it may leave: the address through outputAddress (INV-03), numbers only where they are safe (INV-04).
import type { CaseWork } from '../../platform/work.ts'
import { clientOf } from '../clients/client.actions.ts'
import { supportMembersOf } from '../clients/circle.actions.ts'
import { areaOf, outputAddress } from '../clients/detail.actions.ts'
import { safeContactNow } from '../clients/safety.actions.ts'
import { serviceForReferral } from '../directory/performer.actions.ts'
import { goalsOf } from '../plans/goal.actions.ts'
import { needsOf } from '../plans/need.actions.ts'
import { agencyOf } from '../team/team.actions.ts'
import { notFound } from '../../platform/refusal.ts'
import { packageOf, type Package, type PackageFacts } from './package.ts'
import { fromPart2 } from './sending.store.ts'
import type { Performer, ServiceReferral } from './serviceReferral.ts'

type About = Pick<ServiceReferral, 'needId' | 'goalId'>

export async function packageFacts(work: CaseWork, { needId, goalId }: About): Promise<PackageFacts> {
  const [client, safe, address, agency, needs, goals, part2] = await Promise.all([
    clientOf(work), safeContactNow(work), outputAddress(work, 'letter'), agencyOf(work), needId ? needsOf(work) : [], goalId ? goalsOf(work) : [],
    needId || goalId ? fromPart2(work.tx, { caseId: work.caseId, needId, goalId }) : undefined,
  ])
  const mayBeTold = safe.safeContact === 'not-asked' ? [] : safe.points.filter(({ system, decision }) => system === 'phone' && (decision.may || decision.because === 'outside-hours'))
  return {
    agency: { name: agency.name, phone: agency.letterhead.phone },
    caseManager: [work.staff.name, work.staff.credentialLine].filter(Boolean).join(', '),
    name: client.displayName, pronouns: client.pronouns, birthDate: client.birthDate, language: client.spokenLanguage, interpreter: client.interpreter,
    contact: mayBeTold.map(({ text, leaveMessage }) => ({ text, message: leaveMessage })),
    address,
    need: needs.find(({ id }) => id === needId)?.statement ?? null,
    goal: goals.find(({ id }) => id === goalId)?.clientWords ?? null,
    ...(part2 && { part2 }),
  }
}

/** Exactly what the receiver will see. */
export async function packageNow(work: CaseWork, referral: ServiceReferral): Promise<Package> {
  return packageOf(await packageFacts(work, referral), referral)
}

/** Where and in which language help was asked for, for the figures; never an address. */
export async function placeOf(work: CaseWork): Promise<Pick<ServiceReferral, 'county' | 'zip3' | 'language'>> {
  const [area, client] = await Promise.all([areaOf(work), clientOf(work)])
  return { county: null, zip3: area.zip3, language: client.spokenLanguage }
}

type PerformerColumns = Partial<Pick<ServiceReferral, 'capacity'>> & Pick<ServiceReferral, 'performerKind' | 'serviceAtLocationId' | 'serviceId' | 'supportMemberId' | 'performerName' | 'performerEmail' | 'performerPhone'>
const nobodyElse = { serviceAtLocationId: null, serviceId: null, supportMemberId: null }

/** @throws support.not-found where the person is not around this client */
export async function performerColumns(work: CaseWork, performer: Performer): Promise<PerformerColumns> {
  if (performer.kind === 'organization')
    return { ...nobodyElse, performerKind: 'organization', performerName: performer.name, performerEmail: performer.email, performerPhone: performer.phone }
  if (performer.kind === 'support') {
    const member = (await supportMembersOf(work)).find(({ id, current }) => id === performer.supportMemberId && current)
    if (!member) return notFound('support-member')
    return { ...nobodyElse, performerKind: 'support', supportMemberId: member.id, performerName: member.name, performerEmail: member.email, performerPhone: member.phone }
  }
  const { name, email, phone, ...service } = await serviceForReferral(work, performer.serviceId, performer.serviceAtLocationId)
  return { ...nobodyElse, performerKind: 'service', serviceId: service.serviceId, serviceAtLocationId: service.serviceAtLocationId, performerName: name, performerEmail: email, performerPhone: phone, capacity: service.capacity }
}
