import { expect } from 'chai';
import { callSnippets } from './call-snippets.js';
import { mask } from '../log/snapshot.js';

const get = {
  method: 'GET',
  url: 'http://127.0.0.1:5174/api/users/u/banking/accounts',
  needsToken: true,
  isForm: false,
  status: 200,
};

const codeOf = (id: string, call: Parameters<typeof callSnippets>[0]) =>
  callSnippets(call).find((snippet) => snippet.id === id)?.code;

describe('callSnippets', () => {
  it('shows a request without a body', () => {
    expect(codeOf('curl', get)).to.equal(
      `curl -X GET '${get.url}' \\\n  -H "Authorization: Bearer $TOKEN"\n`,
    );
    expect(codeOf('fetch', get)).to.equal(
      `const response = await fetch('${get.url}', {\n  headers: { Authorization: \`Bearer \${token}\` },\n});\n`,
    );
    expect(codeOf('answer', get)).to.equal('// no body');
    expect(codeOf('answer', { ...get, answer: { accounts: [] } })).to.include('"accounts": []');
  });

  it('names a secret and never says it, in JSON and in a form', () => {
    const json = {
      ...get,
      method: 'POST',
      body: { url: 'http://x/', secret: mask, events: ['a'] },
    };
    expect(codeOf('curl', json)).to.include(
      `-d '{"url":"http://x/","secret":"'"$SECRET"'","events":["a"]}'`,
    );
    expect(codeOf('fetch', json)).to.include('secret: secret,');
    expect(codeOf('fetch', json)).to.include("events: ['a'],");
    const form = {
      ...get,
      method: 'POST',
      needsToken: false,
      isForm: true,
      body: { client_id: 'demo', client_secret: mask },
    };
    expect(codeOf('curl', form)).to.include("-d 'client_id=demo'");
    expect(codeOf('curl', form)).to.include('-d "client_secret=$SECRET"');
    expect(codeOf('fetch', form)).to.include('new URLSearchParams({');
    for (const call of [json, form]) {
      for (const id of ['curl', 'fetch']) expect(codeOf(id, call)).not.to.include(mask);
    }
  });

  it('lets no text break out of a shell’s quotes', () => {
    const call = { ...get, method: 'POST', body: { owner: "O'Hara'; rm -rf /" } };
    expect(codeOf('curl', call)).to.include(`"O'\\''Hara'\\''; rm -rf /"`);
  });
});
