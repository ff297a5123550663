/** Opens the browser's file dialog: the one input that every page has. */
export const chooseFiles = (): void => document.getElementById('choose-files')?.click()
