/** What an option asks for is as sure as the request. */
export const ASKED = 0.95
