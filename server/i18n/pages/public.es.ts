export const publicEs = {} as const
