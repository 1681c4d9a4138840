import { expect } from '@open-wc/testing';
import { warnings } from '../../../test/fixtures/console-warnings.js';
import { sayProblems, sayOnce } from './console.js';
import { connectUbaFrame } from './connect-uba-frame.js';

describe('what the console is told', () => {
  it('is said once a page by sayOnce', () => {
    const lines = warnings(() => {
      sayOnce('only here');
      sayOnce('only here');
    });
    expect(lines).to.deep.equal(['UBA: only here']);
  });

  it('names each option once', () => {
    const said = new Set<string>();
    const problem = { option: 'theme', problem: 'must be so' };
    const lines = warnings(() => {
      sayProblems([problem, problem, { option: 'lang', problem: 'must be so' }], said);
      sayProblems([problem], said);
    });
    expect(lines).to.deep.equal(['UBA: theme must be so.', 'UBA: lang must be so.']);
  });

  it('is said once for an iframe that is connected and loaded', () => {
    const iframe = document.createElement('iframe');
    const options = {
      sandboxMode: true,
      sessionId: 's',
      userIdentifier: 'u',
      origin: 'https://uba.test.fino.run',
      unknown: 1,
    };
    const lines = warnings(() => connectUbaFrame(iframe, options).disconnect());
    expect(lines).to.deep.equal([
      'UBA: unknown is no option.',
      'UBA: sessionId is not sent: sandboxMode makes its own session.',
    ]);
  });
});
