/**
 * Writes the element's manifest, and what editors make of it, into the widget's package, as a part of its
 * build; run there.
 */
import { writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { elementManifest } from './element-manifest.mjs';

const manifest = elementManifest();
writeFileSync('custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);

// VS Code would propose the name of a type as a value.
for (const { attributes } of manifest.modules.flatMap(({ declarations = [] }) => declarations)) {
  for (const { type } of attributes) if (/^Uba\w+$/.test(type.text)) type.text = 'string';
}
// What they call its type wants literals that JavaScript has no word for.
const cem = /** @type {Parameters<typeof generateJetBrainsWebTypes>[0]} */ (
  /** @type {unknown} */ (manifest)
);
// All events and methods at once would fill the screen.
const options = { outdir: 'dist', hideEventDocs: true, hideMethodDocs: true, hideLogs: true };
generateVsCodeCustomElementData(cem, options);
generateJetBrainsWebTypes(cem, { ...options, packageJson: false });
