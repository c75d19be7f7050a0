/** English for people, their roles and what they do with each other. */

export const peopleWords = {
  roles: { viewer: 'viewer', curator: 'curator', editor: 'editor', admin: 'administrator' },
  needs: (role: string) => `This takes the role “${role}” or more.`,
};
