/** Two texts are equal without regard to case when they fold to the same: Unicode default lower-casing, no locale, then NFC. */
export const fold = (text: string): string => text.toLowerCase().normalize('NFC')
