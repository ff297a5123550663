/** The file that a picture of a chart is saved as. */
export const pictureName = (title: string): string => {
  const slug = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return `${slug.replace(/^-|-$/g, '') || 'chart'}.png`
}
