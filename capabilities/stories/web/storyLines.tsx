// How every event is told: each capability brings the words for its own (web/story.tsx); an event nobody has words for yet is still shown.
import type { StoryEvent, StoryLine, StoryLines } from '../../../web/story.ts'

const found = import.meta.glob<{ storyLines: StoryLines }>('../../*/web/story.tsx', { eager: true })
const lines: StoryLines = Object.assign({}, ...Object.values(found).map(({ storyLines }) => storyLines))

export const toldTypes = Object.keys(lines)

export function tell(event: StoryEvent): StoryLine {
  const line = lines[event.type]
  return line ? line(event) : { tone: 'plain', text: <b>{plainWords(event.type)}</b> }
}

/** "safety-answer.given" → "Safety answer given". */
export function plainWords(type: string): string {
  const words = type.replaceAll(/[.-]/g, ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
