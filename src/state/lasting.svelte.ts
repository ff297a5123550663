/**
 * Makes a state whose deriveds belong to no component: an answer or an event may come after the page that made it was left, and
 * what is derived of then is as true as before. It goes when nothing holds it any more.
 */
export function lasting<T>(make: () => T): T {
  const made: T[] = []
  $effect.root(() => {
    made.push(make())
  })
  return made[0] as T
}
