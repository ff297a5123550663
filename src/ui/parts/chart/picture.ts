import type { ChartColours } from './chart-colours.ts'

interface Words {
  readonly title: string
  /** What it is of, and how it is seen. */
  readonly note: string
  readonly takeaway: string
}

const EDGE = 16
const LINE = 18

/** A chart as it is drawn, under its title and what it says: what is read elsewhere explains itself. Null where the browser makes none. */
export function pictureOf(
  canvas: HTMLCanvasElement,
  { title, note, takeaway }: Words,
  colours: ChartColours,
): Promise<Blob | null> {
  const scale = canvas.width / Math.max(1, canvas.clientWidth)
  const picture = document.createElement('canvas')
  const context = picture.getContext('2d')
  if (!context) return Promise.resolve(null)
  const width = canvas.clientWidth
  context.font = `13px ${colours.font}`
  const lines = [note, takeaway].flatMap((text) =>
    brokenTo(text, width, (part) => context.measureText(part).width),
  )
  const top = EDGE + LINE * (lines.length + 1) + EDGE / 2
  picture.width = Math.round((width + 2 * EDGE) * scale)
  picture.height = Math.round((top + canvas.clientHeight + EDGE) * scale)
  context.scale(scale, scale)
  context.fillStyle = colours.page
  context.fillRect(0, 0, picture.width, picture.height)
  context.textBaseline = 'top'
  context.fillStyle = colours.ink
  context.font = `600 15px ${colours.font}`
  context.fillText(title, EDGE, EDGE)
  context.fillStyle = colours.text
  context.font = `13px ${colours.font}`
  lines.forEach((line, place) => context.fillText(line, EDGE, EDGE + LINE * (place + 1)))
  context.drawImage(canvas, EDGE, top, width, canvas.clientHeight)
  return new Promise((done) => picture.toBlob(done, 'image/png'))
}

/** Words in lines of at most so many pixels. */
function brokenTo(text: string, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
