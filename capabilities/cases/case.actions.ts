// The door to cases: every verb another capability may call, in the order of a case's life.
export { openCase, reEngage } from './opening.actions.ts'
export { activateCase, activationFacts, endWithoutEngagement, recordOutreachAttempt } from './engagement.actions.ts'
export { setAcuity } from './acuity.actions.ts'
export { addMember, endMembership, namePrimary } from './membership.actions.ts'
export { acceptTransfer, declineTransfer, transferCase, withdrawTransfer } from './transfer.actions.ts'
export { resumeCase, suspendCase } from './pause.actions.ts'
export { askForClosing, beginClosing, closeCase, leftOpen, recordDeath, reopenCase, voidCase } from './closing.actions.ts'
export { caseloadOf, casesOf, viewCase } from './view.actions.ts'
