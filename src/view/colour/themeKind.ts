/** The four kinds of theme that VS Code tells a webview by the classes of its body. */
export type ThemeKind = 'dark' | 'light' | 'hc-dark' | 'hc-light';

/** The kind that a list of class names stands for; dark where it says nothing. */
export function themeKindOf(classNames: string): ThemeKind {
  const names = new Set(classNames.split(/\s+/));
  if (names.has('vscode-high-contrast-light')) return 'hc-light';
  if (names.has('vscode-high-contrast')) return 'hc-dark';
  return names.has('vscode-light') ? 'light' : 'dark';
}

/** Whether letters are light on a dark ground. */
export function isDark(kind: ThemeKind): boolean {
  return kind === 'dark' || kind === 'hc-dark';
}
