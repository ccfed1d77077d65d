// Engagement and contacts, as the demonstration does them: role disclosed, rights given, consent recorded, safe contact asked, case activated; notes signed.
import { activateCase, setAcuity } from '../capabilities/cases/case.actions.ts'
import { askSafeContact, safeContactNow } from '../capabilities/clients/safety.actions.ts'
import { recordConsent } from '../capabilities/consents/consent.actions.ts'
import { ConsentContent } from '../capabilities/consents/consent.ts'
import { recordContact } from '../capabilities/contacts/contact.actions.ts'
import type { NewContactGiven } from '../capabilities/contacts/contact.ts'
import type { CaseWork } from '../platform/work.ts'

export interface Agreement {
  name: string
  kind?: 'cm_engagement' | 'statutory_assignment' | 'representative_consent'
  language?: string
  interpreter?: string
  expiresOn?: string
  level: 1 | 2 | 3 | 4
  why: string
}

/** What 3.3 asks for before a case is active (H1 to H5), then the activation and the acuity level. */
export async function engage(
  work: CaseWork,
  { name, kind = 'cm_engagement', language = 'en', interpreter = '', expiresOn, level, why }: Agreement,
): Promise<void> {
  const common = {
    grantorName: name,
    signedOn: work.today,
    effectiveOn: work.today,
    language,
    interpreter,
    copyGivenOn: work.today,
    statementsVersion: '2026-1',
  }
  const consents: Partial<ConsentContent>[] = [
    {
      ...common,
      kind: 'role_disclosure',
      method: 'given',
      information: 'Who pays us, to whom our reports go, and that we may be asked to testify.',
    },
    {
      ...common,
      kind: 'rights_notice',
      method: 'given',
      information: 'Rights and responsibilities, privacy notice, how to complain.',
    },
    {
      ...common,
      kind,
      method: 'electronic',
      expiresOn: expiresOn ?? null,
      programId: work.programId,
      ...(kind === 'statutory_assignment' && {
        grantorCapacity: 'statute',
        authority: 'Assigned under the workers’ compensation act by the carrier.',
      }),
      ...(kind === 'representative_consent' && {
        grantorCapacity: 'representative',
        authority: 'Health-care power of attorney, copy on file.',
      }),
    },
  ]
  for (const consent of consents) await recordConsent(work, ConsentContent.parse(consent))
  await askSafeContact(work, { answer: 'no-restriction', instruction: '', codeWord: '', askedOf: 'client' })
  await activateCase(work, {})
  await setAcuity(work, { level, why })
}

type Told = Pick<NewContactGiven, 'kind' | 'mode'> & Partial<NewContactGiven>

/** A contact recorded and signed in one save; its time is the moment of the telling. */
export async function note(work: CaseWork, told: Told): Promise<void> {
  const usesNumber = ['phone', 'text', 'video'].includes(told.mode) && ['attempt', 'completed'].includes(told.kind)
  const number = usesNumber ? (await safeContactNow(work)).points.find(({ system }) => system === 'phone') : undefined
  await recordContact(work, {
    occurredAt: work.now,
    sign: true,
    nextStep: told.kind === 'attempt' ? '' : 'Go on as the plan says.',
    ...(number && { contactPointId: number.id }),
    ...told,
  })
}
