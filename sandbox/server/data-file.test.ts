import { expect } from 'chai';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaBank } from '../core/bank/banks.js';
import { DataFile, DataFileError } from './data-file.js';
import { endOfDuration } from './duration.js';
import type { PersistedState } from './persisted-state.js';
import { createState } from './sandbox-state.js';

const secret = 'a-secret-of-a-webhook';

const booked = {
  amount: -1e12,
  currency: 'EUR',
  bookingDate: Date.UTC(9999, 11, 31) / 1000,
  purpose: 'x'.repeat(1000),
  paymentPartner: { name: 'Partner', iban: 'DE89370400440532013000' },
};

const uploaded = {
  currency: 'EUR',
  balance: 0.01,
  bankName: 'Bank',
  iban: 'DE89370400440532013000',
  owner: 'Anna',
  standingOrders: [{ anything: [null] }],
};

/** The state of a sandbox in which everything is used that is kept, at its bounds where it has any. */
function usedState() {
  const state = createState({ seed: 'kept' });
  const client = { clientId: 'shop', tenant: 'shop-1' };
  state.clock.advance(Date.UTC(9000, 0) - state.clock.now());
  const user = state.users.add(client, '~@:', {
    customUserID: 'C-1',
    expiresAt: endOfDuration('P899Y11M', state.clock.now()),
  });
  for (const bankCode of ['90000001', '90000005']) {
    const holder = { bankCode, userName: 'fino01', accountType: 'KREDIT_KARTE' } as const;
    const sync = { recurring: true, storeSecrets: true };
    const login = { ...holder, ...sync, sca: 'tan', accountIds: ['a', ''] } as const;
    const { bankLoginId } = user.ledger.open({ ...login, accountIds: [...login.accountIds] });
    user.ledger.expireConsent(bankLoginId);
    user.ledger.recordRenewal(bankLoginId);
  }
  user.pinGuard.judge('90000001', 'sbx-lock', 'wrong');
  user.deviceGuard.bind({ bank: scaBank, userName: 'sbx-new-device' });
  user.ids.next('attempt');
  user.addAnalysis('analysis', state.clock.now());
  state.uploads.add(user, [
    { ...uploaded, type: 'GIRO', transactions: [{ ...booked, transactionId: 'booking' }] },
    { ...uploaded, type: 'DEPOT', securities: [{ isin: 'DE000SBX0018', quantity: 1e12 }] },
  ]);
  const url = 'http://127.0.0.1:4/';
  state.webhooks.create('shop', { url, method: 'PUT', events: ['ubasync'], secret }, false);
  return state;
}

let folder: string;
let path: string;
let warnings: string[];
let open: DataFile[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uba-data-file-'));
  path = join(folder, 'state.json');
  warnings = [];
  open = [];
});

afterEach(() => {
  for (const dataFile of open) dataFile.close();
  rmSync(folder, { recursive: true });
});

function use(rules?: ConstructorParameters<typeof DataFile>[2]): DataFile {
  const dataFile = new DataFile(path, (message) => warnings.push(message), rules);
  open.push(dataFile);
  return dataFile;
}

/** Why the file is refused. */
function refusal(): string {
  try {
    use();
  } catch (error) {
    expect(error).to.be.instanceOf(DataFileError);
    const { message, cause } = error as Error;
    expect(`${message} ${String(cause)}`).not.to.contain(secret);
    return message;
  }
  return expect.fail('It was not refused.');
}

const text = JSON.stringify(usedState().persistence.snapshot());

describe('What a data file holds', () => {
  it('is read as it was written, with everything at its bounds', () => {
    writeFileSync(path, text);
    const { before } = use();
    expect(before).to.deep.equal(JSON.parse(text));
    const state = createState({ seed: 'kept', before });
    expect(state.persistence.snapshot()).to.deep.equal(before);
    state.close();
  });

  it('is refused where it was cut off, at each byte, and stays as it is', () => {
    const state = createState({ seed: 'kept' });
    state.users.add({ clientId: 'shop', tenant: 'shop' }, 'anna');
    const small = JSON.stringify(state.persistence.snapshot());
    state.close();
    for (let length = 0; length < small.length; length += 1) {
      writeFileSync(path, small.slice(0, length));
      expect(refusal()).to.equal(
        `${path} cannot be read: it is empty, cut off or no JSON. Mend it, or remove it to begin without data.`,
      );
      expect(statSync(path).size).to.equal(length);
    }
    expect(readdirSync(folder)).to.deep.equal(['state.json']);
  });

  /** By the place in the document, values that the sandbox never writes there. */
  const wrong: Record<string, readonly unknown[]> = {
    movedBy: [1e300, -1, '5', null, Date.UTC(9000, 0)],
    users: [7, {}, null],
    'users[0].clientId': ['', 'a b', 'x'.repeat(129)],
    'users[0].tenant': ['', 'a\nb'],
    'users[0].userId': ['', '../x', 7],
    'users[0].type': ['cat'],
    'users[0].customUserID': ['a/b'],
    'users[0].automaticAnalysis': [true],
    'users[0].expiresAt': [1e300, -1],
    'users[0].store.logins.user[0].recurring': ['yes'],
    'users[0].store.logins.user[0].failures': [-1, 1.5, 1e300],
    'users[0].store.boundDevices[0]': [1],
    'users[0].analyses[0].at': [1e300, -1],
    'users[0].store.movedBy': [1e300, -1],
    'users[0].store.latency': [-1, 1e9],
    'users[0].store.numbers.attempt': [-1, 1.5, 1e300],
    'users[0].store.wrongPins["90000001 sbx-lock"]': [-1, 1.5, 1e300],
    'users[0].store.logins.user[1].bankCode': ['', '90000009', '__proto__'],
    'users[0].store.logins.user[1].accountType': ['gold'],
    'users[0].store.logins.user[0].sca': ['fax'],
    'users[0].store.logins.user[0].lastSynchronization': [1e300, -1, 8.64e15 + 1],
    'users[0].store.logins.user[0].consents[0].endsAt': [1e300, -1],
    'users[0].store.logins.user[0].consents[1].standing': ['maybe'],
    'users[0].store.logins.user[0].connectedAt': [1e300, -1, '5', null],
    'users[0].store.logins.user[0].automaticUntil': [1e300, -1, '5', null],
    'users[0].store.logins.user[0].manualSyncs': [7, null, Array(501).fill(0)],
    'users[0].store.logins.user[0].manualSyncs[0]': [1e300, -1, '5', null],
    'users[0].analyses[0].id': [7, null],
    'users[0].uploads': [7, null, {}],
    'users[0].uploads[0].accountId': ['', 'a/b', 7],
    'users[0].uploads[0].type': ['CURRENT', null],
    'users[0].uploads[0].balance': ['1', 1e13, null],
    'users[0].uploads[0].currency': ['euro', ''],
    'users[0].uploads[0].iban': ['', 'DE89 3704', null],
    'users[0].uploads[0].owner': ['', 'x'.repeat(201)],
    'users[0].uploads[0].standingOrders[0]': [7, null],
    'users[0].uploads[0].transactions': [null, {}],
    'users[0].uploads[0].transactions[0].transactionId': ['', 'a b'],
    'users[0].uploads[0].transactions[0].amount': ['1', -1e13, null],
    'users[0].uploads[0].transactions[0].bookingDate': [-1, 1.5, 1e12, '2026-01-01'],
    'users[0].uploads[0].transactions[0].paymentPartner.name': ['', 7],
    'users[0].uploads[0].transactions[0].paymentPartner.iban': ['DE', 7],
    'users[0].uploads[1].securities': [null, {}],
    'users[0].uploads[1].securities[0].quantity': ['1', 1e13],
    'webhooks[0].secret': ['', 7, null],
    'webhooks[0].events': [[], null],
    'webhooks[0].url': ['javascript:alert(1)', 'nowhere'],
    'webhooks[0].method': ['GET'],
    'webhooks[0].events[0]': ['nothing'],
    'webhooks[0].webhookID': [''],
    'webhooks[0].clientId': [''],
  };
  for (const [place, values] of Object.entries(wrong)) {
    it(`is refused by its place where it was changed by hand: ${place}`, () => {
      for (const value of values) {
        writeFileSync(path, JSON.stringify(changed(place, value)));
        const message = refusal();
        expect(message).to.contain(`${path} cannot be read: it was not written by this version`);
        expect(message).to.contain(`See ${place}: `);
      }
    });
  }

  it('is refused where an upload does not fit its type, or has a key too many', () => {
    const change = (index: number, more: object) => {
      const state = JSON.parse(text) as { users: { uploads: object[] }[] };
      const { uploads } = state.users[0]!;
      uploads[index] = { ...uploads[index], ...more };
      writeFileSync(path, JSON.stringify(state));
      return refusal();
    };
    const place = 'See users[0].uploads[';
    expect(change(0, { type: 'DEPOT' })).to.contain(`${place}0].securities: a DEPOT needs them`);
    expect(change(1, { type: 'GIRO' })).to.contain(`${place}1].securities: only a DEPOT has them`);
    expect(change(1, { colour: secret })).to.contain(`${place}1]: `);
  });

  it('is refused where its top is something else', () => {
    for (const top of ['null', '[]', '7', '"x"', '{}']) {
      writeFileSync(path, top);
      expect(refusal()).to.contain(top === '{}' ? 'See movedBy: ' : 'See its top: ');
    }
  });
});

/** The state with another value at a place such as `users[0].type`. */
function changed(place: string, value: unknown): PersistedState {
  const state = JSON.parse(text) as PersistedState;
  const keys = [...place.matchAll(/\["(.+?)"\]|\[(\d+)\]|(\w+)/g)].map(
    ([, quoted, index, name]) => quoted ?? index ?? name!,
  );
  const last = keys.pop()!;
  let at = state as unknown as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  expect(at).to.have.property(last);
  at[last] = value;
  return state;
}

describe('The lock of a data file', () => {
  const lock = () => `${path}.lock`;
  const lockOf = (holder: object | string, age = 0) => {
    writeFileSync(lock(), typeof holder === 'string' ? holder : JSON.stringify(holder));
    const then = new Date(Date.now() - age);
    utimesSync(lock(), then, then);
  };
  const other = { pid: 4711, host: 'another-machine', id: 'x' };

  it('keeps others off, in the same program too, until it is released', () => {
    const first = use();
    expect(refusal()).to.contain(`another sandbox uses it (process ${process.pid} on `);
    first.close();
    expect(existsSync(lock())).to.equal(false);
    use();
    expect(warnings).to.deep.equal([]);
  });

  it('is another machine’s, or one that is being written, until it is 10 s old', () => {
    for (const holder of [other, '', '{"pid"', '{"pid":"x"}', { ...other, pid: -1 }]) {
      lockOf(holder, 9_000);
      expect(refusal()).to.contain('another sandbox uses it');
      lockOf(holder, 11_000);
      use().close();
    }
  });

  it('is taken over from a process of this machine that is gone, and from an earlier one of our number', () => {
    for (const pid of [2 ** 30, process.pid]) {
      lockOf({ ...other, host: hostname(), pid });
      use().close();
    }
    lockOf({ ...other, host: hostname(), pid: process.ppid });
    expect(refusal()).to.contain(`(process ${process.ppid} on ${hostname()})`);
  });

  it('is missed once, by a warning, where none can be made', () => {
    mkdirSync(lock());
    const dataFile = use();
    const state = createState();
    dataFile.keep(state.persistence);
    dataFile.close();
    state.close();
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(`Beside ${path} no lock can be made (EEXIST)`);
    expect(statSync(path).isFile()).to.equal(true);
  });

  it('goes on saying that its holder lives, and is made anew where it was removed', async () => {
    const state = createState();
    use({ ...quick, beat: 5 }).keep(state.persistence);
    const born = new Date(0);
    utimesSync(lock(), born, born);
    await until(() => statSync(lock()).mtimeMs > 0);
    rmSync(lock());
    await until(() => existsSync(lock()));
    state.close();
  });
});

const quick = { writeDelay: 1, retryDelay: 1, warnEvery: 60_000, beat: 1e6 };

/** Waits until something is so; the runner's own deadline ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('A data file that cannot be written', () => {
  it('is said at most once in a time, and tried again until it can be', async () => {
    const state = createState();
    let saves = 0;
    const snapshot = state.persistence.snapshot.bind(state.persistence);
    state.persistence.snapshot = () => {
      saves += 1;
      return snapshot();
    };
    const dataFile = use({ ...quick, warnEvery: 50 });
    dataFile.keep(state.persistence);
    rmSync(path);
    mkdirSync(path);
    const began = performance.now();
    state.users.add({ clientId: 'shop', tenant: 'shop' }, 'anna');
    await until(() => warnings.length === 3);
    expect(performance.now() - began).to.be.at.least(100);
    expect(saves).to.be.greaterThan(4);
    expect(new Set(warnings)).to.have.length(1);
    expect(warnings[0]).to.contain(`${path} cannot be written: it is a folder`);
    rmSync(path, { recursive: true });
    await until(() => existsSync(path));
    expect(readFileSync(path, 'utf8')).to.contain('"anna"');
    state.close();
  });

  it('leaves no draft behind, and says at the end that it was not written', () => {
    const state = createState();
    const dataFile = use(quick);
    dataFile.keep(state.persistence);
    rmSync(path);
    mkdirSync(path);
    dataFile.close();
    expect(warnings).to.have.length(1);
    expect(readdirSync(folder)).to.deep.equal(['state.json']);
    state.close();
  });
});
