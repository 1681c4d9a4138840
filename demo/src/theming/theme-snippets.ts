import { buildUbaUrl } from '@finodigital/uba-host';
import { optionTable, type UbaOptions } from '@finodigital/uba-protocol';
import type { Snippet } from '../code/snippets.js';
import { attribute, literal } from '../code/source-text.js';
import { wordsOf } from '../texts/language.js';
import { themingTexts } from '../texts/theming.js';

const t = wordsOf(themingTexts);

/** A look in the forms in which it is passed on. */
export function themeSnippets({ colorScheme, theme }: UbaOptions): readonly Snippet[] {
  const look: UbaOptions = { ...(colorScheme && { colorScheme }), ...(theme && { theme }) };
  const colors = JSON.stringify(theme ?? {}, null, 2);
  const attributes = [
    ...(colorScheme ? [attribute(optionTable.colorScheme.attribute, colorScheme)] : []),
    ...(theme ? [attribute(optionTable.theme.attribute, colors)] : []),
  ];
  if (attributes.length === 0) attributes.push(`<!-- ${t.needsNone} -->`);
  // In the sandbox's address the look stands alone.
  const [, params = ''] = buildUbaUrl({ ...look, sandboxMode: true }).split('?');
  return [
    { id: 'attribute', title: t.attribute, file: t.attributeFile, code: attributes.join('\n') },
    {
      id: 'json',
      title: t.json,
      file: t.jsonFile,
      code: colors,
    },
    { id: 'param', title: t.param, file: t.paramFile, code: params },
    {
      id: 'update',
      title: t.update,
      file: t.updateFile,
      code: `widget.update(${literal(look)});`,
    },
  ];
}
