// Original file: proto/touchstone/verifier/v1/verifier.proto

export const OrderRule = {
  ORDER_RULE_UNSPECIFIED: 'ORDER_RULE_UNSPECIFIED',
  /**
   * Tuples are ordered, sets and bare lists are not.
   */
  ORDER_RULE_BY_KIND: 'ORDER_RULE_BY_KIND',
  ORDER_RULE_ORDERED: 'ORDER_RULE_ORDERED',
  ORDER_RULE_UNORDERED: 'ORDER_RULE_UNORDERED',
} as const;

export type OrderRule =
  | 'ORDER_RULE_UNSPECIFIED'
  | 0
  /**
   * Tuples are ordered, sets and bare lists are not.
   */
  | 'ORDER_RULE_BY_KIND'
  | 1
  | 'ORDER_RULE_ORDERED'
  | 2
  | 'ORDER_RULE_UNORDERED'
  | 3

export type OrderRule__Output = typeof OrderRule[keyof typeof OrderRule]
