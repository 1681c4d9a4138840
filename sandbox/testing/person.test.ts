import { expect } from 'chai';
import type { ScenarioAction } from '../core/scenarios/scenarios.js';
import type { Lang } from '../page/texts/index.js';
import { Person, type BankWindow, type Control, type Place } from './person.js';

/** Notes what is done in it, such as `click button Log in`. */
function notebook() {
  const notes: string[] = [];
  const control = (what: string): Control => {
    const note = (act: string) => {
      notes.push(`${act} ${what}`);
      return Promise.resolve();
    };
    return {
      getByRole: (role, { name = '' } = {}) => control(`${what} > ${role} ${String(name)}`),
      check: () => note('check'),
      click: () => note('click'),
      count: () => Promise.resolve(3),
      fill: (text) => note(`fill “${text}” into`),
      nth: (index) => control(`${what}no. ${index + 1}`),
      waitFor: () => Promise.resolve(),
    };
  };
  const place: Place = {
    getByRole: (role, { name = '' } = {}) => control(`${role} ${String(name)}`),
  };
  const bank: BankWindow = {
    ...place,
    close: () => {
      notes.push('close window');
      return Promise.resolve();
    },
    isClosed: () => false,
  };
  return { notes, place, tab: { waitForEvent: () => Promise.resolve(bank) } };
}

async function notesOf(lang: Lang, ...actions: readonly ScenarioAction[]) {
  const { notes, place, tab } = notebook();
  await new Person(place, tab, lang).does(...actions);
  return notes;
}

async function complaint(action: ScenarioAction): Promise<unknown> {
  return notesOf('en', action).catch((error: unknown) => error);
}

describe('Person', () => {
  it('goes by the names of the controls, in the order of the actions', async () => {
    const does: readonly ScenarioAction[] = [
      { act: 'pick-bank', bank: 'fino SCA Bank' },
      { act: 'log-in', userName: 'fino01', pin: '654321' },
      { act: 'connect-accounts' },
    ];
    expect(await notesOf('en', ...does)).to.deep.equal([
      'fill “fino SCA Bank” into combobox Find your bank – name, bank code, BIC or IBAN',
      'click option fino SCA Bank',
      'fill “fino01” into textbox Username',
      'fill “654321” into textbox PIN',
      'click button Log in',
      'click button Connect 3 accounts',
    ]);
  });

  it('reads the language that it is told', async () => {
    expect(await notesOf('de', { act: 'add-bank' })).to.deep.equal([
      'click button Bank hinzufügen',
    ]);
  });

  it('goes on from the check of a payment, and out of it, whatever the buttons say there', async () => {
    expect(await notesOf('en', { act: 'authorise-payment' }, { act: 'cancel' })).to.deep.equal([
      'click button /^(Continue to approval|Continue anyway)$/',
      'click button Cancel',
    ]);
  });

  it('says that it means to close, where it is asked', async () => {
    expect(await notesOf('de', { act: 'close' })).to.deep.equal([
      'click button Schließen',
      'click button Beenden',
    ]);
  });

  it('says that it means to go back, where it is asked', async () => {
    expect(await notesOf('en', { act: 'back' })).to.deep.equal([
      'click button Back',
      'click button Go back',
    ]);
  });

  it('opens the tools for what only they can do, and closes them', async () => {
    const revoke: ScenarioAction = { act: 'revoke-consent', bank: 'fino SCA Bank' };
    const panel = 'complementary Sandbox tools';
    expect(await notesOf('en', revoke)).to.deep.equal([
      'click button Tools',
      `click ${panel} > group fino SCA Bank > button Revoke at the bank`,
      `click ${panel} > button Close tools`,
    ]);
  });

  it('acts in the bank’s own window once it is open', async () => {
    const go: ScenarioAction = { act: 'go-to-bank' };
    const close: ScenarioAction = { act: 'at-bank', choice: 'close-window' };
    expect((await notesOf('en', go, close)).at(-1)).to.equal('close window');
    expect(await complaint(close)).to.match(/own window was not opened/);
  });

  it('says where the tools have no button for a span of time', async () => {
    expect(await complaint({ act: 'move-clock', ms: 1 })).to.match(/no button for 1 ms/);
  });
});
