// What a first visit loads before anything shows: the scripts the built page names, compressed.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 90

const dist = new URL('../dist/', import.meta.url)
const html = readFileSync(new URL('index.html', dist), 'utf8')
const tags = html.match(/<script\b[^>]*\bsrc=[^>]*>|<link\b[^>]*\brel="modulepreload"[^>]*>/g) ?? []
const files = tags.flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
if (files.length === 0) throw new Error('the built page names no script')

const sizes = files.map((file) => gzipSync(readFileSync(new URL(file, dist))).length / 1000)
const total = sizes.reduce((sum, size) => sum + size, 0)
files.forEach((file, at) => console.log(`${sizes[at]?.toFixed(1).padStart(6)} kB  ${file}`))
console.log(`${total.toFixed(1).padStart(6)} kB  initial JavaScript, gzip (limit ${limit})`)
if (total > limit) process.exitCode = 1
