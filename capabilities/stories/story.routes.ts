// HTTP for the chart, the story and who looked.
import { z } from 'zod'
import { read, type Route } from '../../platform/capability.ts'
import { chartOf } from './chart.actions.ts'
import { storyOf, whoLooked } from './story.actions.ts'
import { StoryQuery } from './story.ts'

const one = '/clients/:clientId'

export const storyRoutes: Route[] = [
  read(`${one}/chart`, 'read-clients', (work, { case: wanted }) => chartOf(work, wanted), { query: z.object({ case: z.uuid().optional() }), summary: 'Everything the client’s page opens with' }),
  read(`${one}/story`, 'read-clients', storyOf, { query: StoryQuery, summary: 'The story, newest first, filtered' }),
  read(`${one}/looks`, 'read-clients', whoLooked, { summary: 'Who opened or changed this record, per person and day' }),
]
