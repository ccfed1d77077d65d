// SC-09: a client whose record only her own team knows to exist, who may be called from ten to two and never gets voicemail.
import { addMember } from '../../capabilities/cases/case.actions.ts'
import { askSafeContact, setConfidentialityOf } from '../../capabilities/clients/safety.actions.ts'
import { engage, note } from '../engaging.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

export async function tellOfSealed(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Robin',
      family: 'Quietwater',
      born: '1992-04-04',
      pronouns: 'she/her',
      phone: '(910) 555-0190',
      programId: telling.programs.communitySupport,
      safe: 'required',
      safeNote: 'Weekdays 10:00 to 14:00 only, code word, never voicemail',
      source: { kind: 'community-agency', organization: 'Safe harbor hotline', person: 'Advocate' },
      reason: 'Needs a safe place for herself and two children',
      asked: 'Safety and benefits',
    },
    'nia',
    18,
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('nia', daysAgo, clock, caseId, act)
  await on(17, '10:30', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'office',
      durationMinutes: 60,
      purpose: 'safety',
      narrative: 'She came in person. Safety talked through first; nothing is sent to her home.',
      nextStep: 'Meet again at the office.',
    }),
  )
  await on(17, '11:20', (work) =>
    engage(work, { name: 'Robin Quietwater', level: 4, why: 'Active safety risk.', expiresOn: telling.day(-170) }),
  )
  await on(17, '11:30', (work) =>
    askSafeContact(work, {
      answer: 'required',
      instruction: 'Weekdays 10:00 to 14:00, ask for the library',
      codeWord: 'lighthouse',
      askedOf: 'client',
    }),
  )
  await on(17, '11:35', (work) =>
    addMember(work, { staffId: telling.staff.grace, role: 'supervisor', reason: 'Supervises the safety work.', until: null }),
  )
  await telling.onCase('grace', 17, '11:40', caseId, (work) =>
    setConfidentialityOf(work, { level: 'sealed', reason: 'Her safety: the person she fears knows people in partner agencies.' }),
  )
  await on(6, '10:40', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'office',
      durationMinutes: 50,
      purpose: 'safety',
      narrative: 'Substitute address applied for. The children start school on Monday.',
      nextStep: 'Meet next week at the office.',
    }),
  )
}
