import { html, type TemplateResult } from 'lit';

const tokens =
  /(?<comment>\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->)|(?<string>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<name><\/?[a-z][\w-]*)|(?<keyword>\b(?:import|from|export|default|const|function|return|await|async|class|readonly|if|switch|case|break|new|test|expect)\b)/g;

/** Source text of the demo's own snippets (HTML and JavaScript mixed), with its parts marked. */
export function highlight(code: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: text, index, groups = {} } of code.matchAll(tokens)) {
    const [kind] = Object.entries(groups).find(([, found]) => found) ?? [''];
    parts.push(code.slice(end, index), html`<span class=${kind}>${text}</span>`);
    end = index + text.length;
  }
  return [...parts, code.slice(end)];
}
