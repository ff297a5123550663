declare const brand: unique symbol

/** A value that cannot be swapped with another of the same shape. Made by the constructors below only. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }

/** A calendar day, as whole days since 1970-01-01. Has no time and no zone. A snapshot is named by its day. */
export type Day = Brand<number, 'Day'>

/** The place of an account's key in its workspace's dictionary: the same small integer in every snapshot. */
export type AccountIndex = Brand<number, 'AccountIndex'>

export type WorkspaceId = Brand<string, 'WorkspaceId'>

/** Deliveries of a workspace are numbered as they are staged; a later one has a greater number. */
export type DeliveryId = Brand<number, 'DeliveryId'>

export const toDay = (days: number): Day => days as Day
export const toAccountIndex = (index: number): AccountIndex => index as AccountIndex
export const toWorkspaceId = (id: string): WorkspaceId => id as WorkspaceId
export const toDeliveryId = (number: number): DeliveryId => number as DeliveryId
