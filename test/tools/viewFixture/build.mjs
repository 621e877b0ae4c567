import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder that the fixture page is built into. */
export const outDir = fileURLToPath(new URL('../../../out/fixture/', import.meta.url));

/** The webview's own policy, with a fixed nonce, so that whatever it forbids fails here too. */
const policy =
  "default-src 'none'; img-src 'self' data: blob:; style-src 'self'; script-src 'nonce-fixture'; worker-src blob:";

/** Builds the fixture page. */
export async function buildFixture() {
  await build({
    entryPoints: [`${here}page.ts`],
    bundle: true,
    format: 'esm',
    target: 'chrome138',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: outDir,
    logLevel: 'warning',
  });
  await mkdir(outDir, { recursive: true });
  await writeFile(
    `${outDir}index.html`,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="page.css"></head><body data-surface="panel"><main id="lens"></main><script type="module" nonce="fixture" src="page.js"></script></body></html>`,
  );
}
