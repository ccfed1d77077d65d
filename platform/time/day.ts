// A day as a form or a program sends it.
import { z } from 'zod'
import { isCivilDate } from './civil.ts'

/** 'YYYY-MM-DD', refused before the year 100, with which nobody can count. */
export const Day = z.iso.date().refine(isCivilDate, 'This day is too long ago.')
