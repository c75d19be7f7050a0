// Every word on screen comes from the catalogue. Fails with one line for each literal that a person would read.
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

const root = new URL('..', import.meta.url).pathname;

/** Attributes and properties that are read out or shown. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|label|legend|closeLabel)$/;
/** Functions whose first argument is shown or read out. */
const SAYING = /^(showToast|announce|useTitle)$/;
/** Signs and the beginning of an address need no translation: a word has two letters in a row. */
const isWord = (text) => /\p{L}{2}/u.test(text) && !/^https?:\/\/$/.test(text);

const problems = [];
const admin = 'apps/admin/src/';
for (const name of readdirSync(root + admin, { recursive: true }).filter((path) => path.endsWith('.tsx'))) {
  const file = admin + name;
  const source = readFileSync(root + file, 'utf8');
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  visit(program, (node) => {
    for (const text of wordsShown(node)) {
      const line = source.slice(0, node.start).split('\n').length;
      problems.push(
        `${file}:${line}: “${text.trim().slice(0, 60)}” belongs into the catalogue (apps/admin/src/i18n)`,
      );
    }
  });
}

function wordsShown(node) {
  if (node.type === 'JSXText') return [node.value].filter(isWord);
  if (node.type === 'JSXAttribute' && SPOKEN.test(String(node.name.name)))
    return literals(node.value).filter(isWord);
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return node.children
      .filter((child) => child.type === 'JSXExpressionContainer')
      .flatMap((child) => literals(child.expression))
      .filter(isWord);
  if (node.type === 'CallExpression' && SAYING.test(node.callee.name ?? ''))
    return literals(node.arguments[0]).filter(isWord);
  return [];
}

/** The strings that an expression may come out as. */
function literals(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map((part) => part.value.cooked ?? '');
    case 'ConditionalExpression':
      return [...literals(node.consequent), ...literals(node.alternate)];
    case 'LogicalExpression':
      return [...literals(node.left), ...literals(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...literals(node.left), ...literals(node.right)] : [];
    case 'JSXExpressionContainer':
      return literals(node.expression);
    default:
      return [];
  }
}

function visit(node, see) {
  if (Array.isArray(node)) for (const one of node) visit(one, see);
  else if (node !== null && typeof node === 'object') {
    if (typeof node.type === 'string') see(node);
    for (const value of Object.values(node)) if (typeof value === 'object') visit(value, see);
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
