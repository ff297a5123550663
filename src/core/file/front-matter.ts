const MOST_LINES = 200
const FENCE = /^---\s*$/
const END = /^(---|\.\.\.)\s*$/
/** What YAML writes: a key, a part of a list, a remark, or what belongs to the line before. */
const YAML = /^(\s*$|\s|#|-\s|[\p{L}_][\p{L}\p{N} _.-]*:(\s|$))/u

/** How many lines of YAML stand before a table, their fences too; 0 where none do. */
export function frontMatterLines(text: string): number {
  const lines = text.split(/\r\n?|\n/, MOST_LINES)
  if (!FENCE.test(lines[0] ?? '')) return 0
  const end = lines.findIndex((line, at) => at > 0 && END.test(line))
  const isYaml = end > 1 && lines.slice(1, end).every((line) => YAML.test(line))
  return isYaml ? end + 1 : 0
}
