import { say } from '@finodigital/uba-host/internal';
import { FinoUba } from './fino-uba.js';

// Lit's build for Node brings a registry of its own, so that `customElements` says nothing there.
if (typeof document !== 'undefined') {
  const registered = customElements.get('fino-uba') as Partial<typeof FinoUba> | undefined;
  if (!registered) customElements.define('fino-uba', FinoUba);
  else if (registered.version !== FinoUba.version) {
    say(
      `<fino-uba> is there twice: version ${registered.version} is used, ` +
        `version ${FinoUba.version} is not.`,
    );
  }
}
