// Planning with a client, as the demonstration does it: needs confirmed, goals in the client's words, steps with one accountable party, agreement.
import { describeLevels, recordGoalProgress, setGoal, setGoalBaseline } from '../capabilities/plans/goal.actions.ts'
import { confirmNeed, writeDownNeed } from '../capabilities/plans/need.actions.ts'
import type { Party } from '../capabilities/plans/party.ts'
import { planHistory, writePlanText } from '../capabilities/plans/plan.actions.ts'
import type { LevelTexts } from '../capabilities/plans/scale.ts'
import { planIntervention } from '../capabilities/plans/step.actions.ts'
import { agreeToPlan, giveCopy, proposePlan, signOffPlan } from '../capabilities/plans/version.actions.ts'
import type { CaseWork } from '../platform/work.ts'

export interface WantedGoal {
  words: string
  statement: string
  need: string
  domain: string
  measure: string
  targetDate: string
  weight?: number
  /** From −2 to +2, in the words agreed. */
  levels?: LevelTexts
  steps: { what: string; who: Party; due?: string }[]
}
export interface WantedPlan {
  goals: WantedGoal[]
  strengths: string
  importantTo: string
  backup: string
  language?: string
  interpreter?: string
  agreedBy: {
    name: string
    by?: 'client' | 'representative'
    kind?: 'signed' | 'refused' | 'verbal'
    reason?: string
    expiresOn?: string
  }
}

/** One line for each kind of party; a case manager is whoever writes. */
export const by = {
  us: { kind: 'case-manager', staffId: null, name: null },
  client: { kind: 'client', staffId: null, name: null },
  support: (name: string): Party => ({ kind: 'support', staffId: null, name }),
  provider: (name: string): Party => ({ kind: 'provider', staffId: null, name }),
  payer: (name: string): Party => ({ kind: 'payer', staffId: null, name }),
  employer: (name: string): Party => ({ kind: 'employer', staffId: null, name }),
} as const satisfies Record<string, Party | ((name: string) => Party)>

const usualLevels = (measure: string): LevelTexts => [
  `${measure}: harder than at the start`,
  `${measure}: as at the start`,
  `${measure}: as we hoped`,
  `${measure}: more than we hoped`,
  `${measure}: far more than we hoped`,
]

/** Writes the plan with its needs, goals and steps, and has it agreed on the same day. Answers the goals' ids in their order. */
export async function planTogether(work: CaseWork, wanted: WantedPlan): Promise<string[]> {
  const goalIds: string[] = []
  for (const [index, goal] of wanted.goals.entries()) goalIds.push(await planGoal(work, goal, index + 1))
  await writePlanText(work, {
    importantTo: wanted.importantTo,
    strengths: wanted.strengths,
    backup: wanted.backup,
    participation: 'took-part',
    participants: wanted.agreedBy.name,
    choices: 'Options and where they are offered were talked through; the client chose.',
    risks: 'Talked over; see the steps.',
    importantFor: 'Staying well and safe at home.',
  })
  const proposed = await proposePlan(work, { language: wanted.language ?? 'en' })
  const { name, by: signer = 'client', kind = 'signed', reason = '', expiresOn = null } = wanted.agreedBy
  await agreeToPlan(work, proposed.id, {
    kind,
    by: signer,
    name,
    method: 'on-screen',
    language: wanted.language ?? 'en',
    interpreter: wanted.interpreter ?? '',
    reason,
    expiresOn,
  })
  if (kind === 'signed') await giveCopy(work, proposed.id, { to: name, language: wanted.language ?? 'en', method: 'handed-over' })
  return goalIds
}

async function planGoal(work: CaseWork, goal: WantedGoal, rank: number): Promise<string> {
  const need = await writeDownNeed(work, {
    clientWords: '',
    statement: goal.need,
    domain: goal.domain,
    codes: [],
    source: 'assessment',
    evidence: 'Comprehensive assessment',
    assessmentId: null,
    clientRank: rank,
    safetyRank: null,
  })
  await confirmNeed(work, need.id, { by: 'client', clientWords: '' })
  const { id } = await setGoal(work, {
    clientWords: goal.words,
    statement: goal.statement,
    domain: goal.domain,
    measure: goal.measure,
    measureDeclinedReason: '',
    baselineText: '',
    targetText: goal.statement,
    targetDate: goal.targetDate,
    horizon: 'short',
    importance: 9,
    confidence: 6,
    owner: by.client,
    needIds: [need.id],
    isClientWish: false,
  })
  await describeLevels(work, id, { texts: goal.levels ?? usualLevels(goal.measure), weight: goal.weight ?? 1 })
  await setGoalBaseline(work, id, { level: -1, scoredBy: 'practitioner' })
  for (const step of goal.steps)
    await planIntervention(work, {
      goalId: id,
      description: step.what,
      accountable: step.who,
      assisting: [],
      due: step.due ?? null,
      frequency: '',
    })
  return id
}

/** How far each goal came, in the order of the goals; null leaves one as it is. */
export async function scoreGoals(
  work: CaseWork,
  goalIds: string[],
  levels: (-2 | -1 | 0 | 1 | 2 | null)[],
  evidence: string,
): Promise<void> {
  for (const [index, level] of levels.entries()) {
    const goalId = goalIds[index]
    if (level !== null && goalId)
      await recordGoalProgress(work, { goalId, level, achievement: null, evidence, scoredBy: 'practitioner' })
  }
}

/** The supervisor's word on the plan in force, asked for at acuity 3 and 4. */
export async function signOffAgreed(work: CaseWork): Promise<void> {
  const active = (await planHistory(work)).versions.find(({ status }) => status === 'active')
  if (active) await signOffPlan(work, active.id, { decision: 'approved', comment: '' })
}
