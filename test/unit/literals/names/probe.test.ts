import assert from 'node:assert/strict';
import { nameAt } from '../../../../src/literals/names/nameAt';
import { resolveName } from '../../../../src/literals/names/resolveName';
import { caret } from '../support';

/** The numbers of the name at the caret, `line n` for the line in the way, or `none`. */
function told(languageId: string, marked: string): string {
  const { text, offset } = caret(marked);
  const place = nameAt(text, languageId, offset);
  if (!place) return 'none';
  const found = resolveName(place.name, [{ text, languageId }], 0, offset);
  if ('literal' in found) return found.literal.data.join(' ');
  if (found.unresolved === 'written') return `line ${found.line}`;
  return found.unresolved === 'unreadable' ? 'unreadable' : 'none';
}

function table(languageId: string, cases: readonly (readonly [string, string])[]): void {
  describe(`names in ${languageId}`, () => {
    for (const [marked, expected] of cases)
      it(`${JSON.stringify(marked)}: ${expected}`, () => assert.equal(told(languageId, marked), expected));
  });
}

const k = 'k = np.array([[1, 2], [3, 4]])\n';

table('python', [
  [`${k}use(|k)`, '1 2 3 4'],
  // What is computed.
  [`${k}m = k.T\nuse(|m)`, '1 3 2 4'],
  [`${k}m = -k\nuse(|m)`, '-1 -2 -3 -4'],
  [`${k}m = np.ones((2, 2)) / 2 - k\nuse(|m)`, '-0.5 -1.5 -2.5 -3.5'],
  [`${k}s = 2\nm = s * k\nuse(|m)`, '2 4 6 8'],
  [`${k}s = 1/2\nm = s * k\nuse(|m)`, '0.5 1 1.5 2'],
  [`${k}m = [k[0], k[1]]\nuse(|m)`, '1 2 3 4'],
  ['k = [[1, 2], [3, 4]]\nm = -k\nuse(|m)', 'unreadable'],
  ['row = [1, 2]\nm = [row, row]\nuse(|m)', '1 2 1 2'],
  ['a = 1\nm = [[a, 0], [0, a]]\nuse(|m)', '1 0 0 1'],
  ['a = b\nm = [[a, 0], [0, 1]]\nuse(|m)', 'unreadable'],
  // Assignments of every form.
  [`${k}k: np.ndarray = np.array([[5, 6]])\nuse(|k)`, '5 6'],
  [`${k}k: np.ndarray\nuse(|k)`, '1 2 3 4'],
  [`a = ${k}use(|k)`, '1 2 3 4'],
  [`a = ${k}use(|a)`, '1 2 3 4'],
  ['a, k = [[1, 2]], [[3, 4]]\nuse(|k)', '3 4'],
  ['a, k = [[1, 2]], f()\nuse(|k)', 'unreadable'],
  ['a, k = f(), [[1, 2]]\nuse(|a)', 'unreadable'],
  ['a, *k = [[1, 2]], [[3, 4]]\nuse(|k)', 'unreadable'],
  ['(a, k) = f()\nuse(|k)', 'line 0'],
  ['[a, k] = f()\nuse(|k)', 'line 0'],
  [`${k}print(k := [[5, 6]])\nuse(|k)`, 'line 1'],
  [`${k}if (k := f()):\n    pass\nuse(|k)`, 'line 1'],
  [`${k}k //= 2\nuse(|k)`, 'line 1'],
  [`${k}k @= k\nuse(|k)`, 'line 1'],
  [`${k}k[0], a = 1, 2\nuse(|k)`, 'line 1'],
  [`${k}k.flat[3] = 1\nuse(|k)`, 'line 1'],
  [`${k}k[:, 0] += 1\nuse(|k)`, 'line 1'],
  [`${k}k.T[0] = 5\nuse(|k)`, 'line 1'],
  [`${k}k[0].sort()\nuse(|k)`, 'line 1'],
  [`${k}sort = k.sort\nsort()\nuse(|k)`, 'line 1'],
  [`${k}np.add(k, 1, out=k)\nuse(|k)`, 'line 1'],
  [`${k}np.add(a, 1, out=k)\nuse(|k)`, 'line 1'],
  [`${k}F.relu(k, inplace=True)\nuse(|k)`, 'line 1'],
  [`${k}k.add_(1)\nuse(|k)`, 'line 1'],
  [`${k}f(*k)\nuse(|k)`, 'line 1'],
  [`${k}f([k])\nuse(|k)`, 'line 1'],
  [`${k}f({'k': k})\nuse(|k)`, 'line 1'],
  [`${k}f(k[0])\nuse(|k)`, 'line 1'],
  [`${k}f(k.copy())\nuse(|k)`, '1 2 3 4'],
  [`${k}f(k.shape, k.sum(), len(k))\nuse(|k)`, '1 2 3 4'],
  [`${k}f(k + 1)\nuse(|k)`, '1 2 3 4'],
  // Other names of the same object.
  [`${k}b = k\nb[0, 0] = 9\nuse(|k)`, 'line 2'],
  [`${k}b = k\nk[0, 0] = 9\nuse(|b)`, 'line 2'],
  [`${k}b = k[0]\nb[0] = 9\nuse(|k)`, 'line 2'],
  [`${k}b = k.reshape(-1)\nb[0] = 9\nuse(|k)`, 'line 2'],
  [`${k}b = np.asarray(k)\nb[0] = 9\nuse(|k)`, 'line 2'],
  [`${k}b = [k, k]\nb[0][0] = 9\nuse(|k)`, 'line 2'],
  [`${k}for row in k:\n    row[0] = 9\nuse(|k)`, 'line 2'],
  [`${k}b = k.copy()\nb[0, 0] = 9\nuse(|k)`, '1 2 3 4'],
  [`${k}b = np.zeros_like(k)\nb[0, 0] = 9\nuse(|k)`, '1 2 3 4'],
  [`${k}b = k * 2\nb[0, 0] = 9\nuse(|k)`, '1 2 3 4'],
  ['k = [[1, 2], [3, 4]]\nb = k.copy()\nb[0][0] = 9\nuse(|k)', 'line 2'],
  [`${k}b = k\nb = f()\nb[0, 0] = 9\nuse(|k)`, '1 2 3 4'],
  // Functions, classes, scopes.
  [`${k}def f():\n    k = 5\nf()\nuse(|k)`, '1 2 3 4'],
  [`${k}def f():\n    global k\n    k = 5\nf()\nuse(|k)`, 'line 3'],
  [`${k}def f():\n    k[0, 0] = 5\nf()\nuse(|k)`, 'line 2'],
  [`def f():\n    k[0, 0] = 5\n${k}f()\nuse(|k)`, 'line 1'],
  [`${k}def f(): k[0, 0] = 5\nf()\nuse(|k)`, 'line 1'],
  [`${k}def f(a=1, k=2):\n    use(|k)`, 'unreadable'],
  [`${k}def f(*k):\n    return |k`, 'unreadable'],
  [`${k}g = lambda k: |k + 1`, 'unreadable'],
  [`${k}x = [|k for k in f()]`, 'unreadable'],
  [`${k}x = [k for k in f()]\nuse(|k)`, '1 2 3 4'],
  [`${k}class A:\n    k = 5\nuse(|k)`, '1 2 3 4'],
  [`${k}class A:\n    k = 5\n    def f(self):\n        use(|k)`, '1 2 3 4'],
  [`${k}def f():\n    m = [[7, 8]]\n    use(|m)`, '7 8'],
  [`${k}def k(): pass\nuse(|k)`, 'line 1'],
  [`${k}class k: pass\nuse(|k)`, 'line 1'],
  [`${k}f.k = 5\nuse(|k)`, '1 2 3 4'],
  [`${k}use(f.|k)`, 'none'],
  [`${k}f(k=3)\nuse(|k)`, '1 2 3 4'],
  // What may run or not, or again.
  [`if a:\n    ${k}else:\n    k = np.array([[5, 6]])\nuse(|k)`, 'line 3'],
  [`if a:\n    ${k}use(|k)`, 'line 1'],
  [`if a: ${k}use(|k)`, 'line 0'],
  [`try:\n    ${k}except E:\n    pass\nuse(|k)`, 'line 1'],
  [`with f():\n    ${k}use(|k)`, '1 2 3 4'],
  [`with f() as k:\n    use(|k)`, 'line 0'],
  [`while a:\n    ${k}    use(|k)`, '1 2 3 4'],
  [`${k}while a:\n    use(|k)\n    k = f()`, 'line 3'],
  [`${k}for i in x:\n    use(|k)\n    k[0] = i`, 'line 3'],
  [`${k}for i in x:\n    use(|k)\nk = f()`, '1 2 3 4'],
  [`${k}for k in x: pass\nuse(|k)`, 'line 1'],
  [`${k}for i, k in enumerate(x):\n    use(|k)`, 'line 1'],
  [`${k}match a:\n    case [k, b]:\n        pass\nuse(|k)`, 'line 2'],
  [`${k}try:\n    pass\nexcept E as k:\n    pass\nuse(|k)`, 'line 3'],
  // What may bring any name.
  [`${k}from lib import *\nuse(|k)`, 'line 1'],
  [`${k}from lib import a, k\nuse(|k)`, 'line 1'],
  [`${k}import k\nuse(|k)`, 'line 1'],
  [`${k}exec(code)\nuse(|k)`, 'line 1'],
  [`${k}globals()['k'] = 5\nuse(|k)`, 'line 1'],
  [`${k}%run other.py\nuse(|k)`, 'line 1'],
  [`${k}del a, k\nuse(|k)`, 'line 1'],
  ['"""\nk = [[1, 2]]\n"""\nuse(|k)', 'none'],
  ['# k = [[1, 2]]\nuse(|k)', 'none'],
  ['k = normalize(k=[[1, 2], [3, 4]])\nuse(|k)', 'unreadable'],
  ["k = {'k': [[1, 2], [3, 4]]}\nuse(|k)", 'unreadable'],
  [`${k}m = k if a else -k\nuse(|m)`, 'unreadable'],
  [`${k}m = k and [[5, 6]]\nuse(|m)`, 'unreadable'],
  [`${k}m = f(k)\nuse(|m)`, 'unreadable'],
  [`${k}m = k @ k\nuse(|m)`, '7 10 15 22'],
]);

table('javascript', [
  ['const k = [[1, 2]];\nuse(|k);', '1 2'],
  ['let k = [[1, 2]], m = [[3, 4]];\nuse(|m);', '3 4'],
  ['const k = [[1, 2]];\nk[0].push(3);\nuse(|k);', 'line 1'],
  ['const k = [[1, 2]];\nk.forEach((row) => { row[0] = 9; });\nuse(|k);', 'line 1'],
  ['const k = [[1, 2]];\nk.forEach((row) => print(row));\nuse(|k);', '1 2'],
  ['const k = [[1, 2]];\nk.length = 0;\nuse(|k);', 'line 1'],
  ['const k = [[1, 2]];\nconst b = k;\nb[0][0] = 9;\nuse(|k);', 'line 2'],
  ['const k = [[1, 2]];\nconst b = k.slice();\nb[0][0] = 9;\nuse(|k);', 'line 2'],
  ['const k = [[1, 2]];\nconst b = [...k];\nb[0][0] = 9;\nuse(|k);', 'line 2'],
  ['let k = [[1, 2]];\nif (a) k = [[3, 4]];\nuse(|k);', 'line 1'],
  ['let k = [[1, 2]];\nif (a)\n  k = [[3, 4]];\nuse(|k);', 'line 2'],
  ['let k = [[1, 2]];\nfunction f() { k = [[3, 4]]; }\nuse(|k);', 'line 1'],
  ['let k = [[1, 2]];\nf();\nuse(|k);\nfunction f() { k[0][0] = 9; }', 'line 3'],
  ['const k = [[1, 2]];\nconst f = (k) => use(|k);', 'unreadable'],
  ['const k = [[1, 2]];\nconst f = k => { use(|k); };', 'unreadable'],
  ['const k = [[1, 2]];\nfunction f(a, { k }) { use(|k); }', 'unreadable'],
  ['const k = [[1, 2]];\nclass A { apply(k) { use(|k); } }', 'unreadable'],
  ['const k = [[1, 2]];\nfor (const k of ks) { use(|k); }', 'unreadable'],
  ['const k = [[1, 2]];\nfor (const k of ks) { f(k); }\nuse(|k);', '1 2'],
  ['let k = [[1, 2]];\nfor (k of ks) {}\nuse(|k);', 'line 1'],
  ['let k = [[1, 2]];\n({ k } = f());\nuse(|k);', 'line 1'],
  ['let k = [[1, 2]];\n[a, k] = f();\nuse(|k);', 'line 1'],
  ['const { k } = f();\nuse(|k);', 'line 0'],
  ['try { f(); } catch (k) { use(|k); }', 'unreadable'],
  ['const k = [[1, 2]]\n  .map((row) => row.map((v) => v * 2));\nuse(|k);', 'unreadable'],
  ['{ const k = [[1, 2]]; }\nuse(|k);', 'none'],
  ['{ var k = [[1, 2]]; }\nuse(|k);', 'line 0'],
  ['const k = [[1, 2]];\n{ const k = [[3, 4]]; use(|k); }', '3 4'],
  ['const k = [[1, 2]];\nswitch (a) { case 1: use(|k); }', '1 2'],
  ['a.k = [[1, 2]];\nuse(|k);', 'none'],
  ['const o = { k: [[1, 2]] };\nuse(|k);', 'none'],
  ['let k = [[1, 2]];\nwhile (a) { use(|k); k = f(); }', 'line 1'],
  ['let k = [[1, 2]];\nk++;\nuse(|k);', 'line 1'],
  ['import { k } from "lib";\nuse(|k);', 'line 0'],
]);

table('typescript', [
  ['const k: number[][] = [[1, 2]];\nuse(|k);', '1 2'],
  ['const k = [[1, 2]];\nfunction f(k: number[][]): number[][] { return |k; }', 'unreadable'],
  ['const k = [[1, 2]];\nclass A { f(k: number[][]): number[][] { return |k; } }', 'unreadable'],
  ['const k = [[1, 2]] as const;\nuse(|k);', '1 2'],
]);

table('cpp', [
  ['const float k[2][2] = {{1, 2}, {3, 4}};\nint main() { use(|k); }', '1 2 3 4'],
  ['float k[2][2] = {{1, 2}, {3, 4}};\nvoid f() { k[0][0] = 9; }\nint main() { f(); use(|k); }', 'line 1'],
  ['float k[2][2] = {{1, 2}, {3, 4}};\nvoid f(float k[2][2]) { use(|k); }', 'unreadable'],
  ['float k[2][2] = {{1, 2}, {3, 4}};\nvoid f(const Mat& k) const { use(|k); }', 'unreadable'],
  ['float k[2][2] = {{1, 2}, {3, 4}};\nint main() { float k[2][2]; use(|k); }', 'unreadable'],
  ['float k[2][2] = {{1, 2}, {3, 4}};\nint main() { { float k[1] = {5}; } use(|k); }', '1 2 3 4'],
  ['int main() { float k[2] = {1, 2}; filter2D(a, k, -1, b); use(|k); }', 'line 0'],
  ['int main() { float k[2] = {1, 2}; printf("%f", k[0]); use(|k); }', '1 2'],
  ['int main() { float k[2] = {1, 2};\n*k = 5; use(|k); }', 'unreadable'],
  ['int main() { float k[2] = {1, 2};\nfloat* p = k; p[0] = 5; use(|k); }', 'line 1'],
  ['int main() { float k[2] = {1, 2};\nstd::cin >> k; use(|k); }', 'line 1'],
  ['int main() { float k[2] = {1, 2};\nif (a) k[0] = 2; use(|k); }', 'line 1'],
  ['int main() { float k[2] = {1, 2};\nfor (auto& v : k) v = 2; use(|k); }', 'line 1'],
  ['#ifdef A\nfloat k[2] = {1, 2};\n#else\nfloat k[2] = {3, 4};\n#endif\nint main() { use(|k); }', 'none'],
  ['#ifndef H\n#define H\nfloat k[2] = {1, 2};\nint main() { use(|k); }\n#endif', '1 2'],
  ['#define k other\nint main() { use(|k); }', 'line 0'],
  ['float k[2] = {1, 2};\nauto f = [](Mat k) { use(|k); };', 'unreadable'],
  ['float k[2] = {1, 2};\nint main() { use(a.|k); }', 'none'],
  ['float k[2] = {1, 2};\nint main() { use(a->|k); }', 'none'],
]);

table('java', [
  ['class A {\n  static final float[][] K = {{1, 2}};\n  void f() { use(|K); }\n}', '1 2'],
  ['class A {\n  float[][] k = {{1, 2}};\n  void g() { k[0][0] = 2; }\n  void f() { use(|k); }\n}', 'line 2'],
  ['class A {\n  float[][] k = {{1, 2}};\n  void f(float[][] k) { use(|k); }\n}', 'unreadable'],
]);

table('matlab', [
  ['A = [1 2; 3 4];\nB = 5;\nuse(|A)', '1 2 3 4'],
  ["A = [1 2; 3 4];\nB = A';\nuse(|B)", '1 3 2 4'],
  ['A = [1 2; 3 4];\nB = A * 2;\nuse(|B)', '2 4 6 8'],
  ['A = [1 2; 3 4];\nB = A;\nB(1) = 9;\nuse(|A)', '1 2 3 4'],
  ['A = [1 2; 3 4];\nA(:, 1) = 0;\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nA(end + 1, :) = [5 6];\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\n[A, B] = f(1);\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nclear A\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nclear\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nload data.mat\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\neval(s);\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nif a, A = [5 6]; end\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nfor A = 1:3, end\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4];\nfor i = 1:3\n  use(|A)\n  A = f(A);\nend', 'line 3'],
  ['A = [1 2; 3 4];\nfunction f()\n  use(|A)\nend', 'none'],
  ['A = [1 2; 3 4];\nfunction f(A)\n  use(|A)\nend', 'line 1'],
  ['function f()\n  A = [1 2; 3 4];\n  use(|A)\nend', '1 2 3 4'],
  ['A = [1 2; 3 4];\ng = @(A) use(|A);', 'unreadable'],
  ['A = [1 2; 3 4];\nuse(s.|A)', 'none'],
  ['s.A = [1 2; 3 4];\nuse(|A)', 'none'],
]);

table('julia', [
  ['A = [1 2; 3 4]\nuse(|A)', '1 2 3 4'],
  ['A = [1 2; 3 4]\nB = A\nB[1, 1] = 9\nuse(|A)', 'line 2'],
  ['A = [1 2; 3 4]\nA .= 0\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4]\nsort!(A)\nuse(|A)', 'line 1'],
  ['A = [1 2; 3 4]\nf(A) = use(|A)', 'unreadable'],
  ['A = [1 2; 3 4]\nfunction f(A)\n  use(|A)\nend', 'line 1'],
  ['A = [1 2; 3 4]\nmap(xs) do A\n  use(|A)\nend', 'unreadable'],
  ['A = [1 2; 3 4]\ng = A -> use(|A)', 'unreadable'],
  ['A = [1 2; 3 4]\nx = [use(|A) for A in xs]', 'unreadable'],
  ['A = [1 2; 3 4]\nfor A in xs\nend\nuse(|A)', 'line 1'],
]);

table('r', [
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nuse(|k)', '1 3 2 4'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nk[1, 1] <- 9\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nb <- k\nb[1, 1] <- 9\nuse(|k)', '1 3 2 4'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\ndim(k) <- c(4, 1)\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nf <- function() { k <<- 5 }\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nf <- function() { k[1, 1] <- 5 }\nuse(|k)', '1 3 2 4'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nf <- function(k) { use(|k) }', 'unreadable'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nf <- function(k) use(|k)', 'unreadable'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nc(1, 2) -> k\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nif (a) k <- 5\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nrm(k)\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nassign("k", 5)\nuse(|k)', 'line 1'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nk$a <- 5\nuse(|k)', 'unreadable'],
  ['k <- matrix(c(1, 2, 3, 4), nrow = 2)\nfor (k in 1:3) {}\nuse(|k)', 'line 1'],
]);

table('go', [
  ['func main() {\n\tk := [][]float64{{1, 2}}\n\tuse(|k)\n}', '1 2'],
  ['var k = [][]float64{{1, 2}}\nfunc f(k [][]float64) [][]float64 {\n\treturn use(|k)\n}', 'unreadable'],
  ['var k = [][]float64{{1, 2}}\nfunc (c *C) f(k [][]float64) {\n\tuse(|k)\n}', 'unreadable'],
  ['var k = [][]float64{{1, 2}}\nfunc main() {\n\tfor _, k := range ks {\n\t\tuse(|k)\n\t}\n}', 'line 2'],
]);

table('rust', [
  ['fn main() {\n  let k = [[1.0, 2.0]];\n  use_(|k);\n}', '1 2'],
  ['fn main() {\n  let mut k = [[1.0, 2.0]];\n  f(&mut k);\n  use_(|k);\n}', 'line 2'],
  ['const K: [[f32; 2]; 1] = [[1.0, 2.0]];\nfn f(K: &M) -> f32 { use_(|K) }', 'unreadable'],
]);
