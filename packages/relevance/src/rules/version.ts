import type { TopicDefinition } from '@throughline/schema';

/**
 * A name for exactly these rules: equal rules have equal versions wherever they were compiled. Name and description
 * do not change what matches, so they do not change the version. FNV-1a over two 32-bit lanes, not for security.
 */
export function ruleVersion(definition: TopicDefinition): string {
  const { name: _name, description: _description, ...rules } = definition;
  const text = JSON.stringify(rules, sortKeys);
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x01000197);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
}
