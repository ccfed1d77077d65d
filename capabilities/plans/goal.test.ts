import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, end, Ending, finalAttainment, NewGoal, progress, Progress, type Goal } from './goal.ts'
import type { Level, Scale } from './scale.ts'

const today = '2026-06-26'
const scale: Scale = { id: 's', revision: 1, texts: ['a', 'b', 'c', 'd', 'e'], weight: 3, baseline: -1, baselineOn: '2026-02-20', baselineBy: 'client' }
const proposed: Goal = {
  ...NewGoal.parse({ clientWords: 'No dialysis', measure: 'A1c', targetDate: '2026-08-31', owner: { kind: 'client' }, isClientWish: true }),
  id: 'g', caseId: 'c', lifecycleStatus: 'proposed', achievementStatus: null, startedOn: null, endedOn: null, endedBecause: null,
  scale, level: null, scoredOn: null, version: 1,
}
const active = begin(proposed, '2026-03-02')
const at = (goal: Goal, level: Level, evidence = 'A1c 8.1') => progress(goal, Progress.parse({ level, evidence, scoredBy: 'client' }), today)

test('an agreed goal is active and in progress; life cycle and attainment are two fields', () => {
  assert.deepEqual([active.lifecycleStatus, active.achievementStatus, active.startedOn], ['active', 'in-progress', '2026-03-02'])
  assert.equal(begin(active, today), active)
})

test('INV-27 achieved is level 0 or better; below it the goal improves, stays or worsens', () => {
  assert.equal(at(active, 0).achievementStatus, 'achieved')
  assert.equal(at({ ...active, level: -2 }, -1).achievementStatus, 'improving')
  assert.equal(at(active, -1).achievementStatus, 'no-change')
  assert.equal(at(active, -2).achievementStatus, 'worsening')
  assert.equal(at(at(active, 0), 1).achievementStatus, 'sustaining')
  assert.throws(() => progress(active, { level: -1, achievement: 'achieved', evidence: 'x', scoredBy: 'client' }, today), { code: 'goal.level-short-of-achieved' })
})

test('INV-27 a level needs a scale with its baseline', () => {
  assert.throws(() => at({ ...active, scale: null }, 0), { code: 'goal.no-baseline' })
  assert.throws(() => at({ ...active, scale: { ...scale, baseline: null } }, 0), { code: 'goal.no-baseline' })
})

test('progress is recorded on goals that were agreed and have not ended, and an attainment shows evidence', () => {
  assert.throws(() => at(proposed, 0), { code: 'goal.not-active' })
  assert.throws(() => at(active, 0, ''), { code: 'goal.no-evidence' })
  assert.equal(Progress.safeParse({ evidence: 'nothing said about how it goes' }).success, false)
  assert.equal(progress(active, Progress.parse({ achievement: 'improving' }), today).level, null)
})

test('a goal ends with what shows it, once, and “achieved” agrees with its scale', () => {
  const ending = (attainment: Ending['attainment'], evidence = 'A1c 7.9 on 26 June') => ({ attainment, evidence })
  assert.throws(() => end(active, ending('achieved'), today), { code: 'goal.level-short-of-achieved' })
  assert.throws(() => end(active, ending('not-achieved', ''), today), { code: 'goal.no-evidence' })
  assert.throws(() => end(proposed, ending('achieved'), today), { code: 'goal.never-agreed' })
  const ended = end(at(active, 0), ending('achieved'), today)
  assert.deepEqual([ended.lifecycleStatus, ended.achievementStatus, ended.endedOn], ['completed', 'achieved', today])
  assert.throws(() => end(ended, ending('not-achieved'), today), { code: 'goal.already-ended' })
})

test('the final attainment can be read back from the two fields; a goal alive has none', () => {
  for (const attainment of ['achieved', 'partly-achieved', 'not-achieved', 'cancelled'] as const)
    assert.equal(finalAttainment(end({ ...active, level: 0 }, { attainment, evidence: 'x' }, today)), attainment)
  assert.equal(finalAttainment(active), null)
  assert.equal(finalAttainment(end(proposed, { attainment: 'cancelled', evidence: 'She changed her mind' }, today)), 'cancelled')
})

test('importance and confidence are 0 to 10', () => {
  assert.equal(NewGoal.safeParse({ clientWords: 'x', importance: 11 }).success, false)
  assert.equal(NewGoal.safeParse({ clientWords: 'x', confidence: 0 }).success, true)
})
