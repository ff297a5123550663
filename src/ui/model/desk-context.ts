import { createContext } from 'svelte'
import type { ModelDesk } from '../../state/model-desk.svelte.ts'

export const [useDesk, provideDesk] = createContext<ModelDesk>()
