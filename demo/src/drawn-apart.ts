import { LitElement } from 'lit';

/**
 * An element that is drawn for the first time in a task of its own. A page of many parts answers
 * between them, and draws its stage before what stands around it.
 */
export abstract class DrawnApart extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }
}
