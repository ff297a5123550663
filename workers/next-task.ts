/** Lets messages be heard that came while this thread was at work. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
