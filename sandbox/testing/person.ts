/** A person in front of the sandbox: acts by the names that a screen reader reads out, no others. */
import { day, hour, minute } from '../core/contract/durations.js';
import type { ScenarioAction } from '../core/scenarios/scenarios.js';
import type { Lang } from '../page/texts/index.js';
import { wordsFor, type Words } from './words.js';

export type Role =
  'button' | 'checkbox' | 'combobox' | 'complementary' | 'group' | 'option' | 'radio' | 'textbox';

/** Which of the elements of a role are meant; all where nothing is said. */
export interface Wanted {
  /** The accessible name: a part of it, or the whole of it with `exact`. */
  readonly name?: string | RegExp;
  readonly exact?: boolean;
  readonly checked?: boolean;
}

/**
 * Something to look for controls in. Playwright's `Page`, `FrameLocator` and `Locator` are such
 * places as they stand; for another driver, write the few methods of it and of {@link Control}.
 */
export interface Place {
  getByRole(role: Role, wanted?: Wanted): Control;
}

/** What matches at the time it is used. The acts wait until there is one that can be acted on. */
export interface Control extends Place {
  check(): Promise<void>;
  click(): Promise<void>;
  count(): Promise<number>;
  fill(text: string): Promise<void>;
  nth(index: number): Control;
  waitFor(): Promise<void>;
}

/** The bank's own page, in a window of its own. */
export interface BankWindow extends Place {
  close(): Promise<void>;
  isClosed(): boolean;
}

/** The browser's tab: it tells of a window that opens. */
export interface Tab {
  waitForEvent(event: 'popup'): Promise<BankWindow>;
}

/**
 * Does what a scenario says, as a person would.
 *
 * @example
 * const { does, events } = scenarioOf('02');
 * const person = new Person(page.frameLocator('iframe'), page);
 * await person.does(...does);
 */
export class Person {
  /** What the person reads; for a test that finds more than a scenario needs. */
  readonly words: Words;
  #bank: BankWindow | undefined;

  /**
   * @param place where the sandbox is: a frame, or the page itself
   * @param tab the page around it
   * @param lang the language that the sandbox speaks there
   */
  constructor(
    private readonly place: Place,
    private readonly tab: Tab,
    lang: Lang = 'en',
  ) {
    this.words = wordsFor(lang);
  }

  /**
   * Does one thing after the other.
   *
   * @throws Error of the driver, where a control does not turn up in the time that it gives it
   */
  async does(...actions: readonly ScenarioAction[]): Promise<void> {
    for (const action of actions) await this.#act(action);
  }

  /** A field by its role and whole name. */
  field(role: 'checkbox' | 'combobox' | 'radio' | 'textbox', name: string): Control {
    return this.place.getByRole(role, { name, exact: true });
  }

  /** Presses the button of that whole name. */
  press(name: string): Promise<void> {
    return this.place.getByRole('button', { name, exact: true }).click();
  }

  /** Presses the button of one of these whole names, which do not stand on one screen. */
  #pressOne(...names: readonly string[]): Promise<void> {
    const name = new RegExp(`^(${names.join('|')})$`);
    return this.place.getByRole('button', { name }).click();
  }

  async #act(action: ScenarioAction): Promise<void> {
    const { place } = this;
    const { sandbox, panel } = this.words;
    switch (action.act) {
      case 'pick-bank':
        await this.field('combobox', sandbox.search.fullLabel).fill(action.bank);
        return place.getByRole('option', { name: action.bank }).click();
      case 'choose-account-type':
        await this.field('radio', sandbox.accountTypes[action.accountType]).check();
        return this.press(sandbox.common.continue);
      case 'log-in':
        await this.field('textbox', sandbox.login.userName).fill(action.userName);
        await this.field('textbox', sandbox.login.pin).fill(action.pin);
        return this.press(sandbox.login.submit);
      case 'enter-tan':
        await this.field('textbox', sandbox.tan.label).fill(action.tan);
        return this.press(sandbox.tan.submit);
      case 'choose-method':
        return place.getByRole('button', { name: sandbox.methodNames[action.method] }).click();
      case 'choose-medium':
        return this.press(sandbox.medium.phone(action.phone));
      case 'agree-consent':
        return this.press(sandbox.consent.agree);
      case 'decline-consent':
        return this.press(sandbox.consent.decline);
      case 'toggle-account':
        return place.getByRole('checkbox').nth(action.index).click();
      case 'connect-accounts':
        return this.press(sandbox.accounts.submit(await this.#ticked()));
      case 'authorise-payment':
        return this.#pressOne(sandbox.payment.submit, sandbox.payment.anyway);
      case 'cancel':
        return this.press(sandbox.common.cancel);
      case 'close':
        return this.#leave(sandbox.common.close, sandbox.leave.yes);
      case 'back':
        return this.#leave(sandbox.common.back, sandbox.goBack.yes);
      case 'done':
        return this.press(sandbox.common.done);
      case 'retry':
        return this.press(sandbox.retry.again);
      case 'add-bank':
        return this.press(sandbox.overview.add);
      case 'synchronise': {
        const { synchronise, renew } = sandbox.overview;
        return this.#connection(action.bank, new RegExp(`^(${synchronise}|${renew})$`));
      }
      case 'disconnect':
        return this.#connection(action.bank, sandbox.overview.disconnect);
      case 'confirm-disconnect':
        return this.press(sandbox.disconnect.submit);
      case 'go-to-bank': {
        const opened = this.tab.waitForEvent('popup');
        await this.press(sandbox.redirect.go);
        this.#bank = await opened;
        return;
      }
      case 'at-bank':
        return this.#atBank(action.choice, action.userName);
      case 'approve-on-phone':
        return this.#inPanel(panel.phone.approve);
      case 'decline-on-phone':
        return this.#inPanel(panel.phone.decline);
      case 'bind-on-phone':
        return this.#inPanel(panel.phone.bind);
      case 'move-clock':
        return this.#inPanel(this.#clockButton(action.ms));
      case 'expire-consent':
        return this.#inPanel(panel.connections.expire, action.bank);
      case 'revoke-consent':
        return this.#inPanel(panel.connections.revoke, action.bank);
    }
  }

  /** Closes or goes back, and says that this is meant, where the sandbox asks. */
  async #leave(way: string, yes: string): Promise<void> {
    await this.press(way);
    const sure = this.place.getByRole('button', { name: yes, exact: true });
    if ((await sure.count()) > 0) await sure.click();
  }

  async #ticked(): Promise<number> {
    await this.place.getByRole('checkbox').nth(0).waitFor();
    return this.place.getByRole('checkbox', { checked: true }).count();
  }

  /** Presses a button of one bank's in the overview. */
  #connection(bank: string, name: string | RegExp): Promise<void> {
    const buttons = this.place.getByRole('group', {
      name: this.words.sandbox.overview.actions(bank),
    });
    return buttons.getByRole('button', { name }).click();
  }

  async #atBank(
    choice: Extract<ScenarioAction, { act: 'at-bank' }>['choice'],
    userName: string | undefined,
  ): Promise<void> {
    const bank = this.#bank;
    if (!bank) throw new Error('The bank’s own window was not opened.');
    if (choice === 'close-window') return bank.close();
    const { words } = this;
    if (userName) await bank.getByRole('textbox', { name: words.bank.userName }).fill(userName);
    const { agree, approve, cancel, refuse, refusePayment } = words.bank;
    const names = { agree: [agree, approve], cancel: [cancel], refuse: [refuse, refusePayment] };
    const name = new RegExp(`^(${names[choice].join('|')})$`);
    const button = bank.getByRole('button', { name });
    // The window closes with the click, in Firefox before the click is reported as done.
    await button.click().catch((error: unknown) => {
      if (!bank.isClosed()) throw error;
    });
  }

  /** Opens the panel, presses a button there (of one bank’s, where it is named) and closes it. */
  async #inPanel(button: string, bank?: string): Promise<void> {
    const { sandbox, panel } = this.words;
    // Its name goes on where the phone waits for an answer.
    await this.place.getByRole('button', { name: sandbox.tools.open }).click();
    const opened = this.place.getByRole('complementary', { name: panel.panel.title });
    const within = bank ? opened.getByRole('group', { name: bank }) : opened;
    await within.getByRole('button', { name: button, exact: true }).click();
    await opened.getByRole('button', { name: panel.panel.close }).click();
  }

  #clockButton(ms: number): string {
    const { clock } = this.words.panel;
    const buttons = new Map([
      [minute, clock.minute],
      [5 * minute, clock.minutes],
      [hour, clock.hour],
      [day, clock.day],
      [90 * day, clock.days],
    ]);
    const button = buttons.get(ms);
    if (!button) throw new Error(`The panel has no button for ${ms} ms.`);
    return button;
  }
}
