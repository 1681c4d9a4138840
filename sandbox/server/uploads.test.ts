import { expect } from 'chai';
import { SandboxClock } from '../core/bank/sandbox-clock.js';
import { Secrets } from './secrets.js';
import type { NewAccount } from './upload-models.js';
import { Uploads } from './uploads.js';
import { Users } from './users.js';

const kB = 1024;
const MB = 1024 * kB;

function uploading() {
  const users = new Users(SandboxClock.still(), 'seed');
  const uploads = new Uploads(users, new Secrets('seed'));
  const userOf = (userId: string) => users.add({ clientId: 'shop', tenant: 'shop' }, userId);
  return { users, uploads, userOf };
}

const account: NewAccount = {
  accountId: 'a',
  type: 'GIRO',
  currency: 'EUR',
  balance: 1,
  bankName: 'Bank',
  iban: 'DE89370400440532013000',
  owner: 'Anna',
  transactions: [],
};

/** An account of so many characters of JSON, as the only one in its list. */
const sized = (size: number): NewAccount => ({
  ...account,
  owner: 'x'.repeat(size - JSON.stringify([{ ...account, owner: '' }]).length),
});

describe('What is uploaded', () => {
  it('may be 4 MB of a user, to the character', () => {
    const { uploads, userOf } = uploading();
    const user = userOf('anna');
    expect(() => uploads.add(user, [sized(4 * MB + 1)])).to.throw('4 MB');
    expect(user.uploads).to.deep.equal([]);
    uploads.add(user, [sized(4 * MB)]);
    expect(user.uploadSize).to.equal(4 * MB);
    // What replaces it does not count beside it.
    uploads.add(user, [sized(4 * MB)]);
    expect(user.uploads).to.have.length(1);
    expect(() => uploads.add(user, [{ ...account, accountId: 'b' }])).to.throw('4 MB');
  });

  it('may be 100 accounts of a user', () => {
    const { uploads, userOf } = uploading();
    const user = userOf('anna');
    const many = Array.from({ length: 100 }, (_, i) => ({ ...account, accountId: `a-${i}` }));
    uploads.add(user, many);
    uploads.add(user, many.slice(0, 1));
    expect(() => uploads.add(user, [account])).to.throw('100 uploaded accounts');
    uploads.remove(user, ['a-7']);
    uploads.add(user, [account]);
    expect(user.uploads).to.have.length(100);
  });

  it('may be 64 MB of all users, and has room again where some is deleted', () => {
    const { users, uploads, userOf } = uploading();
    const full = Array.from({ length: 16 }, (_, i) => userOf(`user-${i}`));
    for (const user of full.slice(1)) uploads.add(user, [sized(4 * MB)]);
    const [first = expect.fail(), second = expect.fail()] = full;
    // The empty list of another takes two characters as well.
    const late = userOf('late');
    uploads.add(first, [sized(4 * MB - late.uploadSize)]);
    const refused = () => uploads.add(late, [sized(kB)]);
    expect(refused).to.throw('64 MB');
    expect(late.uploads).to.deep.equal([]);
    uploads.remove(second, ['a']);
    uploads.add(late, [sized(kB)]);
    uploads.add(second, [sized(4 * MB - kB)]);
    expect(() => uploads.add(late, [sized(2 * kB)])).to.throw('64 MB');
    users.delete(first);
    uploads.add(late, [sized(2 * kB)]);
  });
});
