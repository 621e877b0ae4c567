import path from 'node:path';

/** A folder of `src` and what it may import. */
interface Rule {
  /** Folders of `src`: `'all'`, `'types'` (type-only imports), or the files without ending that may be imported. */
  readonly folders: Readonly<Record<string, 'all' | 'types' | readonly string[]>>;
  /** Packages, `vscode` among them. */
  readonly packages?: readonly string[];
  /** The files that may import `node:worker_threads`, which the web host's bundles do without. */
  readonly nodeIn?: readonly string[];
  /** Packages of which only types may be imported. */
  readonly typesOf?: readonly string[];
  readonly styles?: true;
}

/**
 * What of the engine a view needs to paint at once: shapes, places and sums, but no loop over a whole matrix; `conv2d` is
 * for the small pictures of the presets, which come later.
 */
const engineForView = [
  'convolution/conv2d',
  'convolution/conv2dParams',
  'convolution/conv2dPlan',
  'convolution/explainCell',
  'convolution/formula',
  'convolution/outputsUsing',
  'convolution/patch',
  'convolution/planAxis',
  'convolution/planConv2d',
  'convolution/planWithinCeiling',
  'convolution/positions',
  'convolution/useCounts',
  'kernels/kernelSum',
  'kernels/presets',
  'network/defaultLayer',
  'network/flattening/rowPlace',
  'network/layerWeights',
  'network/parameterArithmetic',
  'network/valueExtents',
  'network/valuePlace',
  'padding/fill',
  'padding/padding',
  'patterns/pattern',
  'picture/picture',
  'picture/valueRange',
  'planProblem',
  'shape4',
  'solve/solveKernelSize',
  'solve/solvePadding',
  'solve/solveStride',
  'tensor',
];

/** Who may import whom. */
export const rules: Readonly<Record<string, Rule>> = {
  engine: { folders: { engine: 'all' } },
  literals: { folders: { engine: ['tensor'], literals: 'all' } },
  // The parser of Python is a grammar's tables and no more.
  layers: {
    folders: { engine: 'all', literals: 'all', layers: 'all' },
    packages: ['@lezer/python', '@lezer/common'],
  },
  session: { folders: { engine: 'all', literals: 'all', session: 'all' } },
  words: {
    folders: { engine: 'all', literals: 'all', layers: 'types', session: 'types', words: 'all', export: 'all' },
  },
  export: {
    folders: { engine: 'all', literals: 'all', layers: 'types', session: 'types', words: 'all', export: 'all' },
  },
  protocol: {
    folders: {
      engine: 'types',
      literals: 'types',
      session: 'types',
      words: 'types',
      export: 'types',
      protocol: 'all',
    },
  },
  host: {
    folders: {
      engine: 'all',
      literals: 'all',
      // What reads code is the thread's.
      layers: ['flow/shapeText', 'summary/modelSummary', 'summary/networkLayers'],
      session: 'all',
      words: 'all',
      export: 'all',
      protocol: 'all',
      host: 'all',
    },
    packages: ['vscode'],
    nodeIn: ['host/startThread.ts'],
  },
  worker: {
    folders: {
      engine: 'all',
      literals: 'all',
      layers: 'all',
      session: [
        'answerFile',
        'answerTextParams',
        'lessons/answerLesson',
        'network/answerQuestion',
        'network/generatedImage',
        'network/generatedTensor',
        'network/sentActivation',
        'textParams',
      ],
      export: ['answerExport'],
      worker: 'all',
    },
    nodeIn: ['worker/helper.ts', 'worker/threadPort.ts'],
  },
  view: {
    folders: {
      engine: engineForView,
      literals: ['text/cellExpression'],
      // How large a draft may be, which both sides hold to.
      session: ['act', 'network/mostTypedWeights'],
      words: 'all',
      protocol: 'all',
      view: 'all',
    },
    packages: ['preact', 'preact/hooks', '@preact/signals', 'gifenc'],
    styles: true,
  },
  'extension.ts': { folders: { host: 'all' }, typesOf: ['vscode'] },
};

interface Import {
  readonly target: string;
  readonly isType: boolean;
}

/** The imports and re-exports of a module, type-only and dynamic ones too. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  const statements = /^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
  const calls = /\b(?:import|require)\s*\(\s*['"`]([^'"`\n]+)['"`]/g;
  return [
    ...[...code.matchAll(statements)].map(([, type, target]) => ({ target: target!, isType: type !== undefined })),
    ...[...code.matchAll(calls)].map(([, target]) => ({ target: target!, isType: false })),
  ];
}

/** What in a file of `src` (its path from there, with `/`) breaks the rules; one sentence each. */
export function problemsOf(file: string, text: string): readonly string[] {
  const rule = rules[folderOf(file)];
  if (!rule) return [`${file} lies in no folder that has a rule`];
  const refused = importsOf(text).filter((one) => !isAllowed(rule, file, one));
  return [
    ...refused.map(({ target, isType }) => `${file} imports ${isType ? 'types of ' : ''}${target}`),
    ...wordProblems(file, text),
  ];
}

function isAllowed(rule: Rule, file: string, { target, isType }: Import): boolean {
  if (!target.startsWith('.')) {
    if (target === 'node:worker_threads') return rule.nodeIn?.includes(file) ?? false;
    return (rule.packages?.includes(target) ?? false) || (isType && (rule.typesOf?.includes(target) ?? false));
  }
  if (target.endsWith('.css')) return rule.styles === true;
  const imported = path.posix.join(path.posix.dirname(file), target);
  const allowed = rule.folders[folderOf(imported)];
  if (allowed === undefined) return false;
  if (allowed === 'all') return true;
  return isType || (allowed !== 'types' && allowed.includes(imported.slice(imported.indexOf('/') + 1)));
}

function folderOf(file: string): string {
  return file.split('/')[0]!;
}

function wordProblems(file: string, text: string): readonly string[] {
  const code = withoutStrings(withoutComments(text));
  const problems: string[] = [];
  if (/^\s*export\s+default\b|\bas\s+default\b/m.test(code)) problems.push(`${file} has a default export`);
  if (/^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})[\s\w]*?\bfrom\b/m.test(code))
    problems.push(`${file} passes on exports`);
  // Property names and keys of records are no globals.
  const globals = code.matchAll(/(?<![.\w$])(process|Buffer|require|eval|fetch|Function)\b(?!\s*:)(?!\w)/g);
  for (const [, name] of globals)
    if (name !== 'Function' || /\bnew\s+Function\b/.test(code)) problems.push(`${file} uses ${name}`);
  return problems;
}

function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/.*/g,
    (_, kept) => kept ?? ' ',
  );
}

function withoutStrings(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}
