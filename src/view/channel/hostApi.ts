import type { FromView, ToView, ViewState } from '../../protocol/lens';

/** What a view needs of its surroundings: VS Code in a webview, a fake in a fixture page or a test. */
export interface HostApi<From = FromView, To = ToView, State = ViewState> {
  readonly post: (message: From) => void;
  readonly getState: () => unknown;
  readonly setState: (state: State) => void;
  /** Calls back for each message of the host. */
  readonly listen: (handler: (message: To) => void) => void;
}
