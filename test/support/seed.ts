import fc from 'fast-check'

/** The same inputs on every machine; another seed is tried with HALE_SEED, and HALE_SEED=random tries new ones. */
const asked = process.env['HALE_SEED']
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20_261_122) })
