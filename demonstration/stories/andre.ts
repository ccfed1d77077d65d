// SC-04: Andre “Dre” Coleman, met at the river, who wants a door that locks.
import { screen } from '../assessing.ts'
import { assessComprehensively } from '../assessing.ts'
import { engage, note } from '../engaging.ts'
import { by, planTogether } from '../planning.ts'
import { raiseBarrier } from '../../capabilities/plans/barrier.actions.ts'
import { settleNeed, writeDownNeed, confirmNeed } from '../../capabilities/plans/need.actions.ts'
import { receiveAndAccept } from '../receiving.ts'
import type { Telling } from '../telling.ts'

export async function tellOfAndre(telling: Telling): Promise<void> {
  const { caseId } = await receiveAndAccept(
    telling,
    {
      given: 'Andre',
      family: 'Coleman',
      preferred: 'Dre',
      born: '1989-06-12',
      pronouns: 'he/him',
      phone: '(910) 555-0164',
      programId: telling.programs.communitySupport,
      source: { kind: 'community-agency', organization: 'River outreach team', person: 'Night shift' },
      urgency: 'urgent-safety',
      danger: 'no-shelter-tonight',
      reason: 'Unsheltered near the river; known to outreach as “Blue Cap”',
      asked: 'Outreach and housing',
    },
    'nia',
    48,
  )
  const on = <T>(daysAgo: number, clock: string, act: Parameters<typeof telling.onCase<T>>[4]) =>
    telling.onCase('nia', daysAgo, clock, caseId, act)
  await on(47, '08:30', (work) =>
    note(work, {
      kind: 'completed',
      mode: 'community',
      durationMinutes: 40,
      purpose: 'engagement',
      narrative: 'Met him under the bridge with coffee. He talks about the voices and about a key of his own.',
      nextStep: 'Come back tomorrow at the same place.',
    }),
  )
  await on(45, '09:00', (work) =>
    engage(work, { name: 'Andre Coleman', level: 4, why: 'Unsheltered tonight.', expiresOn: telling.day(-6) }),
  )
  await on(45, '09:40', (work) => screen(work, 'selfSufficiency', [1, 2, 1, 1, 2, 2, 4, 3, 3, 2, 3, 3], { mode: 'face-to-face' }))
  await on(40, '10:00', (work) =>
    assessComprehensively(work, {
      housing: {
        limitations: ['506 nights without a home in three years, four times'],
        conclusion: 'Chronically homeless, documented.',
      },
      'behavioral-health': {
        limitations: ['Schizophrenia, no medicine for four months'],
        conclusion: 'Wants “voices quieter”; a clinic that takes walk-ins.',
      },
      'legal-immigration': { limitations: ['No identity document'], conclusion: 'Replacement needed before housing papers.' },
      'strengths-goals': { strengths: ['Keeps every promise about meeting places'], conclusion: 'Knows what he wants.' },
    }),
  )
  const goalIds = await on(38, '10:15', (work) =>
    planTogether(work, {
      strengths: 'Keeps his word; knows the city.',
      importantTo: 'A door that locks.',
      backup: 'The day shelter desk passes messages.',
      agreedBy: { name: 'Andre Coleman', kind: 'verbal', expiresOn: telling.day(12) },
      goals: [
        {
          words: 'A door that locks',
          statement: 'A lease in supportive housing',
          need: 'No home',
          domain: 'housing',
          measure: 'Nights indoors in a week',
          targetDate: telling.day(-90),
          weight: 2,
          steps: [
            { what: 'Bring him to coordinated entry', who: by.us },
            { what: 'Keep his place on the list', who: by.provider('Coordinated entry') },
            { what: 'Replace the identity card', who: by.client },
          ],
        },
        {
          words: 'Voices quieter',
          statement: 'Seen at a clinic of his choice',
          need: 'Untreated voices',
          domain: 'behavioral-health',
          measure: 'Days in a week he calls good',
          targetDate: telling.day(-45),
          steps: [{ what: 'Walk-in visit', who: by.provider('Clinic B') }],
        },
      ],
    }),
  )
  await on(30, '11:30', async (work) => {
    const need = await writeDownNeed(work, {
      clientWords: 'Somewhere to keep my things',
      statement: 'Safe storage',
      domain: 'housing',
      codes: [],
      source: 'client',
      evidence: '',
      assessmentId: null,
      clientRank: 3,
      safetyRank: null,
    })
    await confirmNeed(work, need.id, { by: 'client', clientWords: '' })
    await settleNeed(work, need.id, { disposition: 'no_service_available', reason: 'The storage program has closed its list.' })
  })
  await on(24, '09:10', (work) =>
    raiseBarrier(work, {
      statement: 'Clinic A has no capacity',
      type: 'provider',
      owner: by.provider('Clinic A'),
      goalIds: goalIds.slice(1),
    }),
  )
  for (const daysAgo of [33, 26, 19, 11])
    await on(daysAgo, '08:40', (work) =>
      note(work, {
        kind: 'completed',
        mode: 'community',
        durationMinutes: 30,
        goalIds,
        narrative: 'Met at the usual place. Cold nights; took socks and a bus pass. Asks about the list.',
        nextStep: 'Same place next week.',
      }),
    )
  await on(4, '08:40', (work) =>
    note(work, { kind: 'attempt', mode: 'community', attemptResult: 'not-home', durationMinutes: 20 }),
  )
}
