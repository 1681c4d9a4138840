/**
 * What an error of a bank means to a user: one row for each code, and for each way that an attempt
 * ends which may be made again. The button follows from the row, so that it does what the words say.
 */
import type { UbaBankErrorCode } from '@finodigital/uba-protocol';
import type { RetryState } from '../../core/flow/flow-state.js';
import { fatal } from './fatal.js';
import type { Lang } from './language.js';
import type { Remedy } from './retry.js';

/** Whether a bank was being connected, one that is connected synchronised, or a payment approved. */
export type ErrorStage = 'connect' | 'sync' | 'pay';

interface Row {
  readonly happened: Record<Lang, string>;
  /** What the user can do; what the button does is among it. */
  readonly help: Record<Lang, string>;
  readonly remedy: Remedy;
  /** Support can find out more by the error's id. */
  readonly support: boolean;
}

/** A row in one language. */
export interface Advice extends Pick<Row, 'remedy' | 'support'> {
  readonly happened: string;
  readonly help: string;
}

const later: Row['help'] = {
  de: 'Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal.',
  en: 'This is not your fault. Please try again in a few minutes.',
};

/** A payment is begun anew by the application, whatever kept it from being made. */
const notPaid: Row['help'] = {
  de: 'Es wurde nichts bezahlt. In der Anwendung können Sie es noch einmal versuchen.',
  en: 'Nothing was paid. You can try again in the application.',
};

/** A row, and what differs from it at the other stages. */
interface CodeRow extends Row {
  readonly sync?: Partial<Row>;
  readonly pay?: Partial<Row>;
}

const errors: Record<UbaBankErrorCode, CodeRow> = {
  INVALID_PIN: {
    happened: { de: 'Die Anmeldung war nicht möglich', en: 'The login did not work' },
    help: {
      de: 'Prüfen Sie Anmeldename und PIN, und versuchen Sie es noch einmal.',
      en: 'Check your username and PIN, and try again.',
    },
    remedy: 'again',
    support: false,
    sync: {
      help: {
        de: 'Prüfen Sie im Online\u2011Banking, ob Ihre PIN noch gilt, und versuchen Sie es noch einmal.',
        en: 'Check in your online banking whether your PIN is still valid, and try again.',
      },
    },
  },
  INVALID_OTP: {
    happened: { de: 'Die TAN wurde nicht angenommen', en: 'The TAN was not accepted' },
    help: {
      de: 'Ihre Bank hat den Vorgang deshalb beendet. Versuchen Sie es mit einer neuen TAN noch einmal.',
      en: 'Your bank has stopped the process because of this. Try again with a new TAN.',
    },
    remedy: 'again',
    support: false,
    pay: {
      happened: { de: 'Die TAN war dreimal falsch', en: 'The TAN was wrong three times' },
    },
  },
  MISSING_TOKEN: {
    happened: {
      de: 'Die Bank hat den Zugriff nicht bestätigt',
      en: 'The bank did not confirm access',
    },
    help: fatal.lead,
    remedy: 'again',
    support: true,
    pay: {
      happened: {
        de: 'Ihre Bank hat die Freigabe nicht bestätigt',
        en: 'Your bank did not confirm the approval',
      },
    },
  },
  ACCESS_BLOCKED: {
    happened: { de: 'Ihr Zugang ist gesperrt', en: 'Your access is blocked' },
    help: {
      de: 'Entsperren Sie ihn im Online\u2011Banking, oder rufen Sie Ihre Bank an. Eine andere Bank können Sie gleich verbinden.',
      en: 'Unblock it in your online banking, or call your bank. You can connect another bank now.',
    },
    remedy: 'other-bank',
    support: false,
    sync: {
      help: {
        de: 'Entsperren Sie ihn im Online\u2011Banking, oder rufen Sie Ihre Bank an. Versuchen Sie es danach noch einmal.',
        en: 'Unblock it in your online banking, or call your bank. Then try again.',
      },
      remedy: 'again',
    },
    pay: {
      help: {
        de: 'Es wurde nichts bezahlt. Entsperren Sie ihn im Online\u2011Banking, oder rufen Sie Ihre Bank an.',
        en: 'Nothing was paid. Unblock it in your online banking, or call your bank.',
      },
    },
  },
  HBCI_ERROR: {
    happened: {
      de: 'Die Verbindung zur Bank wurde unterbrochen',
      en: 'The connection to the bank was interrupted',
    },
    help: fatal.lead,
    remedy: 'again',
    support: true,
  },
  OFFLINE_ERROR: {
    happened: { de: 'Die Bank ist nicht erreichbar', en: 'The bank cannot be reached' },
    help: {
      de: 'Vielleicht wird dort gerade gewartet. Versuchen Sie es in ein paar Minuten noch einmal.',
      en: 'It may be under maintenance. Please try again in a few minutes.',
    },
    remedy: 'again',
    support: false,
  },
  BANK_ERROR: {
    happened: { de: 'Die Bank meldet eine Störung', en: 'The bank reports a problem' },
    help: later,
    remedy: 'again',
    support: true,
    pay: {
      happened: {
        de: 'Ihre Bank hat den Auftrag abgelehnt',
        en: 'Your bank refused the order',
      },
    },
  },
  NOT_SUPPORTED: {
    happened: { de: 'Diese Bank wird nicht unterstützt', en: 'This bank is not supported' },
    help: {
      de: 'Sie können eine andere Bank verbinden.',
      en: 'You can connect another bank.',
    },
    remedy: 'other-bank',
    support: false,
  },
  ACCESS_DENIED: {
    happened: { de: 'Die Bank hat den Zugriff verweigert', en: 'The bank refused access' },
    help: {
      de: 'Fragen Sie Ihre Bank, ob Ihr Konto für den Zugriff freigeschaltet ist. Eine andere Bank können Sie gleich verbinden.',
      en: 'Ask your bank whether your account is open to this kind of access. You can connect another bank now.',
    },
    remedy: 'other-bank',
    support: true,
    sync: {
      help: {
        de: 'Fragen Sie Ihre Bank, ob Ihr Konto für den Zugriff freigeschaltet ist. Versuchen Sie es danach noch einmal.',
        en: 'Ask your bank whether your account is open to this kind of access. Then try again.',
      },
      remedy: 'again',
    },
    pay: {
      happened: {
        de: 'Ihre Bank hat die Freigabe verweigert',
        en: 'Your bank refused the approval',
      },
    },
  },
  SCA_REQUIRED: {
    happened: { de: 'Die Bank verlangt eine Bestätigung', en: 'The bank asks for confirmation' },
    help: {
      de: 'Versuchen Sie es noch einmal, und bestätigen Sie mit TAN oder Banking\u2011App.',
      en: 'Try again, and confirm with a TAN or in your banking app.',
    },
    remedy: 'again',
    support: false,
    sync: {
      help: {
        de: 'Es hat sich nichts geändert. Erneuern Sie den Zugriff, um neue Umsätze zu erhalten.',
        en: 'Nothing has changed. Renew the consent to get new transactions.',
      },
      remedy: 'renew',
    },
  },
  INVALID_CONSENT: {
    happened: { de: 'Der Zugriff gilt nicht mehr', en: 'The consent is no longer valid' },
    help: {
      de: 'Versuchen Sie es noch einmal, um ihn neu zu erlauben.',
      en: 'Try again to give it anew.',
    },
    remedy: 'again',
    support: false,
    sync: {
      help: {
        de: 'Er wurde bei der Bank widerrufen. Erneuern Sie ihn, um neue Umsätze zu erhalten.',
        en: 'It was withdrawn at the bank. Renew it to get new transactions.',
      },
      remedy: 'renew',
    },
  },
  AUTH_NOT_COMPLETED: {
    happened: {
      de: 'Die Anmeldung wurde nicht abgeschlossen',
      en: 'The login was not completed',
    },
    help: {
      de: 'Versuchen Sie es noch einmal, und bleiben Sie bis zum Ende dabei.',
      en: 'Try again, and stay until the end.',
    },
    remedy: 'again',
    support: false,
    pay: {
      happened: {
        de: 'Die Freigabe wurde nicht abgeschlossen',
        en: 'The approval was not completed',
      },
    },
  },
  UNKNOWN: {
    happened: fatal.title,
    help: fatal.lead,
    remedy: 'again',
    support: true,
    pay: {
      happened: { de: 'Der Grund ist nicht bekannt', en: 'The reason is not known' },
    },
  },
};

const onceMore: Row['help'] = {
  de: 'Es wurde nichts verbunden. Sie können es noch einmal versuchen.',
  en: 'Nothing was connected. You can try again.',
};

const attempts: Record<RetryState['reason'], Row> = {
  declined: {
    happened: { de: 'Sie haben die Freigabe abgelehnt', en: 'You declined the request' },
    help: onceMore,
    remedy: 'again',
    support: false,
  },
  expired: {
    happened: { de: 'Die Zeit ist abgelaufen', en: 'The request has expired' },
    help: {
      de: 'Aus Sicherheitsgründen gilt eine Anfrage nur für kurze Zeit. Versuchen Sie es noch einmal.',
      en: 'For your security a request is valid for a short time only. Please try again.',
    },
    remedy: 'again',
    support: false,
  },
  'no-answer': {
    happened: { de: 'Die Bank antwortet nicht', en: 'The bank is not responding' },
    help: later,
    remedy: 'again',
    support: true,
  },
  closed: {
    happened: {
      de: 'Das Fenster der Bank wurde geschlossen',
      en: 'The bank’s window was closed',
    },
    help: {
      de: 'Die Anmeldung war noch nicht fertig. Sie können es noch einmal versuchen.',
      en: 'The login was not finished. You can try again.',
    },
    remedy: 'again',
    support: false,
  },
  'cancelled-at-bank': {
    happened: { de: 'Sie haben bei der Bank abgebrochen', en: 'You cancelled at the bank' },
    help: onceMore,
    remedy: 'again',
    support: false,
  },
  'refused-at-bank': errors.ACCESS_DENIED,
  'no-token': errors.MISSING_TOKEN,
};

const adviceIn = ({ happened, help, remedy, support }: Row, lang: Lang): Advice => ({
  happened: happened[lang],
  help: help[lang],
  remedy,
  support,
});

/** What a code means at a stage. */
export function errorAdvice(code: UbaBankErrorCode, stage: ErrorStage, lang: Lang): Advice {
  const { sync, pay, ...row } = errors[code];
  const at = { connect: {}, sync, pay: { help: notPaid, ...pay } };
  return adviceIn({ ...row, ...at[stage] }, lang);
}

/** What the end of an attempt means. */
export const retryAdvice = (reason: RetryState['reason'], lang: Lang): Advice =>
  adviceIn(attempts[reason], lang);
