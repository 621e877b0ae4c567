/** In a fresh process: the longest that reading any text of 10 kB takes, random and mutated ones, each the best of three. */
import { pathToFileURL } from 'node:url';

const [file, count] = process.argv.slice(2);
const { readMatrices, languages, mutatedText, randomFrom, somePieces } = await import(pathToFileURL(file));
const size = 10_000;
const random = randomFrom(6);

const randomText = () => ({ text: somePieces(random, 40), languageId: languages[random(languages.length)] });

/** One text again and again, as a file of its like would be. */
function filled({ text, languageId }) {
  const line = `${text}\n`;
  return { text: line.repeat(Math.ceil(size / line.length)).slice(0, size), languageId };
}

function milliseconds({ text, languageId }) {
  const before = performance.now();
  readMatrices(text, languageId);
  return performance.now() - before;
}

let longest = { best: 0 };
for (let i = 0; i < Number(count); i++) {
  const one = filled(i % 2 === 0 ? randomText() : mutatedText(random));
  const best = Math.min(...Array.from({ length: 3 }, () => milliseconds(one)));
  if (best > longest.best) longest = { best, ...one };
}
console.log(JSON.stringify({ ...longest, text: longest.text.slice(0, 80) }));
