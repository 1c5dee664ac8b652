import { booleanType } from '../values/boolean_type';
import { toDateParser } from '../values/date_format';
import { createDateType } from '../values/date_type';
import { ipType } from '../values/ip_type';
import { doubleType, longType } from '../values/number_type';
import { stringType } from '../values/string_type';
import { unknownType } from '../values/unknown_type';
import type { ValueType } from '../values/value_type';
import { versionType } from '../values/version_type';
import type { EqlField } from './eql_fields';

/** How the values of a mapped field behave; those of a type EQL can not use are taken as they stand. */
export const toValueType = ({ type, format }: EqlField): ValueType => {
  switch (type) {
    case 'string':
      return stringType;
    case 'long':
      return longType;
    case 'double':
      return doubleType;
    case 'boolean':
      return booleanType;
    case 'date':
    case 'date_nanos':
      return createDateType(type, format === undefined ? undefined : toDateParser(format));
    case 'ip':
      return ipType;
    case 'version':
      return versionType;
    default:
      return unknownType;
  }
};
