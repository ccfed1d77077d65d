// The fixed words of the printed summary, in the languages of the catalogs. The person's own words are printed as written.
export const letterLanguages = ['en', 'es'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

const en = {
  title: 'Closing summary', draft: 'Draft. Not signed yet.', for: 'For', born: 'Born', program: 'Program', case: 'Case', from: 'We worked together from', until: 'until',
  caseManager: 'Case manager', why: 'Why we are closing', agreement: 'What you say about it', told: 'You were told on', notTold: 'You could not be told', whatWeDid: 'What we did and what changed',
  goals: 'Your goals', goal: 'Goal', ended: 'How it ended', shows: 'What shows it', scale: 'Scale, from and to', attainment: 'Goal attainment (T-score)', noGoals: 'There were no goals.',
  measures: 'Measures', measure: 'Measure', first: 'First', last: 'Last', services: 'Services that continue', service: 'Service', who: 'Who', contact: 'How to reach them', note: 'Note', noServices: 'No service continues.',
  unmet: 'What is still needed', need: 'Need', whyNot: 'Why it is not met', whatNow: 'What you can do', noUnmet: 'Nothing that we agreed on is left open.',
  yourself: 'What you do yourself', signs: 'Warning signs, and whom to call', aftercare: 'How it goes on', back: 'How to come back', check: 'We will ask how you are on', where: 'Where you are now', signatures: 'Signatures', signedBy: 'Written and signed by', signedOffBy: 'Reviewed and signed off by', on: 'on', waiting: 'waiting',
  complaint: 'If you do not agree', confidential: 'Confidential. This summary is for the person it is about, and for those who are allowed to have it. Do not pass it on without their permission.',
}
export type LetterWords = Record<keyof typeof en, string>

const es: LetterWords = {
  title: 'Resumen de cierre', draft: 'Borrador. Aún sin firmar.', for: 'Para', born: 'Fecha de nacimiento', program: 'Programa', case: 'Caso', from: 'Trabajamos juntos desde el', until: 'hasta el',
  caseManager: 'Gestor de caso', why: 'Por qué cerramos', agreement: 'Lo que usted dice', told: 'Se le avisó el', notTold: 'No fue posible avisarle', whatWeDid: 'Lo que hicimos y lo que cambió',
  goals: 'Sus metas', goal: 'Meta', ended: 'Cómo terminó', shows: 'Qué lo demuestra', scale: 'Escala, de y a', attainment: 'Logro de metas (puntaje T)', noGoals: 'No hubo metas.',
  measures: 'Medidas', measure: 'Medida', first: 'Primera', last: 'Última', services: 'Servicios que continúan', service: 'Servicio', who: 'Quién', contact: 'Cómo comunicarse', note: 'Nota', noServices: 'Ningún servicio continúa.',
  unmet: 'Lo que aún hace falta', need: 'Necesidad', whyNot: 'Por qué no se cubrió', whatNow: 'Qué puede hacer', noUnmet: 'No queda pendiente nada de lo acordado.',
  yourself: 'Lo que usted hace por su cuenta', signs: 'Señales de alerta y a quién llamar', aftercare: 'Cómo sigue', back: 'Cómo volver', check: 'Le preguntaremos cómo está el', where: 'Dónde está usted ahora', signatures: 'Firmas', signedBy: 'Escrito y firmado por', signedOffBy: 'Revisado y aprobado por', on: 'el', waiting: 'en espera',
  complaint: 'Si no está de acuerdo', confidential: 'Confidencial. Este resumen es para la persona de quien trata y para quienes tienen permiso de tenerlo. No lo comparta sin su permiso.',
}
export const letterWords: Record<LetterLanguage, LetterWords> = { en, es }

/** Codes of the record in plain words: reasons of closing, ends of goals, where the person is, what they say. */
export const codeWords: Record<LetterLanguage, Record<string, string>> = {
  en: {
    goals_achieved: 'The goals were reached', maximum_benefit_reached: 'There is no more we can add', mmi_reached: 'Recovery is as complete as it will be (maximum medical improvement)', returned_to_work: 'Back at work',
    self_managing: 'You manage on your own', transferred_to_comparable_program: 'Another program like ours takes over', moved_to_other_level_of_care: 'You moved to another level of care',
    client_request: 'You asked for it', client_declined_further: 'You did not want more', relocated: 'You moved away', lost_to_contact: 'We could not reach you any more',
    benefit_exhausted: 'The benefit is used up', ineligible: 'You no longer qualify for the program', payer_withdrew_authorization: 'The payer ended its approval', claim_settled_or_denied: 'The claim was settled or denied', court_or_board_order: 'A court or board ordered it',
    safety_of_staff: 'The safety of our staff', conflict_of_interest: 'A conflict of interest', no_progress_after_conference: 'No progress after we met about it', program_ended: 'The program ended',
    deceased: 'Death', incarcerated_long_term: 'A long stay in prison', institutionalised_long_term: 'A long stay in a facility', opened_in_error: 'The case was opened in error',
    achieved: 'Reached', 'partly-achieved': 'Partly reached', 'not-achieved': 'Not reached', cancelled: 'Set aside',
    agrees: 'You agree.', disagrees: 'You do not agree.', not_known: 'We do not know what you think.',
    'home-on-their-own': 'At home, on your own', 'home-with-services': 'At home, with services', 'another-program': 'In another program', 'another-agency': 'With another agency', facility: 'In a facility',
    'moved-away': 'Moved away', 'not-known': 'Not known', 'entered-in-error': 'The case was opened in error',
  },
  es: {
    goals_achieved: 'Se lograron las metas', maximum_benefit_reached: 'Ya no podemos aportar más', mmi_reached: 'La recuperación llegó a su máximo (mejoría médica máxima)', returned_to_work: 'De vuelta al trabajo',
    self_managing: 'Usted se maneja por su cuenta', transferred_to_comparable_program: 'Otro programa parecido continúa', moved_to_other_level_of_care: 'Pasó a otro nivel de atención',
    client_request: 'Usted lo pidió', client_declined_further: 'No quiso continuar', relocated: 'Se mudó', lost_to_contact: 'Ya no pudimos comunicarnos con usted',
    benefit_exhausted: 'Se agotó el beneficio', ineligible: 'Ya no cumple los requisitos del programa', payer_withdrew_authorization: 'El pagador retiró su autorización', claim_settled_or_denied: 'El reclamo se resolvió o se negó', court_or_board_order: 'Lo ordenó un tribunal o junta',
    safety_of_staff: 'La seguridad de nuestro personal', conflict_of_interest: 'Un conflicto de interés', no_progress_after_conference: 'No hubo avances después de hablarlo', program_ended: 'El programa terminó',
    deceased: 'Fallecimiento', incarcerated_long_term: 'Una estancia larga en prisión', institutionalised_long_term: 'Una estancia larga en una institución', opened_in_error: 'El caso se abrió por error',
    achieved: 'Lograda', 'partly-achieved': 'Lograda en parte', 'not-achieved': 'No lograda', cancelled: 'Se dejó de lado',
    agrees: 'Usted está de acuerdo.', disagrees: 'Usted no está de acuerdo.', not_known: 'No sabemos qué piensa usted.',
    'home-on-their-own': 'En casa, por su cuenta', 'home-with-services': 'En casa, con servicios', 'another-program': 'En otro programa', 'another-agency': 'Con otra agencia', facility: 'En una institución',
    'moved-away': 'Se mudó', 'not-known': 'No se sabe', 'entered-in-error': 'El caso se abrió por error',
  },
}
