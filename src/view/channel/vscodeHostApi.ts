import type { FromView, ToView, ViewState } from '../../protocol/lens';
import type { HostApi } from './hostApi';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

/** The channel to the extension host; VS Code hands it out only once for each page. */
export function vscodeHostApi<From = FromView, To = ToView, State = ViewState>(): HostApi<From, To, State> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    getState: () => api.getState(),
    setState: (state) => api.setState(state),
    listen: (handler) => window.addEventListener('message', ({ data }: MessageEvent<To>) => handler(data)),
  };
}
