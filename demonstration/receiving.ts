// The front door, as the demonstration does it: a referral is received, triaged, answered and accepted.
import { acceptReferral } from '../capabilities/referrals/acceptance.actions.ts'
import type { Acceptance } from '../capabilities/referrals/decision.ts'
import { NewReferral, type Facts } from '../capabilities/referrals/referral.ts'
import { receiveReferral, triageReferral } from '../capabilities/referrals/referral.actions.ts'
import { replyToSource } from '../capabilities/referrals/reply.actions.ts'
import { newId } from '../platform/db.ts'
import type { StaffKey } from './agency.ts'
import type { Telling } from './telling.ts'

/** A referral as somebody at the front door would write it down; the rest is filled in. */
export interface Arriving {
  given: string
  family: string
  preferred?: string
  born: string
  pronouns: string
  language?: string
  phone: string
  street?: string
  safe?: 'no-restriction' | 'required'
  safeNote?: string
  source: { kind: Facts['source']['kind']; organization?: string; person?: string; phone?: string }
  reason: string
  asked: string
  urgency?: 'routine' | 'soon' | 'urgent-safety'
  danger?: Facts['danger']
  programId: string
  scope?: Partial<Facts['scope']>
  channel?: Facts['channel']
}

export function factsOf(arriving: Arriving, receivedOn: string): NewReferral {
  const {
    given,
    family,
    preferred = null,
    born,
    pronouns,
    language = 'en',
    phone,
    street,
    source,
    safe = 'no-restriction',
  } = arriving
  return NewReferral.parse({
    id: newId(),
    channel: arriving.channel ?? 'phone',
    receivedOn,
    reason: arriving.reason,
    urgency: arriving.urgency ?? 'routine',
    danger: arriving.danger ?? null,
    programId: arriving.programId,
    safeContact: safe,
    safeContactNote: arriving.safeNote ?? null,
    source: {
      kind: source.kind,
      organization: source.organization ?? null,
      person: source.person ?? null,
      phone: source.phone ?? null,
    },
    person: {
      givenName: given,
      familyName: family,
      preferredName: preferred,
      birthDate: born,
      birthDatePrecision: 'day',
      pronouns,
      spokenLanguage: language,
      interpreter: language === 'en' ? 'not-needed' : 'needed',
      contactWays: [
        { kind: 'phone', value: phone, use: 'mobile', safe: 'safe', mayLeaveMessage: safe === 'required' ? 'no' : 'yes' },
      ],
      addresses: street
        ? [{ kind: 'actual', lines: [street], city: 'Harborview', state: 'NC', postalCode: '28401', country: 'US' }]
        : [],
    },
    scope: { asked: arriving.asked, funding: 'none-needed', ...arriving.scope },
  })
}

export interface Opened {
  clientId: string
  caseId: string
  referralId: string
}

/** Received and triaged by intake that day, accepted for the case manager, the source told. */
export async function receiveAndAccept(
  telling: Telling,
  arriving: Arriving,
  caseManager: StaffKey,
  daysAgo: number,
  basis: Acceptance['eligibilityBasis'] = 'program-criteria',
): Promise<Opened> {
  const facts = factsOf(arriving, telling.day(daysAgo))
  const [clientId, caseId] = [newId(), newId()]
  await telling.as('ben', daysAgo, '09:10', async (work) => {
    await receiveReferral(work, facts)
    await triageReferral(work, facts.id, {
      urgency: facts.urgency ?? 'routine',
      danger: facts.danger,
      safetyDone: facts.danger ? 'Called at once; a bed for the night was found and the case manager told.' : null,
      programId: facts.programId,
      note: null,
    })
  })
  await telling.as('ben', daysAgo, '10:05', (work) =>
    acceptReferral(work, facts.id, {
      client: { kind: 'new', clientId, setAside: [] },
      caseId,
      eligibilityBasis: basis,
      identifiedOn: null,
      primaryStaffId: telling.staff[caseManager],
      note: null,
    }),
  )
  await telling.as('ben', daysAgo, '10:20', (work) =>
    replyToSource(work, facts.id, {
      id: newId(),
      channel: 'phone',
      saidTo: arriving.source.person ?? arriving.source.organization ?? 'The person themselves',
      text: 'Thank you. We have accepted the referral; the case manager will be in touch within two business days.',
      saidOn: work.today,
    }),
  )
  return { clientId, caseId, referralId: facts.id }
}
