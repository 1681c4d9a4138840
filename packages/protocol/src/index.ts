/**
 * The wire contract between a page and UBA's frame: what its events carry and what its options are.
 * The zod schemas stand in `@finodigital/uba-protocol/schemas`, so that nobody ships zod unasked.
 */
export {
  errorCodes,
  isMessageType,
  messageTypes,
  type UbaBank,
  type UbaBankErrorCode,
  type UbaFeature,
  type UbaMessage,
  type UbaMessageType,
  type UbaPayload,
} from './messages.js';
export {
  decodeOption,
  optionNames,
  optionTable,
  origins,
  readOptions,
  themeDefaults,
  type OptionEffect,
  type OptionKind,
  type OptionProblem,
  type OptionRow,
  type ReadOptions,
  type UbaColor,
  type UbaColorScheme,
  type UbaLoading,
  type UbaOptionName,
  type UbaOptions,
  type UbaTheme,
} from './options.js';
