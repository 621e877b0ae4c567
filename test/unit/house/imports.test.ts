import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../tools/projectRoot.mjs';
import { importsOf, problemsOf } from './importRules';

const source = path.join(projectRoot, 'src');

function sourceFiles(): readonly string[] {
  const names = fs.readdirSync(source, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /(?<!\.d)\.tsx?$/.test(name)).map((name) => name.split(path.sep).join('/'));
}

describe('who may import whom', () => {
  it('holds in every file', () => {
    const files = sourceFiles();
    assert.ok(files.length > 20);
    assert.deepEqual(
      files.flatMap((file) => problemsOf(file, fs.readFileSync(path.join(source, file), 'utf8'))),
      [],
    );
  });

  const breaks: readonly (readonly [file: string, text: string, problem: string])[] = [
    ['engine/conv2d.ts', `import type { Uri } from 'vscode';`, 'engine/conv2d.ts imports types of vscode'],
    ['engine/conv2d.ts', `import { t } from '../words/translate';`, 'engine/conv2d.ts imports ../words/translate'],
    [
      'engine/kernels/presets.ts',
      `import '../../view/lens/main';`,
      'engine/kernels/presets.ts imports ../../view/lens/main',
    ],
    [
      'literals/read.ts',
      `import {\n  conv2d,\n} from '../engine/conv2d';`,
      'literals/read.ts imports ../engine/conv2d',
    ],
    ['session/state.ts', `const fs = await import('node:fs');`, 'session/state.ts imports node:fs'],
    ['words/steps.ts', `import { reduce } from '../session/reduce';`, 'words/steps.ts imports ../session/reduce'],
    [
      'protocol/lens.ts',
      `import type { Panel } from '../host/lensPanel';`,
      'protocol/lens.ts imports types of ../host/lensPanel',
    ],
    ['host/panel.ts', `import { Stage } from '../view/stage/Stage';`, 'host/panel.ts imports ../view/stage/Stage'],
    ['host/panel.ts', `import path from 'node:path';`, 'host/panel.ts imports node:path'],
    [
      'view/state/lens.ts',
      `import { conv2d } from '../../engine/conv2d';`,
      'view/state/lens.ts imports ../../engine/conv2d',
    ],
    ['view/state/lens.ts', `import * as vscode from 'vscode';`, 'view/state/lens.ts imports vscode'],
    [
      'extension.ts',
      `import { readMatrices } from './literals/readMatrices';`,
      'extension.ts imports ./literals/readMatrices',
    ],
    ['utils.ts', '', 'utils.ts lies in no folder that has a rule'],
    ['engine/pad.ts', 'export default 1;', 'engine/pad.ts has a default export'],
    ['engine/pad.ts', `export { pad2d } from './pad2d';`, 'engine/pad.ts passes on exports'],
    ['engine/pad.ts', `export * from './pad2d';`, 'engine/pad.ts passes on exports'],
    ['engine/pad.ts', 'const slow = process.env.SLOW;', 'engine/pad.ts uses process'],
    ['host/panel.ts', `const bytes = Buffer.from('x');`, 'host/panel.ts uses Buffer'],
    ['view/parts/Menu.tsx', 'fetch(address);', 'view/parts/Menu.tsx uses fetch'],
    ['literals/read.ts', 'return eval(text);', 'literals/read.ts uses eval'],
    ['literals/read.ts', `return new Function('return ' + text)();`, 'literals/read.ts uses Function'],
  ];
  for (const [file, text, problem] of breaks) {
    it(`is broken by: ${text.replaceAll('\n', ' ') || file}`, () =>
      assert.deepEqual(problemsOf(file, text), [problem]));
  }

  it('lets through what is allowed', () => {
    const view = `import { render } from 'preact';\nimport './lens.css';\nimport type { State } from '../../session/state';`;
    assert.deepEqual(problemsOf('view/lens/main.tsx', view), []);
    const host = `// import fs from 'fs'\nconst text = 'process and require(x)';\nlens.process.eval({ fetch: 1 });`;
    assert.deepEqual(problemsOf('host/panel.ts', host), []);
  });
});

describe('importsOf(text)', () => {
  it('reads statements over several lines, type-only ones, re-exports and calls', () => {
    const text = `
      import a, { b } from './a';
      import type {
        C,
      } from "./c";
      import './d.css';
      export { e } from './e';
      const f = import('./f');`;
    assert.deepEqual(
      importsOf(text).map(({ target, isType }) => (isType ? `type ${target}` : target)),
      ['./a', 'type ./c', './d.css', './e', './f'],
    );
  });
});
