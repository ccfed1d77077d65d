// The plan over HTTP: its text, its versions and its reviews.
import { z } from 'zod'
import { change, put, read, write, type Route } from '../../platform/capability.ts'
import { CopyGiven, Proposal, Signature, SignOff } from './agreement.ts'
import { planHistory, planOf, planVersionOf, writePlanText } from './plan.actions.ts'
import { NarrativeChange } from './plan.ts'
import { concludePlanReview, reviewItem, reviewOf, startReview } from './review.actions.ts'
import { Conclusion, Reviewed } from './review.ts'
import { agreeToPlan, giveCopy, proposePlan, signOffPlan, signPlan } from './version.actions.ts'

const plan = '/cases/:caseId/plan'
const version = `${plan}/versions/:versionId` as const
const review = `${plan}/reviews/:reviewId` as const

export const planRoutes: Route[] = [
  read(plan, 'read-plan', planOf, { summary: 'The plan of a case: what the client wants, what is done, what is missing' }),
  change(plan, 'write-plan', NarrativeChange, writePlanText),
  read(`${plan}/versions`, 'read-plan', planHistory),
  write(`${plan}/versions`, 'write-plan', Proposal, proposePlan, { summary: 'Propose the plan to the client' }),
  read(version, 'read-plan', (work, _, { versionId }) => planVersionOf(work, versionId)),
  write(`${version}/agreement`, 'write-plan', Signature, (work, body, { versionId }) => agreeToPlan(work, versionId, body), { summary: 'Agree to the plan: signed, refused or verbal' }),
  write(`${version}/signature`, 'write-plan', Signature, (work, body, { versionId }) => signPlan(work, versionId, body), { summary: 'The signature a verbal agreement waits for' }),
  write(`${version}/sign-off`, 'sign-off', SignOff, (work, body, { versionId }) => signOffPlan(work, versionId, body)),
  write(`${version}/copies`, 'write-plan', CopyGiven, (work, body, { versionId }) => giveCopy(work, versionId, body)),
  write(`${plan}/reviews`, 'write-plan', z.unknown(), startReview),
  read(review, 'read-plan', (work, _, { reviewId }) => reviewOf(work, reviewId)),
  put(`${review}/items`, 'write-plan', Reviewed, (work, body, { reviewId }) => reviewItem(work, reviewId, body)),
  write(`${review}/conclusion`, 'write-plan', Conclusion, (work, body, { reviewId }) => concludePlanReview(work, reviewId, body)),
]
