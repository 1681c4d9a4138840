import { buildUbaUrl } from '@finodigital/uba-host';
import { optionTable, type UbaOptions } from '@finodigital/uba-protocol';
import type { Snippet } from '../code/snippets.js';
import { attribute, literal } from '../code/source-text.js';

/** A look in the forms in which it is passed on. */
export function themeSnippets({ colorScheme, theme }: UbaOptions): readonly Snippet[] {
  const look: UbaOptions = { ...(colorScheme && { colorScheme }), ...(theme && { theme }) };
  const colors = JSON.stringify(theme ?? {}, null, 2);
  const attributes = [
    ...(colorScheme ? [attribute(optionTable.colorScheme.attribute, colorScheme)] : []),
    ...(theme ? [attribute(optionTable.theme.attribute, colors)] : []),
  ];
  if (attributes.length === 0) attributes.push('<!-- the documented defaults need none -->');
  // In the sandbox's address the look stands alone.
  const [, params = ''] = buildUbaUrl({ ...look, sandboxMode: true }).split('?');
  return [
    { id: 'attribute', title: 'Attribute', file: 'on <fino-uba>', code: attributes.join('\n') },
    {
      id: 'json',
      title: 'JSON',
      file: 'the theme alone',
      code: colors,
    },
    { id: 'param', title: 'URL parameter', file: 'after …/auth?', code: params },
    {
      id: 'update',
      title: 'While it runs',
      file: 'no reload',
      code: `widget.update(${literal(look)});`,
    },
  ];
}
