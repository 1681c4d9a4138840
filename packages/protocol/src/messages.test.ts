import { expect } from '@open-wc/testing';
import {
  errorCodes,
  features,
  isDocumented,
  isFeature,
  isMessageType,
  messageShapes,
  messageTypes,
} from './messages.js';

describe('the documented names', () => {
  it('are 11 main events, 20 granular ones and 13 error codes', () => {
    expect(messageTypes).to.have.length(31);
    expect(messageTypes.filter((type) => type === type.toUpperCase())).to.have.length(20);
    expect(new Set(messageTypes).size).to.equal(31);
    expect(new Set(errorCodes).size).to.equal(13);
  });

  it('have one shape each', () => {
    expect(Object.keys(messageShapes)).to.deep.equal(messageTypes);
  });
});

describe('isMessageType', () => {
  it('knows every documented name', () => {
    for (const type of messageTypes) expect(isMessageType(type), type).to.equal(true);
  });

  it('knows nothing else: no other case, no inherited key, no event of the DOM, no look-alike', () => {
    const others = [
      'Ready',
      'exit',
      'ready ',
      'ready\0',
      'rеady',
      'click',
      'error',
      '__proto__',
      'constructor',
      'toString',
      'then',
      '',
    ];
    for (const type of others) expect(isMessageType(type), type).to.equal(false);
  });
});

describe('isFeature', () => {
  it('knows the features and nothing else', () => {
    expect(features.every(isFeature)).to.equal(true);
    expect(isFeature('ready')).to.equal(false);
    expect(isFeature('toString')).to.equal(false);
  });
});

describe('isDocumented', () => {
  it('knows the documented keys, those that may be absent among them', () => {
    expect(isDocumented('bank-connect', 'accountIds')).to.be.true;
    expect(isDocumented('ready', 'features')).to.be.true;
    expect(isDocumented('BANK_LOGIN_ERROR', 'code')).to.be.true;
  });

  it('takes everything else for our design', () => {
    expect(isDocumented('BANK_LOGIN_ERROR', 'requestId')).to.be.false;
    expect(isDocumented('state', 'approach')).to.be.false;
    expect(isDocumented('bank-connect', 'toString')).to.be.false;
  });
});
