// SC-05: Jenna Kowalski, who decides who may know, and takes one permission back.
import { nameSupport } from '../../capabilities/clients/circle.actions.ts'
import { NewSupportMember } from '../../capabilities/clients/support.ts'
import { recordConsent, revokeConsent } from '../../capabilities/consents/consent.actions.ts'
import { ConsentContent } from '../../capabilities/consents/consent.ts'
import { assessComprehensively, screen } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether, signOffAgreed } from '../planning.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

const statements = { statesRightToRevoke: true, statesConditioning: true, statesRedisclosure: true, statementsVersion: '2026-1' }

export async function tellOfJenna(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Jenna',
      family: 'Kowalski',
      born: '1997-08-21',
      pronouns: 'she/her',
      phone: '(910) 555-0171',
      street: '9 Birch Court',
      programId: telling.programs.communitySupport,
      source: { kind: 'self' },
      reason: 'Wants to keep her son with her and her recovery on track',
      asked: 'Support with family court and daily life',
    },
    'tom',
    80,
    'self-requested',
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('tom', daysAgo, clock, caseId, act)
  await on(79, '13:00', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'office',
      durationMinutes: 50,
      purpose: 'engagement',
      narrative: 'She came with Owen. We talked first about who may know what.',
      nextStep: 'Consents today, assessment next week.',
    }),
  )
  await on(79, '14:00', (work) =>
    engage(work, { name: 'Jenna Kowalski', level: 3, why: 'Recovery, custody, housing.', expiresOn: telling.day(-5) }),
  )
  const authorization =
    (recipients: string[], information: string, expiresOn: string) =>
    (work: Parameters<Parameters<typeof telling.onCase>[4]>[0]) =>
      recordConsent(
        work,
        ConsentContent.parse({
          kind: 'hipaa_authorization',
          grantorName: 'Jenna Kowalski',
          discloser: 'Harborview Case Management',
          recipients,
          information,
          purposes: ['Coordinating her care, at her request'],
          signedOn: work.today,
          effectiveOn: work.today,
          method: 'electronic',
          language: 'en',
          copyGivenOn: work.today,
          expiresOn,
          ...statements,
        }),
      )
  const forDoctor = await on(
    79,
    '14:10',
    authorization(['Dr. Alder, primary care'], 'Progress letters about her care plan', telling.day(-200)),
  )
  await on(79, '14:15', authorization(['Kate Kowalski, sister'], 'Appointments only', telling.day(-100)))
  await on(79, '14:30', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Kate Kowalski',
        relationship: 'sibling',
        phone: '(910) 555-0172',
        mayDiscuss: ['appointments'],
        permissionBasis: 'Authorization signed today: appointments only.',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  await on(72, '10:00', (work) => screen(work, 'gad7', [1, 2, 1, 1, 0, 2, 1], { mode: 'face-to-face' }))
  await on(72, '10:30', (work) =>
    assessComprehensively(work, {
      'family-caregiver': { strengths: ['Owen, four, is thriving'], conclusion: 'Custody hearing ahead; wants a calm home.' },
      housing: { limitations: ['Lease ends this winter'], conclusion: 'Needs a new lease before the hearing.' },
      'strengths-goals': {
        strengths: ['“My boy with me, and mornings that start quietly”'],
        conclusion: 'Her own plan, in her own words.',
      },
    }),
  )
  const goalIds = await on(66, '10:15', (work) =>
    planTogether(work, {
      strengths: 'Twelve weeks of kept appointments.',
      importantTo: 'Owen.',
      backup: 'Kate, then the warm line.',
      agreedBy: { name: 'Jenna Kowalski' },
      goals: [
        {
          words: 'My boy with me, and mornings that start quietly',
          statement: 'A two-room lease before the hearing',
          need: 'Stable home for herself and Owen',
          domain: 'housing',
          measure: 'Lease signed; mornings she calls quiet',
          targetDate: telling.day(-40),
          steps: [
            { what: 'Apply at three landlords', who: by.client },
            { what: 'Letter to the court about the plan', who: by.us, due: telling.day(30) },
            { what: 'Babysits on hearing days', who: by.support('Kate Kowalski') },
          ],
        },
      ],
    }),
  )
  await telling.onCase('grace', 64, '16:00', caseId, signOffAgreed)
  await on(52, '15:20', (work) =>
    note(work, {
      kind: 'collateral',
      mode: 'phone',
      direction: 'incoming',
      durationMinutes: 10,
      participants: [{ role: 'support', name: 'Kate Kowalski' }],
      goalIds,
      narrative: 'Kate asked about test results. Told her what I may talk about with her: appointments. She understood.',
      nextStep: 'Tell Jenna that her sister called.',
    }),
  )
  await on(20, '09:12', (work) =>
    revokeConsent(
      work,
      { at: null, method: 'electronic', byWhom: 'Jenna Kowalski', relianceNote: 'One letter went to Dr. Alder before today.' },
      forDoctor.id,
    ),
  )
  for (const daysAgo of [38, 19, 7])
    await on(daysAgo, '14:00', (work) =>
      note(work, {
        kind: 'completed',
        mode: 'office',
        durationMinutes: 40,
        goalIds,
        narrative: 'Two viewings this week. Owen likes the one with the tree.',
        nextStep: 'Next visit in two weeks.',
      }),
    )
}
