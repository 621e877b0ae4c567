import * as vscode from 'vscode';

/** Whether pictures in hovers, which cannot follow the theme by themselves, lie on a dark ground. */
export function isDarkTheme(): boolean {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
}
