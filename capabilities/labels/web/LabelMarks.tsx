// A quiet mark in words: this has special protection. Whoever is not cleared never receives the row, and so never sees the mark.
import { t } from '@lingui/core/macro'
import { Chip } from '../../../web/design/Chip.tsx'
import type { Label } from '../label.ts'
import { labelWords } from './labelWords.ts'

export function LabelMarks({ labels }: { labels: readonly Label[] }) {
  return labels.map((label) => <Chip key={label} title={t`Special protection: only colleagues who are cleared for it can see this.`}>{labelWords(label)}</Chip>)
}
