// The words of every capability's events, for the card that says what happened.
import { storyLines as cases } from '../../cases/web/story.tsx'
import { storyLines as tasks } from '../../tasks/web/story.tsx'
import type { StoryEvent, StoryLine, StoryLines } from '../../../web/story.ts'

const lines: StoryLines = { ...cases, ...tasks }
export const lineOf = (event: StoryEvent): StoryLine => lines[event.type]?.(event) ?? { tone: 'plain', text: event.type.replace('.', ' ').replaceAll('-', ' ') }
