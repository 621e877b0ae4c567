/** Writes every sentence of the source into `l10n/bundle.l10n.json`, from which translators start. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const bundlePath = path.join(root, 'l10n', 'bundle.l10n.json');

/** The sentences of all `t('…')` calls under `src`, sorted; and the calls whose sentence is no literal. */
export function collectSentences() {
  const sentences = new Set();
  const unreadable = [];
  for (const file of fs.readdirSync(path.join(root, 'src'), { recursive: true })) {
    if (!/\.tsx?$/.test(file)) continue;
    const text = fs.readFileSync(path.join(root, 'src', file), 'utf8');
    for (const call of text.matchAll(/(?<![\w.])(?:vscode\.l10n\.)?t\(\s*/g)) {
      const literal = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`$\\]*)`)/.exec(
        text.slice(call.index + call[0].length),
      );
      if (literal) sentences.add((literal[1] ?? literal[2] ?? literal[3]).replace(/\\(['"])/g, '$1'));
      else unreadable.push(`${file}: ${text.slice(call.index, call.index + 60)}`);
    }
  }
  return { sentences: [...sentences].sort(), unreadable };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sentences, unreadable } = collectSentences();
  if (unreadable.length > 0) {
    console.error(`Not written as a literal:\n${unreadable.join('\n')}`);
    process.exit(1);
  }
  const bundle = Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
  fs.mkdirSync(path.dirname(bundlePath), { recursive: true });
  fs.writeFileSync(bundlePath, `${JSON.stringify(bundle, null, 2)}\n`);
  console.log(`${sentences.length} sentences`);
}
