// The page of a client's comparison.
export { ClientComparison as default } from './ClientFind.tsx'
