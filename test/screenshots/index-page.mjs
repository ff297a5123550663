import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {import('../screenshots.mjs').Picture} Picture */

/** One row for each state, each picture a link to itself. @param {string} folder @param {readonly Picture[]} pictures */
export function writeIndex(folder, pictures) {
  const shots = [...new Set(pictures.map(({ shot }) => shot))]
  const rows = shots.map((shot) => {
    const own = pictures.filter((picture) => picture.shot === shot)
    return `<h2>${shot}</h2><div>${own.map(figureOf).join('')}</div>`
  })
  writeFileSync(join(folder, 'index.html'), `${head}<h1>Screenshots</h1>${rows.join('\n')}`)
}

/** @param {Picture} picture */
const figureOf = ({ theme, width, file, findings }) =>
  `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a>
  <figcaption>${width} ${theme} <b>${findings.join(', ')}</b></figcaption></figure>`

const head = `<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>
body { font: 14px system-ui; margin: 24px; }
div { display: flex; align-items: start; gap: 16px; overflow-x: auto; }
figure { margin: 0; }
img { height: 320px; border: 1px solid #ccc; }
b { color: #8f1d1d; }
</style>
`
