/** Urdu for people, their roles and what they do with each other. */

export const peopleWords = {
  roles: { viewer: 'ناظر', curator: 'مرتب', editor: 'مدیر', admin: 'منتظم' },
  needs: (role: string) => `اس کے لیے ”${role}“ یا اس سے بڑا کردار چاہیے۔`,
};
