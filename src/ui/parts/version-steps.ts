/** Places whose version is another than that of the place before. */
export const versionSteps = (versions: readonly number[]): number[] =>
  versions.flatMap((version, place) =>
    place > 0 && versions[place - 1] !== version ? [place] : [],
  )
