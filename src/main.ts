import { trustOwnWorkers } from './bridge/trusted-types.ts'

trustOwnWorkers()

const heading = document.createElement('h1')
heading.textContent = 'Hale'
document.querySelector('#app')?.append(heading)
