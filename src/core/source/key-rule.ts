export const KEY_RULES = ['exact', 'trim-case', 'alphanumeric', 'domain', 'salesforce-id'] as const
export type KeyRule = (typeof KEY_RULES)[number]
