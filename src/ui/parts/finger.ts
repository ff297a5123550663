import { MediaQuery } from 'svelte/reactivity'

/** Whether what points is a finger: what is touched is then larger, as styles/touch.css has it. */
export const finger = new MediaQuery('(pointer: coarse)')
