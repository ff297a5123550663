// Hebrew to Arabic extended, their presentation forms, and what turns the direction of a text around.
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/

/** A name from a file as a part of a sentence: one that is written from right to left does not reorder the numbers beside it. */
export const isolated = (name: string): string => (TURNS.test(name) ? `\u2068${name}\u2069` : name)
