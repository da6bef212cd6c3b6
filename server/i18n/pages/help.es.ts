export const helpEs = {} as const
