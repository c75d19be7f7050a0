import type { Role } from '@throughline/schema/roles';
import { useMessages } from '../../i18n/messages.tsx';

/** One role out of those that may be given here. */
export function RoleField<R extends Role>({
  roles,
  value,
  onChange,
}: {
  roles: readonly R[];
  value: R;
  onChange(role: R): void;
}) {
  const m = useMessages();
  const names: Record<Role, string> = m.people.roles;
  return (
    <label className="field">
      <span>{m.people.role}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => onChange(roles.find((role) => role === event.target.value) ?? value)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {names[role]}
          </option>
        ))}
      </select>
    </label>
  );
}
