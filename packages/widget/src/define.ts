import { FinoUba } from './fino-uba.js';

// Lit's build for Node brings a registry of its own, so that `customElements` says nothing there.
if (typeof document !== 'undefined' && !customElements.get('fino-uba')) {
  customElements.define('fino-uba', FinoUba);
}
