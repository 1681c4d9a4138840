/**
 * The wire contract between a page and UBA's frame: types, names and the checks that ship.
 * The zod schemas stand in `@finodigital/uba-protocol/schemas`, so that nobody ships zod unasked.
 */
export {
  errorCodes,
  features,
  isFeature,
  isMessageType,
  messageShapes,
  messageTypes,
  resizeShape,
  type UbaBank,
  type UbaBankErrorCode,
  type UbaFeature,
  type UbaMessage,
  type UbaMessageType,
  type UbaPayload,
} from './messages.js';
export {
  attributeOf,
  checkOption,
  decodeOption,
  decodeOptions,
  encodeOptions,
  optionNames,
  optionTable,
  origins,
  readOptions,
  themeDefaults,
  type OptionProblem,
  type OptionRow,
  type ReadOptions,
  type UbaColor,
  type UbaColorScheme,
  type UbaOptionName,
  type UbaOptions,
  type UbaTheme,
} from './options.js';
export { fits, isObject, type Infer, type Shape } from './shape.js';
