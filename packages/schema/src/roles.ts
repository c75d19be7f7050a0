/** From the least to the most: each role may do what the ones before it may. */
export const ROLES = ['viewer', 'curator', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);
