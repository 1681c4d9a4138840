/** What fino's own packages share beyond the public entry. It may change with any version. */
export { features, isDocumented, isFeature, messageShapes, resizeShape } from './messages.js';
export {
  attributeOf,
  checkOption,
  decodeOptions,
  documentOptions,
  encodeOptions,
  isFlag,
  isForAttributes,
  isStrict,
} from './options.js';
export { fits, isObject, own, type Infer, type Shape } from './shape.js';
