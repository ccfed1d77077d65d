// What a provider sent back in our address, taken out of it before anything else sees or keeps it: a code is good for one sign-in, and an address is kept.

const path = '/sign-in/return'
const isReturn = typeof window !== 'undefined' && window.location.pathname === path
export const answerOnArrival = isReturn ? window.location.search : ''
if (answerOnArrival) window.history.replaceState(null, '', path)
