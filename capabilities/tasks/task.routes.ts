// Tasks over HTTP: my worklist, what waits on others, the tasks of a case, and what may become of one.
import { z } from 'zod'
import { read, write, type Route } from '../../platform/capability.ts'
import { saw, type Work } from '../../platform/work.ts'
import { addTask, endedTasksOf, exceptTask, finishTask, openTasksOf, passTask, reopenTask, snoozeTask } from './task.actions.ts'
import { Assignee, Exception, NewTask, Snooze } from './task.ts'
import { readPlace, waitingOnOthers, worklist, worklistCounts } from './worklist.store.ts'

const After = z.object({ after: z.string().max(200).refine((text) => readPlace(text) !== null, 'Start again from the top of the list.').optional() })
const Nothing = z.object({}).optional()

/** What needs me: mine and my roles', by harm of delay, with the counts of the headline, in one round trip. */
async function myWorklist(work: Work, { after }: z.infer<typeof After>) {
  const { tx, staff, today } = work
  const who = { staffId: staff.id, roles: staff.roles, today }
  const [page, counts] = await Promise.all([worklist(tx, { ...who, after: after ? readPlace(after) : null }), worklistCounts(tx, who)])
  saw(work, page.items.flatMap((item) => item.clientId ?? []))
  return { ...page, counts, today }
}

async function waiting(work: Work) {
  const items = await waitingOnOthers(work.tx, work.staff.id, work.today)
  saw(work, items.flatMap((item) => item.clientId ?? []))
  return { items }
}

export const taskRoutes: Route[] = [
  read('/tasks/mine', 'read-tasks', myWorklist, { query: After, summary: 'What needs me, by harm of delay' }),
  read('/tasks/waiting', 'read-tasks', waiting, { summary: 'What I asked of others' }),
  read('/cases/:caseId/tasks', 'read-tasks', openTasksOf),
  read('/cases/:caseId/tasks/ended', 'read-tasks', endedTasksOf),
  write('/tasks', 'write-tasks', NewTask, addTask),
  write('/tasks/:taskId/completion', 'write-tasks', Nothing, (work, _, { taskId }) => finishTask(work, taskId)),
  write('/tasks/:taskId/reopening', 'write-tasks', Nothing, (work, _, { taskId }) => reopenTask(work, taskId)),
  write('/tasks/:taskId/snooze', 'write-tasks', Snooze, (work, snooze, { taskId }) => snoozeTask(work, snooze, taskId)),
  write('/tasks/:taskId/exception', 'write-tasks', Exception, (work, exception, { taskId }) => exceptTask(work, exception, taskId)),
  write('/tasks/:taskId/assignee', 'write-tasks', Assignee, (work, to, { taskId }) => passTask(work, to, taskId)),
]
