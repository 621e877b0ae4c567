import assert from 'node:assert/strict';
import axeCore from 'axe-core';
import type { Frame } from 'playwright-core';

/** The rules that are left out, each with the reason; all others run, also those that axe leaves off by itself. */
const without: Readonly<Record<string, string>> = {
  'color-contrast-enhanced': 'seven to one is for high contrast: the colours of the other themes are not ours',
  'page-has-heading-one': 'a webview is part of a page: the workbench names it in its tab',
};

/** Fails with every fault that axe-core finds in a frame: the rule, what it says, and the elements. */
export async function expectAccessible(frame: Frame): Promise<void> {
  await frame.evaluate(untilAtRest);
  const faults = await frame.evaluate(audit, { source: axeCore.source, without: Object.keys(without), contrast });
  assert.deepEqual(faults, []);
}

/** What moves passes through places and colours in which nobody reads it; what moves for ever is not waited for. */
async function untilAtRest(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime));
  await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
}

/** The rule on contrast as it comes, but for single digits too, which it leaves out by itself. */
const contrast = {
  id: 'color-contrast',
  options: {
    ignoreUnicode: true,
    ignoreLength: true,
    ignorePseudo: false,
    boldValue: 700,
    boldTextPt: 14,
    largeTextPt: 18,
    contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
    pseudoSizeThreshold: 0.25,
  },
};

type Axe = typeof axeCore;

interface Audit {
  readonly source: string;
  readonly without: readonly string[];
  readonly contrast: typeof contrast;
}

/** Runs in the page. The script comes through the debugger's protocol, so the page's policy stays as it is. */
async function audit({ source, without, contrast }: Audit) {
  const page = globalThis as unknown as { axe: Axe };
  // biome-ignore lint/security/noGlobalEval: the one way into a page whose policy takes no script of ours
  if (!('axe' in page)) globalThis.eval(source);
  const { axe } = page;
  // Cells are as large as there is room; keys and the slider of the steps reach them all the same (WCAG 2.5.8, equivalent).
  axe.configure({ checks: [contrast], rules: [{ id: 'target-size', selector: ':not([role=gridcell])' }] });
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    iframes: false,
    // It would ask for the style sheets once more, which the policy forbids.
    preload: false,
    rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !without.includes(ruleId) }])),
  });
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 8).map(({ html, failureSummary }) => `${html.slice(0, 300)}\n${failureSummary}`),
  }));
}
