import { expect } from 'chai';
import { EventRecord } from './event-record.js';
import { LogView } from './log-view.js';

function recordOf(...types: string[]): EventRecord {
  const record = new EventRecord();
  for (const type of types) record.add({ kind: 'message', type, origin: 'https://uba.example' });
  return record;
}

const types = (view: LogView) => view.entries.map(({ type }) => type);

describe('LogView', () => {
  it('takes in what is new and nothing twice', () => {
    const record = recordOf('ready');
    const view = new LogView();
    view.follow(record.entries);
    view.follow(record.entries);
    record.add({ kind: 'status', type: 'failed', origin: '' });
    view.follow(record.entries);
    expect(types(view)).to.deep.equal(['ready', 'failed']);
  });

  it('shows only what fits text and kind, whatever the case of the letters', () => {
    const record = recordOf('bank-select', 'ERROR');
    record.add({ kind: 'error', type: 'LOAD_TIMEOUT', origin: '', payload: { message: 'bank' } });
    const view = new LogView();
    view.text = ' BANK ';
    view.follow(record.entries);
    expect(types(view)).to.deep.equal(['bank-select', 'LOAD_TIMEOUT']);
    view.kind = 'error';
    view.follow(record.entries);
    expect(types(view)).to.deep.equal(['LOAD_TIMEOUT']);
  });

  it('is empty after a clear and goes on after it', () => {
    const record = recordOf('ready');
    const view = new LogView();
    view.follow(record.entries);
    record.clear();
    view.follow(record.entries);
    expect(view.entries).to.be.empty;
    record.add({ kind: 'message', type: 'EXIT', origin: '' });
    view.follow(record.entries);
    expect(types(view)).to.deep.equal(['EXIT']);
  });

  it('drops what the record dropped', () => {
    const record = recordOf(...Array.from({ length: 20_001 }, (_, index) => `E${index}`));
    const view = new LogView();
    view.follow(record.entries);
    expect(view.entries).to.have.lengthOf(18_001);
    expect(types(view)[0]).to.equal('E2000');
  });
});
