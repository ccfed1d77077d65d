// Cases over HTTP: one case, its steps, its team and transfers, and caseloads.
import { z } from 'zod'
import { read, write, type Route } from '../../platform/capability.ts'
import { NewAcuity } from './acuity.ts'
import * as act from './case.actions.ts'
import { Activation, Because, CaseForClient, CaseStatus, Closing, ClosingRequest, Death, FirstPrimary, NewMember, NewTransfer, NoEngagement, Suspension, TransferAnswer } from './case.ts'
import { missingForActivation } from './activation.ts'
import { phases } from './phase.ts'
import { readPlace } from './view.actions.ts'

const Caseload = z.object({
  status: z.union([CaseStatus, z.enum(['open', 'over'])]).optional(),
  program: z.uuid().optional(),
  acuity: z.coerce.number().int().min(1).max(4).optional(),
  phase: z.enum(phases).optional(),
  sort: z.enum(['due', 'name', 'acuity', 'opened']).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  after: z.string().max(600).refine((text) => readPlace(text) !== null, 'Start again from the top of the list.').optional(),
})
const one = '/cases/:caseId'

export const caseRoutes: Route[] = [
  read('/caseload', 'read-case', (work, query: z.infer<typeof Caseload>) => act.caseloadOf(work, work.staff.id, query), { query: Caseload, summary: 'My cases' }),
  read('/staff/:staffId/caseload', 'reassign', (work, query: z.infer<typeof Caseload>, { staffId }) => act.caseloadOf(work, staffId, query), { query: Caseload, summary: 'The cases of one person, as far as you may know them' }),
  read('/clients/:clientId/cases', 'read-case', act.casesOf),
  write('/clients/:clientId/cases', 'write-case', CaseForClient, (work, wanted) => act.openCase(work, { ...wanted, clientId: work.clientId }), { summary: 'Open a case for somebody the program itself identified' }),
  read(one, 'read-case', act.viewCase),
  read(`${one}/readiness`, 'read-case', async (work) => ({ missing: missingForActivation(await act.activationFacts(work), `/clients/${work.clientId}`) })),
  write(`${one}/activation`, 'write-case', Activation, act.activateCase),
  write(`${one}/no-engagement`, 'write-case', NoEngagement, act.endWithoutEngagement),
  write(`${one}/suspension`, 'write-case', Suspension, act.suspendCase),
  write(`${one}/resumption`, 'write-case', Because, act.resumeCase),
  write(`${one}/closing-request`, 'write-case', ClosingRequest, act.askForClosing),
  write(`${one}/closing`, 'write-case', Closing, act.beginClosing),
  write(`${one}/reopening`, 'write-case', Because, act.reopenCase),
  write(`${one}/successor`, 'write-case', CaseForClient, act.reEngage),
  write(`${one}/void`, 'write-case', Because, act.voidCase),
  write(`${one}/death`, 'write-case', Death, act.recordDeath),
  write(`${one}/acuity`, 'write-case', NewAcuity, act.setAcuity),
  write(`${one}/team`, 'write-case', NewMember, act.addMember),
  write(`${one}/team/:memberId/end`, 'write-case', Because, (work, because, { memberId }) => act.endMembership(work, because, memberId)),
  write(`${one}/primary`, 'write-case', FirstPrimary, act.namePrimary),
  write(`${one}/transfers`, 'write-case', NewTransfer, act.transferCase),
  write(`${one}/transfers/:transferId/acceptance`, 'write-case', TransferAnswer, (work, answer, { transferId }) => act.acceptTransfer(work, answer, transferId)),
  write(`${one}/transfers/:transferId/decline`, 'write-case', TransferAnswer, (work, answer, { transferId }) => act.declineTransfer(work, answer, transferId)),
  write(`${one}/transfers/:transferId/withdrawal`, 'write-case', TransferAnswer, (work, answer, { transferId }) => act.withdrawTransfer(work, answer, transferId)),
]
