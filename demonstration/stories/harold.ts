// SC-03: Harold Whitfield, who wants to stay in his garden, and Ruth, his wife, a client of her own as his caregiver.
import { nameSupport } from '../../capabilities/clients/circle.actions.ts'
import { NewSupportMember } from '../../capabilities/clients/support.ts'
import { assessComprehensively } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether, signOffAgreed } from '../planning.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

export async function tellOfHarold(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Harold',
      family: 'Whitfield',
      born: '1942-03-09',
      pronouns: 'he/him',
      phone: '(910) 555-0152',
      street: '31 Orchard Way',
      programId: telling.programs.communitySupport,
      source: { kind: 'family', person: 'Ruth Whitfield' },
      reason: 'Moderate dementia; wife is caregiver about 60 hours a week',
      asked: 'Long-term support at home',
      scope: { funding: 'medicaid' },
    },
    'nia',
    62,
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('nia', daysAgo, clock, caseId, act)
  await on(61, '10:00', (work) =>
    note(work, {
      kind: 'collateral',
      mode: 'phone',
      durationMinutes: 30,
      purpose: 'engagement',
      participants: [{ role: 'support', name: 'Ruth Whitfield' }],
      narrative:
        'Ruth, who holds the power of attorney, told me how their days go. Harold wants to be asked himself; visit agreed.',
      nextStep: 'Visit both at home.',
    }),
  )
  await on(58, '10:30', (work) =>
    engage(work, {
      name: 'Ruth Whitfield',
      kind: 'representative_consent',
      level: 3,
      why: 'Cognition, function, caregiver strain.',
      expiresOn: telling.day(-29),
    }),
  )
  await on(58, '11:00', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'home',
      durationMinutes: 90,
      travelMinutes: 40,
      distanceTenthsMile: 180,
      purpose: 'assessment',
      narrative: 'Harold and Ruth together, then Ruth alone. He showed me the roses.',
      nextStep: 'Plan with both next week.',
    }),
  )
  await on(57, '09:30', (work) =>
    assessComprehensively(work, {
      cognition: {
        limitations: ['Gets lost on the way to the mailbox'],
        conclusion: 'Moderate dementia; knows people and places he loves.',
      },
      function: { limitations: ['Three of six basic activities with help'], conclusion: 'Needs help washing and dressing.' },
      'family-caregiver': {
        strengths: ['Ruth, daughter Anna within 60 minutes'],
        limitations: ['Ruth sleeps badly, back pain'],
        conclusion: 'Ruth needs respite; see her own case.',
      },
      'strengths-goals': { strengths: ['“Keep me in my garden”'], conclusion: 'He says it himself, every time.' },
    }),
  )
  const goalIds = await on(50, '13:00', (work) =>
    planTogether(work, {
      strengths: 'The garden; a marriage of sixty years.',
      importantTo: 'His garden and Ruth.',
      backup: 'Anna within 60 minutes, then the agency on call.',
      agreedBy: { name: 'Ruth Whitfield', by: 'representative' },
      goals: [
        {
          words: 'Keep me in my garden',
          statement: 'Lives at home, in the garden every dry day',
          need: 'Support at home with dementia',
          domain: 'function',
          measure: 'Days in the garden in a week',
          targetDate: telling.day(-120),
          steps: [
            { what: 'Personal care, mornings', who: by.provider('Kind Hands Home Care') },
            { what: 'Adult day on Tuesdays and Thursdays', who: by.provider('Elm Street Day Center') },
            { what: 'Sundays with her father', who: by.support('Anna Whitfield') },
            { what: 'Ask for respite hours', who: by.us, due: telling.day(20) },
          ],
        },
      ],
    }),
  )
  await telling.onCase('grace', 48, '16:00', caseId, signOffAgreed)
  await on(50, '13:40', (work) =>
    nameSupport(
      work,
      NewSupportMember.parse({
        name: 'Ruth Whitfield',
        relationship: 'spouse',
        caregivingHoursWeekly: 60,
        authority: 'health-care-poa',
        authorityDocument: 'Durable power of attorney, copy on file',
        mayDiscuss: ['everything'],
        permissionBasis: 'Power of attorney on file.',
        fromOn: null,
        untilOn: null,
      }),
    ),
  )
  for (const daysAgo of [36, 22, 6])
    await on(daysAgo, '11:20', (work) =>
      note(work, {
        kind: 'completed',
        mode: 'home',
        durationMinutes: 45,
        travelMinutes: 40,
        distanceTenthsMile: 180,
        goalIds,
        narrative: 'Six dry days, six days outside. He has planted beans.',
        nextStep: 'Visit again in two weeks.',
      }),
    )
}

export async function tellOfRuth(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Ruth',
      family: 'Whitfield',
      born: '1945-10-02',
      pronouns: 'she/her',
      phone: '(910) 555-0153',
      street: '31 Orchard Way',
      programId: telling.programs.communitySupport,
      source: { kind: 'self' },
      reason: 'Cares for her husband about 60 hours a week; sleeps badly',
      asked: 'Caregiver support',
    },
    'nia',
    33,
    'self-requested',
  )
  await telling.onCase('nia', 31, '15:00', caseId, (work) =>
    note(work, {
      kind: 'completed',
      mode: 'phone',
      durationMinutes: 35,
      purpose: 'engagement',
      narrative: 'Ruth speaks for herself today: she is tired, and proud of how they manage.',
      nextStep: 'Assessment of her own.',
    }),
  )
  await telling.onCase('nia', 31, '15:40', caseId, (work) =>
    engage(work, { name: 'Ruth Whitfield', level: 2, why: 'Caregiver strain, own pain.', expiresOn: telling.day(-330) }),
  )
}
