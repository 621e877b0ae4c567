import { parse } from '@babel/parser';

const binary = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '++': ['--'],
  '--': ['++'],
};

/** Names of which one is easily written for the other. */
const twins = [
  ['height', 'width'],
  ['before', 'after'],
  ['top', 'bottom'],
  ['left', 'right'],
  ['row', 'col'],
  ['kernelRow', 'kernelCol'],
  ['min', 'max'],
  ['floor', 'ceil'],
].flatMap(([one, other]) => [
  [one, other],
  [other, one],
]);
const twinOf = new Map(twins);

/**
 * The text with every mutant in it, each asleep until `__mutant` is its number, and the mutants, numbered from
 * `firstId`: `{ id, line, column, from, to }`.
 */
export function withMutants(code, firstId) {
  const tree = parse(code, { sourceType: 'module', plugins: ['typescript'] });
  const mutants = [];
  const asleep = (node, alternatives, awake) => {
    const cases = alternatives.map((to) => {
      const id = firstId + mutants.length;
      const from = code.slice(node.start, node.end);
      mutants.push({ id, line: node.loc.start.line, column: node.loc.start.column + 1, from, to });
      return `__mutant === ${id} ? ${to} : `;
    });
    return cases.length === 0 ? awake : `(${cases.join('')}${awake})`;
  };
  const textOf = (node, parent) => {
    const parts = [];
    let at = node.start;
    for (const child of childrenOf(node)) {
      parts.push(code.slice(at, child.start), textOf(child, node));
      at = child.end;
    }
    parts.push(code.slice(at, node.end));
    return asleep(node, alternativesTo(node, parent, code), parts.join(''));
  };
  return { code: textOf(tree.program, undefined), mutants };
}

/** The parts of a node that run, in the order of the text; types do not run. */
function childrenOf(node) {
  if (node.type === 'ImportDeclaration') return [];
  const values = Object.entries(node).flatMap(([key, value]) => (key === 'loc' ? [] : value));
  const nodes = values.filter((value) => typeof value?.type === 'string' && typeof value.start === 'number');
  const running = nodes.filter(({ type }) => !type.startsWith('TS') || runningTypes.has(type));
  const comments = new Set(['CommentLine', 'CommentBlock']);
  const unique = [...new Set(running)].filter(({ type }) => !comments.has(type));
  return unique.filter((child) => !isShorthand(node, child)).sort((a, b) => a.start - b.start);
}

const runningTypes = new Set(['TSNonNullExpression', 'TSAsExpression', 'TSSatisfiesExpression']);

function isShorthand(node, child) {
  return node.type === 'ObjectProperty' && (node.shorthand || (child === node.key && !node.computed));
}

/** The texts that may stand for a node instead, each a fault that a test should notice. */
function alternativesTo(node, parent, code) {
  const text = (part) => code.slice(part.start, part.end);
  switch (node.type) {
    case 'BinaryExpression':
    case 'AssignmentExpression':
    case 'LogicalExpression':
      return [...operationAlternatives(node, code, isTest(node, parent)), ...targetAlternatives(node, text)];
    case 'UpdateExpression':
      return [node.prefix ? `${swap(node)}${text(node.argument)}` : `${text(node.argument)}${swap(node)}`];
    case 'UnaryExpression':
      return node.operator === '-' || node.operator === '!' ? [text(node.argument)] : [];
    case 'NumericLiteral':
      return [`${node.value + 1}`, `${node.value - 1}`];
    case 'BooleanLiteral':
      return [`${!node.value}`];
    case 'MemberExpression':
      return isTarget(node, parent) ? [] : memberAlternatives(node, parent, text);
    default:
      if (isIndex(node, parent)) return [`${text(node)} + 1`, `${text(node)} - 1`];
      return isTest(node, parent) ? ['true', 'false'] : [];
  }
}

function operationAlternatives({ left, right, operator, start, end }, code, isCondition) {
  if (isText(left) || isText(right)) return [];
  // Brackets around an operand are not part of its node.
  const withOperator = (other) => {
    const between = code.slice(left.end, right.start).replace(operator, other);
    return `${code.slice(start, left.end)}${between}${code.slice(right.start, end)}`;
  };
  const kept = operator === '??' ? [code.slice(left.start, left.end), code.slice(right.start, right.end)] : [];
  const forced = isCondition ? ['true', 'false'] : [];
  return [...(binary[operator] ?? []).map(withOperator), ...kept, ...forced];
}

/** The same value written to the other of two axes or sides. */
function targetAlternatives({ type, left, operator, right }, text) {
  const twin = type === 'AssignmentExpression' && left.type === 'MemberExpression' && twinOf.get(left.property.name);
  return twin && !left.computed ? [`(${text(left.object)}.${twin} ${operator} ${text(right)})`] : [];
}

/** A place that is written to, for which no choice between two places can stand. */
function isTarget(node, parent) {
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}

const swap = ({ operator }) => binary[operator][0];

/** Another index of a row; the other of two axes or sides; the other rounding. */
function memberAlternatives(node, parent, text) {
  const twin = !node.computed && twinOf.get(node.property.name);
  const others = twin ? [`${text(node.object)}.${twin}`] : [];
  const around = isIndex(node, parent) ? [`${text(node)} + 1`, `${text(node)} - 1`] : [];
  return [...others, ...around, ...(isTest(node, parent) ? ['true', 'false'] : [])];
}

function isIndex(node, parent) {
  const isNumber = node.type === 'Identifier' || node.type === 'MemberExpression' || node.type === 'CallExpression';
  return parent?.type === 'MemberExpression' && parent.computed && parent.property === node && isNumber;
}

function isTest(node, parent) {
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === node;
}

/** Words for a person are not what this run is about. */
function isText({ type }) {
  return type === 'TemplateLiteral' || type === 'StringLiteral';
}
