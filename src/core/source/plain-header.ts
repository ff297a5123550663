/** A header as it is compared with names that are known: its letters and digits alone, of every script, without case, accents and the `__c` of custom fields. */
export const plainHeader = (header: string): string =>
  header
    .replace(/__c$|\(metadata\)$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
