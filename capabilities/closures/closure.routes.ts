// The HTTP surface of closing: the page, the summary, its signatures, the last step, the PDF.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { closurePage, completeClosing, returnSummary, signOffSummary, signSummary, writeSummary } from './closure.actions.ts'
import { Return, SignOff, SummaryChange } from './closure.ts'
import { Print, printSummary } from './print.actions.ts'

const closure = '/cases/:caseId/closure'
const Nothing = z.object({}).optional()

export const closureRoutes: Route[] = [
  read(closure, 'read-closure', closurePage, { summary: 'Where the closing stands, what is missing, the summary' }),
  change(closure, 'write-closure', SummaryChange, writeSummary, { summary: 'Keep what was written so far; version 0 begins' }),
  write(`${closure}/signature`, 'write-closure', Nothing, signSummary),
  write(`${closure}/return`, 'sign-off', Return, returnSummary),
  write(`${closure}/sign-off`, 'sign-off', SignOff, signOffSummary),
  write(`${closure}/completion`, 'write-closure', Nothing, completeClosing, { summary: 'Close the case' }),
  read(`${closure}/pdf`, 'read-closure', printSummary, { query: Print, summary: 'The summary as a tagged PDF' }),
]
