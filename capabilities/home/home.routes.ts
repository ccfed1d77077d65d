// The one list of Home that neither tasks nor cases give.
import { read, type Route } from '../../platform/capability.ts'
import { instantAt } from '../../platform/time/zone.ts'
import { saw } from '../../platform/work.ts'
import { sinceYouLeft } from './home.store.ts'

export const homeRoutes: Route[] = [
  read('/home/since', 'read-case', async (work) => {
    const found = await sinceYouLeft(work.tx, work.staff.id, instantAt(work.today, '00:00', work.zone))
    saw(work, found.items.map((item) => item.clientId))
    return found
  }, { summary: 'What others did on my cases since I left' }),
]
