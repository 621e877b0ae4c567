import type { FromView, ToView, ViewState } from '../../protocol/lens';
import type { HostApi } from './hostApi';

interface VsCodeApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: ViewState): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

/** The channel to the extension host; VS Code hands it out only once for each page. */
export function vscodeHostApi(): HostApi {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    getState: () => api.getState(),
    setState: (state) => api.setState(state),
    listen: (handler) => window.addEventListener('message', ({ data }: MessageEvent<ToView>) => handler(data)),
  };
}
