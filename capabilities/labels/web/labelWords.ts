// The words for labels and for who says that something needs one.
import { t } from '@lingui/core/macro'
import type { Label, labelSources } from '../label.ts'

export const labelWords = (label: Label): string =>
  ({
    'substance-use': t`Substance use`,
    'mental-health': t`Mental health`,
    hiv: t`HIV`,
    'domestic-violence': t`Domestic violence`,
    'minor-consented': t`Consented by a minor`,
    'legal-privilege': t`Legal privilege`,
  })[label]

export const sourceWords = (source: (typeof labelSources)[number]): string =>
  ({
    program: t`The program’s own rules`,
    client: t`The client asks for it`,
    clinician: t`A clinician says so`,
    law: t`The law says so`,
    document: t`A document says so`,
    error: t`The label before was a mistake`,
  })[source]
